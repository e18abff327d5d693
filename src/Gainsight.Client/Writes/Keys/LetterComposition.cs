using System.Text;

namespace Gainsight.Client;

/// <summary>Joins capital Latin letters and the marks that follow them, as Unicode's form C does.</summary>
/// <remarks>.NET itself does it only where the globalization data are installed, which they are not in many containers.</remarks>
internal static class LetterComposition
{
    /// <summary>For each mark, its letters and the letters with the mark.</summary>
    private static readonly Dictionary<char, (string Letters, string Composed)> Marks = new()
    {
        ['\u0300'] = ("AEINOUWY", "ÀÈÌǸÒÙẀỲ"),
        ['\u0301'] = ("ACEGIKLMNOPRSUWYZ", "ÁĆÉǴÍḰĹḾŃÓṔŔŚÚẂÝŹ"),
        ['\u0302'] = ("ACEGHIJOSUWYZ", "ÂĈÊĜĤÎĴÔŜÛŴŶẐ"),
        ['\u0303'] = ("AEINOUVY", "ÃẼĨÑÕŨṼỸ"),
        ['\u0304'] = ("AEGIOUY", "ĀĒḠĪŌŪȲ"),
        ['\u0306'] = ("AEGIOU", "ĂĔĞĬŎŬ"),
        ['\u0307'] = ("ABCDEFGHIMNOPRSTWXYZ", "ȦḂĊḊĖḞĠḢİṀṄȮṖṘṠṪẆẊẎŻ"),
        ['\u0308'] = ("AEHIOUWXY", "ÄËḦÏÖÜẄẌŸ"),
        ['\u030A'] = ("AU", "ÅŮ"),
        ['\u030B'] = ("OU", "ŐŰ"),
        ['\u030C'] = ("ACDEGHIKLNORSTUZ", "ǍČĎĚǦȞǏǨĽŇǑŘŠŤǓŽ"),
        ['\u0326'] = ("ST", "ȘȚ"),
        ['\u0327'] = ("CDEGHKLNRST", "ÇḐȨĢḨĶĻŅŖŞŢ"),
        ['\u0328'] = ("AEIOU", "ĄĘĮǪŲ"),
    };

    /// <summary>The text with composed letters.</summary>
    public static string Compose(string capitals)
    {
        StringBuilder? composed = null;
        for (var i = 0; i < capitals.Length; i++)
        {
            var character = capitals[i];
            if (i > 0
                && Marks.TryGetValue(character, out var mark)
                && mark.Letters.IndexOf(capitals[i - 1], StringComparison.Ordinal) is >= 0 and var index)
            {
                composed ??= new StringBuilder(capitals, 0, i, capitals.Length);
                composed[^1] = mark.Composed[index];
            }
            else
            {
                composed?.Append(character);
            }
        }

        return composed?.ToString() ?? capitals;
    }
}
