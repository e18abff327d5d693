using System.Globalization;

namespace Gainsight.Client.Emulator;

/// <summary>Writes rows as CSV (RFC 4180). Values are quoted where necessary and may contain line breaks.</summary>
internal static class CsvWriter
{
    public static string Line(IEnumerable<string> values) => string.Join(',', values.Select(Quoted)) + "\r\n";

    /// <summary>
    /// A value as a query would show it, without JSON around it. The switches set the form of dates; an empty value is an empty text.
    /// </summary>
    public static string Value(object? value, EmulatorSwitches switches) => value switch
    {
        null => "",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        true => "true",
        false => "false",
        DateOnly day => ValueWriter.Text(day, switches.Dates),
        DateTimeOffset moment => ValueWriter.Text(moment, switches.Dates),
        _ => (string)value,
    };

    private static string Quoted(string value) => value.AsSpan().IndexOfAny("\",\r\n") < 0
        ? value
        : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
