namespace Gainsight.Client;

/// <summary>A change of a row, by the names of the application.</summary>
public sealed record ObjectChange
{
    /// <summary>Whether the row is new to the job, changed, or gone.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The row's GSID, or the value of <see cref="ObjectSettings.Key"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The row as the job had it. Empty when it is new.</summary>
    public required IReadOnlyDictionary<string, string> Before { get; init; }

    /// <summary>When <see cref="Before"/> had last been changed. Null when the row is new, or Gainsight did not know.</summary>
    public DateTimeOffset? BeforeAt { get; init; }

    /// <summary>
    /// The names of fields that were not read when <see cref="Before"/> was, because the settings did not have them. Nobody knows what they were, so their
    /// absence in <see cref="Before"/> means nothing.
    /// </summary>
    public IReadOnlyCollection<string> UnknownBefore { get; init; } = [];

    /// <summary>The current row. Empty when it is gone.</summary>
    public required IReadOnlyDictionary<string, string> After { get; init; }

    /// <summary>Returns the kind and the key, and no other values.</summary>
    /// <returns>For example <c>Updated 1P02…</c>.</returns>
    public override string ToString() => $"{Kind} {Key}";
}
