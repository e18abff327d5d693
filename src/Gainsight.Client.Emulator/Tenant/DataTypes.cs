namespace Gainsight.Client.Emulator;

/// <summary>What data types have in common, so that readers, filters and metadata agree.</summary>
internal static class DataTypes
{
    private static readonly Dictionary<string, EmulatedDataType> ByWireName =
        Enum.GetValues<EmulatedDataType>().ToDictionary(WireName, StringComparer.OrdinalIgnoreCase);

    public static string WireName(this EmulatedDataType type) => type switch
    {
        EmulatedDataType.String => "STRING",
        EmulatedDataType.Gsid => "GSID",
        EmulatedDataType.SfdcId => "SFDCID",
        EmulatedDataType.Email => "EMAIL",
        EmulatedDataType.Url => "URL",
        EmulatedDataType.RichText => "RICHTEXTAREA",
        EmulatedDataType.Number => "NUMBER",
        EmulatedDataType.Percentage => "PERCENTAGE",
        EmulatedDataType.Currency => "CURRENCY",
        EmulatedDataType.Boolean => "BOOLEAN",
        EmulatedDataType.Date => "DATE",
        EmulatedDataType.DateTime => "DATETIME",
        EmulatedDataType.Lookup => "LOOKUP",
        EmulatedDataType.Picklist => "PICKLIST",
        EmulatedDataType.MultiSelect => "MULTISELECTDROPDOWNLIST",
        EmulatedDataType.Json => "JSON",
        EmulatedDataType.JsonString => "JSONSTRING",
        EmulatedDataType.JsonNumber => "JSONNUMBER",
        EmulatedDataType.JsonBoolean => "JSONBOOLEAN",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    public static bool TryParse(string wireName, out EmulatedDataType type) => ByWireName.TryGetValue(wireName, out type);

    public static bool IsText(this EmulatedDataType type) => type
        is EmulatedDataType.String or EmulatedDataType.Gsid or EmulatedDataType.SfdcId or EmulatedDataType.Email
        or EmulatedDataType.Url or EmulatedDataType.RichText or EmulatedDataType.Lookup or EmulatedDataType.JsonString;

    public static bool IsNumeric(this EmulatedDataType type) => type
        is EmulatedDataType.Number or EmulatedDataType.Percentage or EmulatedDataType.Currency or EmulatedDataType.JsonNumber;

    public static bool IsBoolean(this EmulatedDataType type) => type
        is EmulatedDataType.Boolean or EmulatedDataType.JsonBoolean;

    public static bool HasPicklist(this EmulatedDataType type) => type
        is EmulatedDataType.Picklist or EmulatedDataType.MultiSelect;

    /// <summary>Whether an update may use the type as a key: String, GSID, Number and Email, but no lookups (quoted).</summary>
    public static bool MayBeKey(this EmulatedDataType type) => type
        is EmulatedDataType.String or EmulatedDataType.Gsid or EmulatedDataType.Number or EmulatedDataType.Email;
}
