namespace Gainsight.Client.Emulator;

/// <summary>What differs between CTAs, tasks, plans and goals when they are written.</summary>
/// <param name="ObjectName">The object.</param>
/// <param name="Label">What its API calls a row, in the error of an unknown id.</param>
/// <param name="Names">The keys that hold configured names instead of GSIDs.</param>
/// <param name="Mandatory">What a create must have: keys of names, or fields.</param>
internal sealed record CockpitWriteRules(string ObjectName, string Label, IReadOnlyList<ConfiguredName> Names, IReadOnlyList<string> Mandatory)
{
    /// <summary>The field that holds the type that statuses and reasons depend on, if any does.</summary>
    public string? TypeField { get; init; }

    /// <summary>Fields that an update may not set.</summary>
    public IReadOnlyList<string> NotEditable { get; init; } = [];

    /// <summary>Keys of a record that are neither fields nor names.</summary>
    public IReadOnlyList<string> OtherKeys { get; init; } = [];

    /// <summary>Whether each record must have a <c>referenceId</c>.</summary>
    public bool NeedsReference { get; init; } = true;

    /// <summary>What <c>EntityType</c> may be.</summary>
    public IReadOnlyList<string> EntityTypes { get; init; } = ["COMPANY", "RELATIONSHIP"];
}
