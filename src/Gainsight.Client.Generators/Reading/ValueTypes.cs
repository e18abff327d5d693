using Microsoft.CodeAnalysis;

namespace Gainsight.Client.Generators;

/// <summary>The types that a field can have, and their data types.</summary>
internal static class ValueTypes
{
    public const string Supported = "string, decimal, int, long, double, bool, DateOnly, DateTimeOffset, JsonElement or IReadOnlyList<string>";

    /// <summary>The properties of <c>DataType</c>, by the words of the describe call.</summary>
    private static readonly (string Property, string Word)[] Known =
    [
        ("String", "STRING"), ("Gsid", "GSID"), ("SfdcId", "SFDCID"), ("Email", "EMAIL"), ("Url", "URL"), ("RichText", "RICHTEXTAREA"),
        ("Number", "NUMBER"), ("Percentage", "PERCENTAGE"), ("Currency", "CURRENCY"), ("Boolean", "BOOLEAN"), ("Date", "DATE"),
        ("DateTime", "DATETIME"), ("Lookup", "LOOKUP"), ("Picklist", "PICKLIST"), ("MultiSelect", "MULTISELECTDROPDOWNLIST"), ("Json", "JSON"),
    ];

    /// <summary>The type of the values as an argument of <c>Field</c>, or null where no field can hold it.</summary>
    public static string? Of(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => "string",
        { SpecialType: SpecialType.System_Decimal } => "decimal",
        { SpecialType: SpecialType.System_Int32 } => "int",
        { SpecialType: SpecialType.System_Int64 } => "long",
        { SpecialType: SpecialType.System_Double } => "double",
        { SpecialType: SpecialType.System_Boolean } => "bool",
        { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IReadOnlyList_T } when type.Argument() is { SpecialType: SpecialType.System_String, NullableAnnotation: not NullableAnnotation.Annotated } =>
            "global::System.Collections.Generic.IReadOnlyList<string>",
        _ when type.IsNamed("System.DateOnly") => "global::System.DateOnly",
        _ when type.IsNamed("System.DateTimeOffset") => "global::System.DateTimeOffset",
        _ when type.IsNamed("System.Text.Json.JsonElement") => "global::System.Text.Json.JsonElement",
        _ => null,
    };

    /// <summary>The data type as an expression: one that is known by its property or its word, none for an empty text, else the word itself.</summary>
    public static string DataType(string name)
    {
        foreach (var (property, word) in Known)
        {
            if (string.Equals(name, property, StringComparison.OrdinalIgnoreCase) || string.Equals(name, word, StringComparison.OrdinalIgnoreCase))
            {
                return $"{Names.Sdk}.DataType.{property}";
            }
        }

        return string.IsNullOrWhiteSpace(name) ? "default" : $"new {Names.Sdk}.DataType({Symbols.Literal(name)})";
    }

    /// <summary>The data type that values of the type usually have.</summary>
    public static string UsualDataType(string valueType) => DataType(valueType switch
    {
        "string" => "STRING",
        "bool" => "BOOLEAN",
        "global::System.DateOnly" => "DATE",
        "global::System.DateTimeOffset" => "DATETIME",
        "global::System.Text.Json.JsonElement" => "JSON",
        "global::System.Collections.Generic.IReadOnlyList<string>" => "MULTISELECTDROPDOWNLIST",
        _ => "NUMBER",
    });
}
