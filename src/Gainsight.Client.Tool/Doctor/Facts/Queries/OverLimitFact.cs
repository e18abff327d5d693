namespace Gainsight.Client.Tool.Doctor;

/// <summary>What a query answers that asks for more rows than allowed.</summary>
internal sealed class OverLimitFact() : Fact("limit above 5,000", "never sent", "Records.Query", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        var answer = await tenant.QueryAsync(sample.ObjectName, new Query("Gsid") { Limit = 5001 }, cancellationToken).ConfigureAwait(false);
        return answer.IsRefused && !answer.FoundNothing ? Finding.Learned($"refused ({answer.CodeText})")
            : answer.Rows is { Count: > 5000 } ? Finding.Learned("more than 5,000 rows come")
            : Finding.Learned("accepted, with at most 5,000 rows") with { Confidence = answer.Rows is { Count: 5000 } ? "seen" : "likely" };
    }
}
