namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether a condition of a list may name its field as a query does.</summary>
internal sealed class ListNameFact() : Fact("name in list filters", "never sent: fieldName", "Ctas.List", Pages.Ctas)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var answer = await CockpitCheck.ListAsync(tenant, cancellationToken, new Condition("Name", "EQ", "gainsight-doctor")).ConfigureAwait(false);
        return answer.IsRouteMissing ? Finding.Refused(answer)
            : answer.IsRefused ? Finding.Learned($"refused ({answer.CodeText})")
            : answer.Rows is { Count: 0 } ? Finding.Learned("accepted")
            : Finding.Learned("ignored, with the condition");
    }
}
