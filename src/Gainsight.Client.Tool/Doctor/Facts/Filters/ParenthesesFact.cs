namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether filters may group conditions.</summary>
internal sealed class ParenthesesFact() : Fact("Parentheses in filters", "honoured", "Parentheses in `expression`", Pages.Companies)
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
        // Without the parentheses, in either order of AND and OR, the second row is found too.
        var found = await tenant.FindAsync(
            [new("Gsid", "EQ", first), new("Gsid", "EQ", first), new("Gsid", "EQ", second)], cancellationToken, "A AND (B OR C)").ConfigureAwait(false);
        return found is null ? Finding.Differs("refused", "Do not nest conditions joined by OR: send one query for each alternative, or use IN.")
            : found.SetEquals([first]) ? Finding.Expected("honoured")
            : found.Contains(second) ? Finding.Differs("ignored", "A filter that nests conditions joined by OR can find other rows than it says: send one query for each alternative.")
            : Finding.Open("the filter found other rows than any reading allows");
    }
}
