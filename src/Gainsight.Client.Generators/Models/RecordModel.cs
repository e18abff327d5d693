namespace Gainsight.Client.Generators;

/// <summary>A record type that names its object.</summary>
internal sealed record RecordModel
{
    public required string ObjectName { get; init; }

    /// <summary>The namespace as it is written in code, or null for the global one.</summary>
    public required string? Namespace { get; init; }

    /// <summary>The type's name as it is written in code.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the class of its fields.</summary>
    public required string FieldsName { get; init; }

    /// <summary>The full name, which no other type has.</summary>
    public required string HintName { get; init; }

    public bool IsPublic { get; init; }

    /// <summary>What the values are read from: <c>base</c>, or a cast where a class between has methods of its own.</summary>
    public required string Values { get; init; }

    public EquatableArray<FieldModel> Fields { get; init; }

    /// <summary>The system fields that the class of the fields repeats.</summary>
    public EquatableArray<string> SystemFields { get; init; }

    public bool HasConverter { get; init; }

    /// <summary>Whether the type says itself which object it stands for.</summary>
    public bool HasObjectName { get; init; }

    /// <summary>Whether the type says itself which fields are read.</summary>
    public bool HasFields { get; init; }

    /// <summary>Whether part of the class of the fields is written by hand, which then has its documentation and accessibility.</summary>
    public bool HasFieldsPart { get; init; }

    /// <summary>What only a record type of the library's own has.</summary>
    public DefinitionModel? Definition { get; init; }
}
