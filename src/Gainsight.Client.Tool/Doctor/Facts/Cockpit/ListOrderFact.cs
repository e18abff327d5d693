namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether the lists of Cockpit have the same order each time.</summary>
internal sealed class ListOrderFact() : Fact("Order of lists of CTAs", "not relied on", "Order and paging of the list calls", Pages.Ctas)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var first = await CockpitCheck.ListAsync(tenant, cancellationToken).ConfigureAwait(false);
        if (first.Rows is not { Count: > 4 })
        {
            return first.IsRefused ? Finding.Refused(first) : Finding.Needs("five CTAs");
        }

        var second = await CockpitCheck.ListAsync(tenant, cancellationToken, again: true).ConfigureAwait(false);
        return Gsids(first).SequenceEqual(Gsids(second)) ? Finding.Learned("the same for two equal calls") with { Confidence = "likely" }
            : Finding.Learned("changes", "Pages repeat and miss rows. The library reads until it has seen as many rows as the pages hold.");
    }

    private static IEnumerable<string?> Gsids(Answer answer) => (answer.Rows ?? []).Select(row => Sample.Text(row, "Gsid"));
}
