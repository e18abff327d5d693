namespace Gainsight.Client.Emulator;

/// <summary>
/// The operators of each data type, and the number of values of each operator (Custom Object Read page and the table of bulk export, both
/// quoted). Where a type is not mentioned, it takes the text operators.
/// </summary>
internal static class QueryOperators
{
    private static readonly HashSet<string> Null = ["IS_NULL", "IS_NOT_NULL"];
    private static readonly HashSet<string> Compare = ["EQ", "NE", "LT", "GT", "LTE", "GTE", .. Null];
    private static readonly HashSet<string> Text = [.. Compare, "CONTAINS", "STARTS_WITH", "ENDS_WITH", "IN"];
    private static readonly HashSet<string> Days = [.. Compare, "BTW"];
    private static readonly HashSet<string> Number = [.. Compare, "IN"];
    private static readonly HashSet<string> Flag = ["EQ", "NE"];
    private static readonly HashSet<string> Picklist = [.. Text, "INCLUDES", "EXCLUDES"];
    private static readonly HashSet<string> MultiSelect = ["INCLUDES", "EXCLUDES", .. Null];

    public static bool IsKnown(string name) => Picklist.Contains(name) || name == "BTW";

    public static bool Takes(EmulatedDataType type, string name) => For(type).Contains(name);

    public static bool TakesCount(string name, int count) => name switch
    {
        "IS_NULL" or "IS_NOT_NULL" => count == 0,
        "BTW" => count == 2,
        "IN" or "INCLUDES" or "EXCLUDES" => count >= 1,
        _ => count == 1,
    };

    private static HashSet<string> For(EmulatedDataType type) => type switch
    {
        EmulatedDataType.Boolean or EmulatedDataType.JsonBoolean => Flag,
        EmulatedDataType.Date or EmulatedDataType.DateTime => Days,
        EmulatedDataType.Number or EmulatedDataType.JsonNumber => Number,
        EmulatedDataType.Currency or EmulatedDataType.Percentage => Compare,
        EmulatedDataType.Picklist => Picklist,
        EmulatedDataType.MultiSelect => MultiSelect,
        EmulatedDataType.Json => Null,
        _ => Text,
    };
}
