namespace Gainsight.Client.Tool.Doctor;

/// <summary>What an offset counts, and whether it is honoured.</summary>
internal sealed class OffsetFact() : Fact("offset", "starts at 0", "Offsets beyond the first pages", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        if (sample.Rows.Count < 3)
        {
            return Finding.Needs("three companies or users");
        }

        var answer = await tenant.QueryAsync(sample.ObjectName, new Query("Gsid") { GsidOrder = "asc", Limit = 1, Offset = 1 }, cancellationToken).ConfigureAwait(false);
        var first = answer.Rows is [var row, ..] ? Sample.Text(row, "Gsid") : null;
        return answer.Rows is null ? Finding.Refused(answer)
            : first == sample.Gsid(1) ? Finding.Expected("starts at 0")
            : first == sample.Gsid(0) ? Finding.Differs("starts at 1, or is ignored", "Pages by offset repeat rows. Objects with a GSID are paged by it and are not affected.")
            : Finding.Open("rows changed during the check");
    }
}
