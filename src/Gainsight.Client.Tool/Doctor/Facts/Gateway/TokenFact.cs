namespace Gainsight.Client.Tool.Doctor;

/// <summary>Which body the token request may have. It is seen only with an M2M client.</summary>
internal sealed class TokenFact() : Fact("Body of the token request", "a form", "Body of the token request", Pages.Keys)
{
    /// <inheritdoc/>
    public override Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken) => Task.FromResult(
        tenant.Options.Credential is not ClientCredentialsCredential credential ? Finding.Open("needs an M2M client instead of an access key")
        : credential.UseEmptyTokenRequest ? Finding.Learned("an empty body is accepted")
        : Finding.Expected("a form is accepted"));
}
