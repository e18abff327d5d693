using System.Text;

namespace Gainsight.Client.Emulator;

/// <summary>Reads CSV (RFC 4180), or the same format with tabs, into rows of values.</summary>
internal static class CsvReader
{
    public static IEnumerable<List<string>> Read(string text)
    {
        var headerEnd = text.IndexOfAny(['\r', '\n']);
        var header = headerEnd < 0 ? text : text[..headerEnd];
        var separator = header.Contains('\t', StringComparison.Ordinal) && !header.Contains(',', StringComparison.Ordinal) ? '\t' : ',';
        var position = 0;
        while (position < text.Length)
        {
            var row = ReadRow(text, separator, ref position);
            if (row.Count > 1 || row[0].Length > 0)
            {
                yield return row;
            }
        }
    }

    private static List<string> ReadRow(string text, char separator, ref int position)
    {
        var row = new List<string>();
        while (true)
        {
            row.Add(ReadValue(text, separator, ref position));
            if (position < text.Length && text[position] == separator)
            {
                position++;
                continue;
            }

            position += position < text.Length && text[position] == '\r' ? 1 : 0;
            position += position < text.Length && text[position] == '\n' ? 1 : 0;
            return row;
        }
    }

    private static string ReadValue(string text, char separator, ref int position)
    {
        var value = new StringBuilder();
        var quoted = false;
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (c == '"' && quoted && position + 1 < text.Length && text[position + 1] == '"')
            {
                _ = value.Append('"');
                position++;
            }
            else if (c == '"' && (quoted || value.Length == 0))
            {
                quoted = !quoted;
            }
            else if (!quoted && (c == separator || c is '\r' or '\n'))
            {
                break;
            }
            else
            {
                _ = value.Append(c);
            }
        }

        return value.ToString();
    }
}
