namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether filters of the lists accept times of day.</summary>
internal sealed class ListMomentFact() : Fact("Times of day in list filters", "never sent", "Days in filters of the list calls", Pages.Ctas)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var condition = new Condition("ModifiedDate", "GTE", "2020-01-01T00:00:00Z") { NameMember = "fieldName" };
        var answer = await CockpitCheck.ListAsync(tenant, cancellationToken, condition).ConfigureAwait(false);
        return answer.IsRouteMissing ? Finding.Refused(answer)
            : answer.IsRefused ? Finding.Learned($"refused ({answer.CodeText})")
            : Finding.Learned("accepted") with { Confidence = "likely" };
    }
}
