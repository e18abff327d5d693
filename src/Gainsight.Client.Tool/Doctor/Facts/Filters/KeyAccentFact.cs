namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether filters treat composed and decomposed letters as the same.</summary>
internal sealed class KeyAccentFact() : Fact("EQ: composed and decomposed letters", "either", "Key fields", Pages.Companies)
{
    // Without ICU, .NET does not decompose letters, so a few are listed.
    private static readonly Dictionary<char, string> Decomposed = new()
    {
        ['é'] = "e\u0301",
        ['è'] = "e\u0300",
        ['ê'] = "e\u0302",
        ['á'] = "a\u0301",
        ['à'] = "a\u0300",
        ['ä'] = "a\u0308",
        ['ã'] = "a\u0303",
        ['ö'] = "o\u0308",
        ['ó'] = "o\u0301",
        ['ü'] = "u\u0308",
        ['ú'] = "u\u0301",
        ['í'] = "i\u0301",
        ['ñ'] = "n\u0303",
        ['ç'] = "c\u0327",
        ['É'] = "E\u0301",
        ['Ö'] = "O\u0308",
        ['Ü'] = "U\u0308",
        ['Ä'] = "A\u0308",
    };

    /// <inheritdoc/>
    public override Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken) => SpellingCheck.RunAsync(
        tenant,
        [DataType.String],
        static text => text.Any(Decomposed.ContainsKey),
        static text => string.Concat(text.Select(letter => Decomposed.GetValueOrDefault(letter, letter.ToString()))),
        "a company with an accented letter, such as é",
        cancellationToken);
}
