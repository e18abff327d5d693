namespace Gainsight.Client.Generators;

/// <summary>What the engines of the library know of an object besides its fields.</summary>
internal sealed record DefinitionModel
{
    /// <summary>The system fields that a query reads that selects nothing.</summary>
    public EquatableArray<string> SelectedSystemFields { get; init; }

    /// <summary>Whether a query that selects nothing asks the describe call what there is.</summary>
    public bool IsDescribed { get; init; }

    /// <summary>What the hand-written part says of the definition, such as <c>Routes</c>.</summary>
    public EquatableArray<string> Parts { get; init; }
}
