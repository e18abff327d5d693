namespace Gainsight.Client;

/// <summary>The differences between a tenant's object and what a program expects of it.</summary>
/// <param name="objectName">The API name of the object.</param>
/// <param name="changes">The differences.</param>
public sealed class DriftReport(string objectName, IReadOnlyList<Drift> changes)
{
    /// <summary>The API name of the object, as it was expected.</summary>
    public string ObjectName { get; } = objectName;

    /// <summary>The differences, in the order of the fields. Empty when there are none.</summary>
    public IReadOnlyList<Drift> Changes { get; } = changes;

    /// <summary>Whether there is a difference.</summary>
    public bool HasChanges => Changes.Count > 0;

    /// <summary>Whether something is gone or has changed, so that reads or writes can fail. New fields alone break nothing.</summary>
    public bool IsBreaking => Changes.Any(change => change.Kind != DriftKind.FieldNew);

    /// <summary>The object, and a line for each difference.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => HasChanges ? $"{ObjectName}:\n{string.Join('\n', Changes)}" : $"{ObjectName}: no changes";
}
