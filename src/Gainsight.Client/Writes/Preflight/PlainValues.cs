namespace Gainsight.Client;

/// <summary>Values whose form on the wire is known without writing them. Most values of most rows are such, and checking them here costs a fraction.</summary>
internal static class PlainValues
{
    /// <summary>Whether a field certainly accepts a value. False says nothing: <see cref="ValueRules"/> decides, and has the words for what is wrong.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <param name="shape">How the field's values are written.</param>
    public static bool Fits(FieldDescription field, in RecordValue value, FieldShape shape) => value.Kind switch
    {
        RecordValueKind.Text => shape == FieldShape.AsIs && !JsonBody.HasHalfPair(value.Text) && FitsText(field, value.Text),
        RecordValueKind.Boolean => shape == FieldShape.AsIs && field.DataType.Name is "BOOLEAN" or "JSONBOOLEAN" && !field.IsPicklist,
        RecordValueKind.Int32 or RecordValueKind.Int64 or RecordValueKind.Decimal => shape == FieldShape.AsIs && IsNumber(field.DataType) && !field.IsPicklist,
        RecordValueKind.Date => shape != FieldShape.DateTime && IsDate(field.DataType) && !field.IsPicklist,
        RecordValueKind.DateTime => shape == FieldShape.DateTime && field.DataType == DataType.DateTime && !field.IsPicklist,
        _ => false,
    };

    private static bool FitsText(FieldDescription field, string text) =>
        field.IsPicklist
            ? field.DataType == DataType.Picklist && field.PicklistItems.Count > 0 && field.Picklist.Accepts(text)
            : field.Length is not > 0 || text.Length <= field.Length
            ? field.DataType.Name switch
            {
                "STRING" or "RICHTEXTAREA" or "JSONSTRING" => true,
                "EMAIL" => ValueRules.IsEmail(text),
                "SFDCID" => ValueRules.IsSfdcId(text),
                "GSID" or "LOOKUP" => ValueRules.IsGsid(text),
                _ => false,
            }
            : false;

    private static bool IsNumber(DataType type) => type.Name is "NUMBER" or "PERCENTAGE" or "CURRENCY" or "JSONNUMBER";

    private static bool IsDate(DataType type) => type == DataType.Date || type == DataType.DateTime;
}
