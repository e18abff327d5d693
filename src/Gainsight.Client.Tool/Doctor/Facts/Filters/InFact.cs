namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether IN works for texts.</summary>
internal sealed class InFact() : Fact("IN", "honoured", "Records.Query", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        if (sample.Rows.Count < 3)
        {
            return Finding.Needs("three companies or users");
        }

        string[] wanted = [sample.Gsid(0), sample.Gsid(2)];
        var found = await tenant.FindAsync([new("Gsid", "IN", wanted[0], wanted[1])], cancellationToken).ConfigureAwait(false);
        return found is null ? Finding.Differs("refused", "Upserts and GetManyAsync look up keys with IN and will fail. Please report it.")
            : found.SetEquals(wanted) ? Finding.Expected("honoured")
            // A page that is short has some of them.
            : found.IsProperSubsetOf(wanted) && found.Count > 0 ? Finding.Expected("honoured") with { Confidence = "likely" }
            : Finding.Differs("ignored", "Upserts and GetManyAsync look up keys with IN and would find other rows. Please report it.");
    }
}
