namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether filters ignore white space at the ends of texts.</summary>
internal sealed class KeySpaceFact() : Fact("EQ: spaces at both ends", "either", "Key fields", Pages.Companies)
{
    /// <inheritdoc/>
    public override Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken) => SpellingCheck.RunAsync(
        tenant, [DataType.String], static text => text.Trim() == text, static text => $" {text} ", "a company with a name", cancellationToken);
}
