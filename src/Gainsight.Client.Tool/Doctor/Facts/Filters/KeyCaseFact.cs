namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether filters ignore the case of texts, as keys of upserts may be read.</summary>
internal sealed class KeyCaseFact() : Fact("EQ: small and capital letters", "either", "Key fields", Pages.Companies)
{
    /// <inheritdoc/>
    public override Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken) => SpellingCheck.RunAsync(
        tenant,
        [DataType.String],
        static text => text.Any(char.IsAsciiLetter) && text.Length > 2,
        static text => string.Concat(text.Select(letter => char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter))),
        "a company with a name",
        cancellationToken);
}
