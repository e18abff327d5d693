namespace Gainsight.Client;

/// <summary>
/// Asks a tenant once for each object whether it sorts by the key. A tenant that does not can return rows that ascend by chance, and the condition on the key
/// would then leave out those that come later. Only pages of a few rows need the check.
/// </summary>
internal static class OrderCheck
{
    /// <summary>So many rows of a page do not ascend by chance.</summary>
    public const int EnoughRows = 8;

    /// <summary>Whether the tenant sorts by the key: the last row of all comes after a row that is known not to be the last.</summary>
    /// <param name="context">The client.</param>
    /// <param name="set">The query without a condition on the key.</param>
    /// <param name="key">The key.</param>
    /// <param name="known">The key of a row that others follow.</param>
    /// <param name="probe">Fetches the page. It must not be the one of the read.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<bool> SortsAsync<T>(
        ClientContext context, QueryPlan set, PagingKey key, string known, PageFetcher<T> probe, CancellationToken cancellationToken)
        where T : GainsightRecord, new()
    {
        var learnt = context.Learnt(set.Definition.Name);
        if (learnt.SortsByKey)
        {
            return true;
        }

        try
        {
            var last = await probe.FetchAsync(set with { OrderBy = [(key.Field, true)] }, offset: 0, remaining: 1, cancellationToken).ConfigureAwait(false);
            var sorts = last.Rows.Count > 0 && key.ValueOf(last.Rows[0]) is { } value && key.IsAfter(value, known);
            if (sorts)
            {
                learnt.SortsByKey = true;
            }

            return sorts;
        }
        catch (GainsightValidationException refusal) when (refusal.IsFromGainsight)
        {
            // A tenant that refuses an order does not ignore it.
            return true;
        }
    }
}
