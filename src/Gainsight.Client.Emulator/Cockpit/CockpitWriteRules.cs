namespace Gainsight.Client.Emulator;

/// <summary>The differences between CTAs, tasks, plans and goals when they are written.</summary>
/// <param name="ObjectName">The object to write.</param>
/// <param name="Label">The name of a row in the error about an unknown id.</param>
/// <param name="Names">The keys that hold configured names instead of GSIDs.</param>
/// <param name="Mandatory">What a create must have: keys of names, or fields.</param>
internal sealed record CockpitWriteRules(string ObjectName, string Label, IReadOnlyList<ConfiguredName> Names, IReadOnlyList<string> Mandatory)
{
    /// <summary>The field that holds the type on which statuses and reasons depend, or null.</summary>
    public string? TypeField { get; init; }

    /// <summary>The fields that an update may not change.</summary>
    public IReadOnlyList<string> NotEditable { get; init; } = [];

    /// <summary>Keys of a record that are neither fields nor names.</summary>
    public IReadOnlyList<string> OtherKeys { get; init; } = [];

    /// <summary>Whether each record must have a <c>referenceId</c>.</summary>
    public bool NeedsReference { get; init; } = true;

    /// <summary>The allowed values of <c>EntityType</c>.</summary>
    public IReadOnlyList<string> EntityTypes { get; init; } = ["COMPANY", "RELATIONSHIP"];
}
