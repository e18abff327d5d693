namespace Gainsight.Client;

/// <summary>A change of a row in a <see cref="RecordCopy{T}"/>.</summary>
/// <typeparam name="T">The record type.</typeparam>
public sealed class CopyChange<T>
    where T : GainsightRecord
{
    /// <summary><see cref="ChangeKind.Created"/> when the copy did not have the row, <see cref="ChangeKind.Updated"/> when it did, or <see cref="ChangeKind.Deleted"/>.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The row's GSID, or the value of <see cref="ChangeOptions.Key"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The row as the copy had it. Null when it is new to the copy.</summary>
    public T? Before { get; init; }

    /// <summary>When <see cref="Before"/> had last been changed. Null when the row is new to the copy, or Gainsight did not know.</summary>
    public DateTimeOffset? BeforeAt { get; init; }

    /// <summary>The current row. Null when it was deleted.</summary>
    public T? After { get; init; }

    /// <summary>Returns the kind and the key, and no other values.</summary>
    /// <returns>For example <c>Updated 1P02…</c>.</returns>
    public override string ToString() => $"{Kind} {Key}";
}
