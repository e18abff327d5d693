using System.Text;

namespace Gainsight.Client.Emulator;

/// <summary>
/// Composes letters and accents (Unicode form C). .NET can do so only with the data of ICU, which many containers and processes with invariant
/// globalization lack; there, the letters from U+00C0 to U+017F are composed.
/// </summary>
internal static class LatinComposition
{
    /// <summary>Each combining mark, the letters that take it, and the composed letters at the same positions.</summary>
    private static readonly (char Mark, string Letters, string Composed)[] Marks =
    [
        ('\u0300', "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
        ('\u0301', "AEIOUYaeiouyCcLlNnRrSsZz", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹź"),
        ('\u0302', "AEIOUaeiouCcGgHhJjSsWwYy", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ"),
        ('\u0303', "ANOanoIiUu", "ÃÑÕãñõĨĩŨũ"),
        ('\u0304', "AaEeIiOoUu", "ĀāĒēĪīŌōŪū"),
        ('\u0306', "AaEeGgIiOoUu", "ĂăĔĕĞğĬĭŎŏŬŭ"),
        ('\u0307', "CcEeGgIZz", "ĊċĖėĠġİŻż"),
        ('\u0308', "AEIOUaeiouyY", "ÄËÏÖÜäëïöüÿŸ"),
        ('\u030a', "AaUu", "ÅåŮů"),
        ('\u030b', "OoUu", "ŐőŰű"),
        ('\u030c', "CcDdEeLlNnRrSsTtZz", "ČčĎďĚěĽľŇňŘřŠšŤťŽž"),
        ('\u0327', "CcGgKkLlNnRrSsTt", "ÇçĢģĶķĻļŅņŖŗŞşŢţ"),
        ('\u0328', "AaEeIiUu", "ĄąĘęĮįŲų"),
    ];

    public static string Compose(string text)
    {
        var normal = text.Normalize(NormalizationForm.FormC);
        var composed = new StringBuilder(normal.Length);
        foreach (var c in normal)
        {
            if (composed.Length > 0 && Find(composed[^1], c) is { } letter)
            {
                composed[^1] = letter;
            }
            else
            {
                _ = composed.Append(c);
            }
        }

        return composed.ToString();
    }

    private static char? Find(char letter, char mark)
    {
        (_, var letters, var composed) = Array.Find(Marks, each => each.Mark == mark);
        var index = letters?.IndexOf(letter, StringComparison.Ordinal) ?? -1;
        return index < 0 ? null : composed[index];
    }
}
