namespace Gainsight.Client.Tool.Doctor;

/// <summary>Which of AND and OR binds tighter.</summary>
internal sealed class PrecedenceFact() : Fact("AND and OR in a row", "AND binds tighter", "Parentheses in `expression`", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        if (sample.Rows.Count < 2)
        {
            return Finding.Needs("two companies or users");
        }

        (var first, var second) = (sample.Gsid(0), sample.Gsid(1));
        var found = await tenant.FindAsync(
            [new("Gsid", "EQ", first), new("Gsid", "EQ", second), new("Gsid", "EQ", second)], cancellationToken, "A OR B AND C").ConfigureAwait(false);
        return found is null ? Finding.Open("the filter was refused")
            : found.SetEquals([first, second]) ? Finding.Expected("AND binds tighter")
            : found.SetEquals([second]) ? Finding.Learned("from left to right", "The library puts alternatives in parentheses, so it is not affected unless the tenant ignores them. Filters in your own JSON are.")
            : Finding.Open("the filter found other rows than any reading allows");
    }
}
