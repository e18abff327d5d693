using System.Globalization;
using System.Text;

namespace Gainsight.Client.Tool;

/// <summary>Makes names of C# from API names and labels. The same text always becomes the same name.</summary>
internal static class Identifiers
{
    private static readonly string[] Suffixes = ["__gc", "__c"];

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using",
        "virtual", "void", "volatile", "while",
    };

    /// <summary>The name for an API name: without the suffix of a custom field or object, such as <c>RenewalOwner</c> for <c>renewal_owner__gc</c>.</summary>
    public static string OfApiName(string name, string otherwise)
    {
        foreach (var suffix in Suffixes)
        {
            if (name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && name.Length > suffix.Length)
            {
                return OfText(name[..^suffix.Length], otherwise);
            }
        }

        return OfText(name, otherwise);
    }

    /// <summary>
    /// The name for any text: its letters and digits, where a letter after anything else is a capital. Letters of other languages stay. No keyword
    /// of C# starts with a capital, so none can come out.
    /// </summary>
    public static string OfText(string text, string otherwise)
    {
        var name = new StringBuilder(text.Length);
        var isStart = true;
        foreach (var letter in text)
        {
            if (!IsPart(letter))
            {
                isStart = true;
                continue;
            }

            if (name.Length == 0 && !char.IsLetter(letter))
            {
                // A digit or a combining mark cannot come first.
                _ = name.Append('_');
            }

            _ = name.Append(isStart ? char.ToUpperInvariant(letter) : letter);
            isStart = false;
        }

        return name.Length > 0 ? name.ToString() : otherwise;
    }

    /// <summary>Whether the text can be written as a namespace: names with dots between them, none of them a keyword.</summary>
    public static bool IsNamespace(string text) => Array.TrueForAll(text.Split('.'), static part =>
        part.Length > 0 && (part[0] == '_' || char.IsLetter(part[0])) && part.All(static letter => letter == '_' || IsPart(letter)) && !Keywords.Contains(part));

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter)
        ? char.GetUnicodeCategory(letter) is not UnicodeCategory.OtherNumber
        : char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
