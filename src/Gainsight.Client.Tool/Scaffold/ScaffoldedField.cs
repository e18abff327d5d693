namespace Gainsight.Client.Tool;

/// <summary>A field of a scaffolded type.</summary>
/// <param name="Name">The name of the property.</param>
/// <param name="Field">What the tenant says of it.</param>
/// <param name="Items">The constants of its picklist, or null.</param>
internal sealed record ScaffoldedField(string Name, FieldDescription Field, ScaffoldedItems? Items)
{
    /// <summary>The type of the values.</summary>
    public string ValueType => Field.DataType.Name switch
    {
        "NUMBER" or "PERCENTAGE" or "CURRENCY" or "JSONNUMBER" => "decimal",
        "BOOLEAN" or "JSONBOOLEAN" => "bool",
        "DATE" => "DateOnly",
        "DATETIME" => "DateTimeOffset",
        "MULTISELECTDROPDOWNLIST" => "IReadOnlyList<string>",
        "JSON" => "JsonElement",
        _ => "string",
    };

    /// <summary>The object that the lookup points to, if it is one.</summary>
    public string? LookupTo =>
        Field.DataType == DataType.Lookup && Field.LookupObjects is [var target] && !string.IsNullOrWhiteSpace(target) ? target : null;

    /// <summary>The data type, where the type of the values does not imply it.</summary>
    public string? DataTypeName => LookupTo is not null || Field.DataType.Name == (ValueType switch
    {
        "decimal" => "NUMBER",
        "bool" => "BOOLEAN",
        "DateOnly" => "DATE",
        "DateTimeOffset" => "DATETIME",
        "IReadOnlyList<string>" => "MULTISELECTDROPDOWNLIST",
        "JsonElement" => "JSON",
        _ => "STRING",
    }) ? null : Field.DataType.Name ?? string.Empty;

    /// <summary>Whether neither an insert nor an update sets the field.</summary>
    public bool IsReadOnly => Field.IsReadOnly || Field.IsFormula || (!Field.IsCreateable && !Field.IsUpdateable);
}

/// <summary>The constants of a picklist.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Items">The items with the names of their constants.</param>
internal sealed record ScaffoldedItems(string Name, IReadOnlyList<(string Name, PicklistItem Item)> Items);
