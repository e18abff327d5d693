namespace Gainsight.Client.Generators;

/// <summary>A field of a record type: its token, and the property that reads and writes it.</summary>
internal sealed record FieldModel
{
    /// <summary>The property's name as it is written in code, with an @ before a keyword.</summary>
    public required string Name { get; init; }

    public required string ApiName { get; init; }

    /// <summary>The property's type, with its nullability.</summary>
    public required string Type { get; init; }

    /// <summary>The type of the values, as an argument of <c>Field</c>.</summary>
    public required string ValueType { get; init; }

    /// <summary>The data type as an expression, or null for the usual one of the value type.</summary>
    public string? DataType { get; init; }

    public string? LookupTo { get; init; }

    /// <summary>The lookup whose label the field holds, or null.</summary>
    public string? LabelOf { get; init; }

    public bool IsReadOnly { get; init; }

    /// <summary>Whether a query reads the field that selects nothing.</summary>
    public bool IsSelected { get; init; } = true;

    public bool IsPublic { get; init; }

    /// <summary>Whether the class of the fields declares the token itself.</summary>
    public bool HasToken { get; init; }

    /// <summary>Whether the property has a body of its own.</summary>
    public bool HasBody { get; init; }

    /// <summary>The attributes that warn of the use of the property.</summary>
    public EquatableArray<string> Marks { get; init; }

    public string Modifiers { get; init; } = "";

    /// <summary>The accessors with their modifiers, such as <c>private set</c>.</summary>
    public EquatableArray<string> Accessors { get; init; }

    /// <summary>Whether the property stands where nullable reference types are off.</summary>
    public bool IsOblivious { get; init; }

    public bool IsRequired { get; init; }

    public bool IsOwner { get; init; }

    public bool IsModifiedDate { get; init; }

    public string TokenType => LookupTo is null ? $"{Names.Sdk}.Field<{ValueType}>" : $"{Names.Sdk}.LookupField";
}
