namespace Gainsight.Client;

/// <content>The choice between query and export.</content>
public partial class BulkClient
{
    /// <summary>For more rows an export is much cheaper: 20 pages are a fifth of a tenant's calls per minute.</summary>
    private const int ManyRows = 20 * ReadOptions.MaxPageSize;

    /// <summary>Decides whether to read all rows of a query by pages or by a bulk export, and says why.</summary>
    /// <remarks>
    /// A page is a synchronous call for 5,000 rows (100 per minute for all integrations together). An export is one of 10 asynchronous calls per hour, takes at
    /// least half a minute, and costs one call per 20,000 rows. No call returns the number of rows, so this method spends one call to read the row after
    /// the 100,000th. If that row exists and this process knows of an asynchronous call left in this hour, it chooses an export, unless one more
    /// such call shows that Gainsight would stop the export (at 1,000,000 rows) before the last row. A query with <c>Take</c> of at most 100,000 rows
    /// is read by pages without these calls.
    /// </remarks>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="query">The rows to read.</param>
    /// <param name="cancellationToken">Cancels the decision.</param>
    /// <returns>The decision, and the rows.</returns>
    /// <exception cref="ArgumentException">Another client created the query.</exception>
    /// <exception cref="GainsightException">The tenant could not be asked. The exception type says why.</exception>
    public virtual async Task<BulkRead<T>> ReadAllAsync<T>(RecordQuery<T> query, CancellationToken cancellationToken = default)
        where T : GainsightRecord, new()
    {
        var plan = PlanOf(query);
        (var method, var reason) = await ChooseAsync<T>(plan, cancellationToken).ConfigureAwait(false);
        Log.ReadAllDecided(Context.Logger, plan.Definition.Name, method.ToString(), reason);
        return new BulkRead<T>(method, reason, method == BulkReadMethod.Export ? ExportAsync(query, CancellationToken.None) : query.ReadAsync(CancellationToken.None));
    }

    private async Task<(BulkReadMethod Method, string Reason)> ChooseAsync<T>(QueryPlan plan, CancellationToken cancellationToken)
        where T : GainsightRecord, new()
    {
        if (plan.Take is { } take && take <= ManyRows)
        {
            return (BulkReadMethod.Query, $"the query takes at most {Plural.Of(take, "row")}, at a cost of {Pages(take)}");
        }

        var complete = await QueryMetadata.CompleteAsync(plan, Context.Metadata, cancellationToken).ConfigureAwait(false);
        var probe = complete with { Select = [complete.Fields[0]], WithLabels = false, Labels = null };
        if (!await HasRowAsync<T>(probe, ManyRows, cancellationToken).ConfigureAwait(false))
        {
            return (BulkReadMethod.Query, $"there are at most {ManyRows} rows, which cost {Pages(ManyRows)} or less");
        }

        if (Context.Transport.EstimateWait(QuotaBuckets.Async, 1) > TimeSpan.Zero)
        {
            return (BulkReadMethod.Query, $"there are more than {ManyRows} rows, and no asynchronous call is left for an export now");
        }

        // An export that reaches the limit is refused when it is read, because it looks the same as one that was cut off there.
        return plan.Take is null && await HasRowAsync<T>(probe, ExportReader<T>.MaxRows - 1, cancellationToken).ConfigureAwait(false)
            ? (BulkReadMethod.Query, $"there are {ExportReader<T>.MaxRows} rows or more, and Gainsight stops an export there")
            : (BulkReadMethod.Export, $"there are more than {ManyRows} rows, which cost {Pages(ManyRows)} or more; an export costs one asynchronous call and {ManyRows / ExportChunkRows} others or more");
    }

    private async Task<bool> HasRowAsync<T>(QueryPlan probe, int offset, CancellationToken cancellationToken)
        where T : GainsightRecord, new() =>
        (await new PageFetcher<T>(Context, pageSize: 1).FetchAsync(probe, offset, 1, cancellationToken).ConfigureAwait(false)).Rows.Count > 0;

    private static string Pages(int rows)
    {
        var pages = (rows + ReadOptions.MaxPageSize - 1) / ReadOptions.MaxPageSize;
        return pages == 1 ? "one call" : $"{pages} calls";
    }
}
