namespace Gainsight.Client.Tool.Doctor;

/// <summary>How many rows a page holds.</summary>
internal sealed class PageFact() : Fact("Rows of a page", "as many as asked for", "Offsets beyond the first pages", Pages.Companies)
{
    private const int Most = 5000;

    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        if (sample.Rows.Count < 1)
        {
            return Finding.Needs("three companies or users");
        }

        var full = await PageAsync(tenant, sample, new Query("Gsid") { GsidOrder = "asc", Limit = Most }, cancellationToken).ConfigureAwait(false);
        if (full is null or 0)
        {
            return Finding.Open("a page of 5,000 rows was refused or empty");
        }

        if (full < Most)
        {
            var more = await PageAsync(tenant, sample, new Query("Gsid") { GsidOrder = "asc", Limit = 1, Offset = full.Value }, cancellationToken).ConfigureAwait(false);
            if (more > 0)
            {
                return await ShortAsync(tenant, sample, full.Value, cancellationToken).ConfigureAwait(false);
            }
        }

        // The same call shows the order.
        var last = OrderFact.Last(sample);
        var few = await PageAsync(tenant, sample, last, cancellationToken).ConfigureAwait(false);
        return (few, full) switch
        {
            (null, _) => Finding.Open("a small page was refused"),
            (_, < 3) => Finding.Needs("three companies or users"),
            _ when few == last.Limit => Finding.Expected("as many as asked for") with { Confidence = full == Most ? "seen" : "likely" },
            _ when few > last.Limit => Finding.Learned("limit ignored", "Pages are larger than asked for. The library reads them all the same."),
            _ => Short("fewer than asked for"),
        };
    }

    private static async Task<Finding> ShortAsync(Examination tenant, Sample sample, int full, CancellationToken cancellationToken)
    {
        var again = await PageAsync(tenant, sample, new Query("Gsid") { GsidOrder = "asc", Limit = Most }, cancellationToken, again: true).ConfigureAwait(false);
        if (again != full)
        {
            return Short("sizes vary");
        }

        var exact = await PageAsync(tenant, sample, new Query("Gsid") { GsidOrder = "asc", Limit = full }, cancellationToken).ConfigureAwait(false);
        return exact == full ? Short($"at most {full}") : exact < full ? Short($"{full - exact} fewer than asked for") : Short("sizes vary");
    }

    private static Finding Short(string found) =>
        Finding.Learned(found, "A short page is not the last one. The library reads on until a page is empty; code of your own must do the same.");

    private static async Task<int?> PageAsync(Examination tenant, Sample sample, Query query, CancellationToken cancellationToken, bool again = false) =>
        (await tenant.QueryAsync(sample.ObjectName, query, cancellationToken, again).ConfigureAwait(false)).Rows?.Count;
}
