using System.Globalization;

namespace Gainsight.Client.Emulator;

/// <summary>Converts the CLR values of a test into the values that rows hold.</summary>
internal static class ClrValueConverter
{
    public static object? Convert(EmulatedField field, object? value)
    {
        if (value is null || (field.DataType == EmulatedDataType.MultiSelect && Labels(value) is []))
        {
            return null;
        }

        object? converted = value switch
        {
            _ when field.DataType == EmulatedDataType.Picklist => Item(field, value as string),
            _ when field.DataType == EmulatedDataType.MultiSelect => Items(field, value),
            _ when field.DataType.IsNumeric() => Number(value),
            _ when field.DataType.IsBoolean() => value as bool?,
            _ when field.DataType == EmulatedDataType.Date => Day(value),
            _ when field.DataType == EmulatedDataType.DateTime => Moment(value),
            _ => value as string,
        };

        return converted ?? throw new ArgumentException($"The field {field.Name} ({field.DataType}) does not accept that value of the type {value.GetType().Name}.", nameof(value));
    }

    /// <summary>A row may hold the GSID of an item that was removed.</summary>
    private static string? Item(EmulatedField field, string? label) =>
        label is null ? null
        : field.Picklist!.Find(label, StringComparison.Ordinal)?.Gsid ?? (GsidGenerator.IsWellFormed(label) ? label : null);

    private static string? Items(EmulatedField field, object value)
    {
        var gsids = Labels(value)?.ConvertAll(label => Item(field, label));
        return gsids is null || gsids.Contains(null) ? null : string.Join(';', gsids);
    }

    private static List<string>? Labels(object value) =>
        value is string joined ? [.. joined.Split(';', StringSplitOptions.RemoveEmptyEntries)] : (value as IEnumerable<string>)?.ToList();

    private static decimal? Number(object value) => value switch
    {
        decimal or int or long or short or byte or double or float => System.Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static DateOnly? Day(object value) => value switch
    {
        DateOnly day => day,
        DateTimeOffset moment => DateOnly.FromDateTime(moment.UtcDateTime),
        DateTime moment => DateOnly.FromDateTime(moment),
        string text when WireDates.TryParseDate(text, out var day) => day,
        _ => null,
    };

    private static DateTimeOffset? Moment(object value) => value switch
    {
        DateTimeOffset moment => moment.ToUniversalTime(),
        DateTime moment => new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)),
        string text when WireDates.TryParseDateTime(text, TimeSpan.Zero, out var moment) => moment,
        _ => null,
    };
}
