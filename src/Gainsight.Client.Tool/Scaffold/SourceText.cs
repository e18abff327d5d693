using System.Globalization;
using System.Text;

namespace Gainsight.Client.Tool;

/// <summary>Texts of a tenant as they can stand in C#.</summary>
internal static class SourceText
{
    /// <summary>A string literal. Everything that is not plain is escaped, so that no text can end the literal or the line.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var letter in text)
        {
            _ = letter is '"' or '\\' ? literal.Append('\\').Append(letter)
                : letter is >= ' ' and <= '~' || char.IsLetterOrDigit(letter) ? literal.Append(letter)
                : literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
        }

        return literal.Append('"').ToString();
    }

    /// <summary>The text for a documentation comment: on one line, with the characters of XML escaped, and without those that XML cannot hold.</summary>
    public static string Documentation(string text)
    {
        var doc = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                _ = doc.Append(letter).Append(text[++i]);
                continue;
            }

            _ = letter switch
            {
                '&' => doc.Append("&amp;"),
                '<' => doc.Append("&lt;"),
                '>' => doc.Append("&gt;"),
                '\u2028' or '\u2029' => doc.Append(' '),
                _ when char.IsControl(letter) => doc.Append(' '),
                _ when char.IsSurrogate(letter) || letter >= '\uFFFE' => doc,
                _ => doc.Append(letter),
            };
        }

        return string.Join(' ', doc.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
