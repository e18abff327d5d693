namespace Gainsight.Client.Tool.Doctor;

/// <summary>What a list answers that is asked for more rows than allowed.</summary>
internal sealed class ListLimitFact() : Fact("pageSize above 1,000", "never sent", "Ctas.List", Pages.Ctas)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var answer = await CockpitCheck.ListAsync(tenant, cancellationToken, pageSize: 1001).ConfigureAwait(false);
        return answer.IsRouteMissing ? Finding.Refused(answer)
            : answer.IsRefused ? Finding.Learned($"refused ({answer.CodeText})")
            : Finding.Learned("accepted");
    }
}
