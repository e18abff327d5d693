namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether a query can order its rows by GSID, which pages need.</summary>
internal sealed class OrderFact() : Fact("orderBy", "honoured", "Records.Query", Pages.Companies)
{
    /// <summary>The last rows, the last one first, at most nine and not all.</summary>
    /// <param name="sample">The sample.</param>
    /// <returns>The query.</returns>
    public static Query Last(Sample sample) => new("Gsid") { GsidOrder = "desc", Limit = Math.Clamp(sample.Rows.Count - 1, 2, 9) };

    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        var sample = await tenant.SampleAsync(cancellationToken).ConfigureAwait(false);
        if (sample.Rows.Count < 3)
        {
            return Finding.Needs("three companies or users");
        }

        var answer = await tenant.QueryAsync(sample.ObjectName, Last(sample), cancellationToken).ConfigureAwait(false);
        string[] up = [.. sample.Rows.Select(row => Sample.Text(row, "Gsid")!)];
        string[] down = [.. (answer.Rows ?? []).Select(row => Sample.Text(row, "Gsid") ?? "")];
        return answer.Rows is null ? Finding.Refused(answer)
            : down is [] ? Finding.Open("the answer in the other order had no rows")
            : IsSorted(up) && IsSorted(Enumerable.Reverse(down)) && string.CompareOrdinal(down[0], up[^1]) >= 0 ? Finding.Expected("honoured")
            : down[0] == up[0] || !IsSorted(up) ? Finding.Differs("ignored", "Pages by GSID can miss rows. Read with ReadOptions.Paging by offset, or by a bulk export, and compare the counts.")
            : Finding.Differs("another order", "GSIDs are ordered by other rules than their characters. Please report it.");
    }

    private static bool IsSorted(IEnumerable<string> gsids)
    {
        string[] all = [.. gsids];
        return all.Zip(all.Skip(1)).All(pair => string.CompareOrdinal(pair.First, pair.Second) < 0);
    }
}
