namespace Gainsight.Client;

/// <summary>What differs between the areas of Cockpit, Success Plans and Customer Goals as far as it can be put into data.</summary>
internal sealed class CockpitArea
{
    /// <summary>The object that the area's records are rows of.</summary>
    public required ObjectDefinition Definition { get; init; }

    public required Operation Insert { get; init; }

    public required Operation Update { get; init; }

    public required Operation List { get; init; }

    /// <summary>Whether records carry a reference id, under which the answer names them.</summary>
    public bool HasReference { get; init; } = true;

    /// <summary>The fields that are written as labels which the tenant configures, each with the category of its labels.</summary>
    public IReadOnlyList<KeyValuePair<Field<string>, string>> Labels { get; init; } = [];
}
