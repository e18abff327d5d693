using System.Globalization;

namespace Gainsight.Client.Emulator;

/// <summary>Writes rows as CSV (RFC 4180). Values are quoted where necessary and may contain line breaks.</summary>
internal static class CsvWriter
{
    public static string Line(IEnumerable<string> values, string separator) =>
        string.Join(separator, values.Select(value => Quoted(value, separator))) + "\r\n";

    /// <summary>
    /// A value as a query would show it, without JSON around it. The switches set the form of dates; an empty value is an empty text.
    /// </summary>
    public static string Value(object? value, EmulatorSwitches switches) => value switch
    {
        null => "",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        true => "true",
        false => "false",
        DateOnly day => ValueWriter.Text(day, switches),
        DateTimeOffset moment => ValueWriter.Text(moment, switches),
        _ => (string)value,
    };

    private static string Quoted(string value, string separator) =>
        value.AsSpan().IndexOfAny("\"\r\n") < 0 && (separator.Length == 0 || !value.Contains(separator, StringComparison.Ordinal))
        ? value
        : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
