namespace Gainsight.Client.Tool.Doctor;

/// <summary>What a name that no object has does to a description of several objects.</summary>
internal sealed class UnknownAmongManyFact() : Fact("An unknown object among several", "either", "Describe of several objects", Pages.Metadata)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var answer = await tenant.PostAsync(Routes.DescribeMany, Routes.DescribeManyBody("company", UnknownObjectFact.Name), cancellationToken).ConfigureAwait(false);
        return answer.IsRouteMissing ? Finding.Open("the tenant describes one object at a time")
            : answer.IsRefused ? Finding.Expected($"the call is refused ({answer.CodeText})")
            : answer.Rows?.Count == 1 ? Finding.Expected("left out")
            : Finding.Learned("another form");
    }
}
