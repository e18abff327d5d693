namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether both lengths of a Salesforce id are the same.</summary>
internal sealed class SalesforceIdFact() : Fact("EQ: Salesforce ids of 15 and 18", "either", "Key fields", Pages.Companies)
{
    /// <inheritdoc/>
    public override Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken) => SpellingCheck.RunAsync(
        tenant, [DataType.SfdcId], static text => text.Length == 18, static text => text[..15], "a company with an SfdcAccountId of 18 characters", cancellationToken);
}
