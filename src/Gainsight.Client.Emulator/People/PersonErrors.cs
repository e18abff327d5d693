using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>
/// The error codes of the People API ("Error Codes for Person API"). They depend on the data type of the field, unlike those of the record API.
/// </summary>
internal static class PersonErrors
{
    public const string UnknownEntity = "GSOBJ_PEOPLE1001";
    public const string EmptyQuery = "GSOBJ_VQP1001";
    public const string EmptyRow = "GSOBJ_VCRUDR1001";
    public const string UnknownField = "GSOBJ_VCRUDR1002";
    public const string EmptyField = "GSOBJ_VCRUDR1003";

    public static FieldError Translate(FieldError error, EmulatedObject target)
    {
        var field = target.FindField(error.Field);
        var code = error.Code switch
        {
            ErrorCodes.NoMatch => UnknownEntity,
            ErrorCodes.NullValue => EmptyField,
            _ when field is null || field.ReadOnly => UnknownField,
            _ => CodeOf(field, error.Value),
        };
        return error with { Code = code };
    }

    private static string CodeOf(EmulatedField field, JsonElement? value) => field.DataType switch
    {
        EmulatedDataType.Boolean or EmulatedDataType.JsonBoolean => "GSOBJ_VDTBOOL1001",
        EmulatedDataType.Number or EmulatedDataType.JsonNumber =>
            value is { ValueKind: JsonValueKind.Number } ? "GSOBJ_VDTNUM1002" : "GSOBJ_VDTNUM1001",
        EmulatedDataType.Currency => HasThousandSeparator(value) ? "GSOBJ_VDTCURREN1002" : "GSOBJ_VDTCURREN1001",
        EmulatedDataType.Percentage => "GSOBJ_VDTPERCENT1001",
        EmulatedDataType.Date or EmulatedDataType.DateTime => "GSOBJ_VDTDATIME1001",
        EmulatedDataType.Email => "GSOBJ_VDTEMAIL1001",
        EmulatedDataType.Url => "GSOBJ_VDTURL1001",
        EmulatedDataType.SfdcId => "GSOBJ_VDTSFDCID1001",
        EmulatedDataType.Gsid or EmulatedDataType.Lookup => "GSOBJ_VDTGSID1001",
        EmulatedDataType.Picklist or EmulatedDataType.MultiSelect =>
            field.Picklist!.Items.Count == 0 ? "GSOBJ_VDTPKLST1001" : "GSOBJ_VDTPKLST1002",
        _ => "GSOBJ_VDTBSTR1001",
    };

    private static bool HasThousandSeparator(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } text && text.GetString()!.Contains(',', StringComparison.Ordinal);
}
