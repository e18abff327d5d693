namespace Gainsight.Client.Generators;

/// <summary>A class of fields that a tenant added to a record type.</summary>
internal sealed record ExtensionModel
{
    public required string? Namespace { get; init; }

    public required string Name { get; init; }

    public required string HintName { get; init; }

    /// <summary>The name of the class of the extension properties.</summary>
    public required string PropertiesName { get; init; }

    /// <summary>The record type, in full.</summary>
    public required string Record { get; init; }

    public bool IsPublic { get; init; }

    /// <summary>Whether the compiler knows extension properties.</summary>
    public bool HasProperties { get; init; }

    /// <summary>The attributes that warn of the use of the class or of the record type.</summary>
    public EquatableArray<string> Marks { get; init; }

    public EquatableArray<FieldModel> Fields { get; init; }
}
