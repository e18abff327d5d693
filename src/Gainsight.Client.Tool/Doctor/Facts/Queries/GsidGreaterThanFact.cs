namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether pages by GSID work.</summary>
internal sealed class GsidGreaterThanFact() : Fact("Gsid GT", "honoured", "Records.Query", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        if (sample.Rows.Count < 2)
        {
            return Finding.Needs("two companies or users");
        }

        string[] gsids = [.. sample.Rows.Select(row => Sample.Text(row, "Gsid")!).Order(StringComparer.Ordinal)];
        var after = gsids[(gsids.Length / 2) - 1];
        var answer = await tenant.QueryAsync(
            sample.ObjectName, new Query("Gsid") { GsidOrder = "asc", Conditions = [new("Gsid", "GT", after)] }, cancellationToken).ConfigureAwait(false);
        return answer.Rows is not { } rows
            ? Finding.Differs($"refused ({answer.CodeText})", "The library cannot page by GSID: set ReadOptions.Paging to pages by offset, or read by a bulk export.")
            : rows.Count == 0 ? Finding.Open("no row came, though one follows")
            : rows.All(row => string.CompareOrdinal(Sample.Text(row, "Gsid"), after) > 0) ? Finding.Expected("honoured")
            : Finding.Differs("ignored", "Pages by GSID would repeat rows. The library notices it and fails: set ReadOptions.Paging to pages by offset, or read by a bulk export.");
    }
}
