namespace Gainsight.Client.Emulator;

/// <summary>
/// The operators of each data type, from the Success Plan documentation (quoted). The table leaves out booleans. A configured name, such as a
/// status, takes the operators of a picklist.
/// </summary>
internal static class CockpitOperators
{
    public const string DoesNotContain = "DOES_NOT_CONTAINS";

    private static readonly HashSet<string> Days = ["BTW", "EQ", "NE", "GT", "GTE", "LT", "LTE", "IS_NULL", "IS_NOT_NULL"];
    private static readonly HashSet<string> Text = ["EQ", "NE", "STARTS_WITH", "CONTAINS", DoesNotContain];
    private static readonly HashSet<string> Number = ["EQ", "NE", "GT", "GTE", "LT", "LTE"];
    private static readonly HashSet<string> Picklist = ["EQ", "NE", "STARTS_WITH", "CONTAINS", "INCLUDES", "EXCLUDES"];
    private static readonly HashSet<string> MultiSelect = ["INCLUDES", "EXCLUDES"];
    private static readonly HashSet<string> Lookup = ["EQ", "NE", "STARTS_WITH", "CONTAINS"];
    private static readonly HashSet<string> Flag = ["EQ", "NE"];

    public static bool Takes(EmulatedField field, string name) => For(field).Contains(name);

    public static bool IsConfigured(EmulatedField field) => field.LookupObject == ObjectNames.CockpitConfiguration;

    private static HashSet<string> For(EmulatedField field) => field.DataType switch
    {
        EmulatedDataType.Date or EmulatedDataType.DateTime => Days,
        EmulatedDataType.Picklist => Picklist,
        EmulatedDataType.MultiSelect => MultiSelect,
        EmulatedDataType.Lookup => IsConfigured(field) ? Picklist : Lookup,
        _ when field.DataType.IsNumeric() => Number,
        _ when field.DataType.IsBoolean() => Flag,
        _ => Text,
    };
}
