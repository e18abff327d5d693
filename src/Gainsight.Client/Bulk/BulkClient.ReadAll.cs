namespace Gainsight.Client;

/// <content>The choice between query and export.</content>
public partial class BulkClient
{
    /// <summary>From here on an export is cheaper by far: 20 pages are a fifth of what a tenant may call in a minute.</summary>
    private const int ManyRows = 20 * ReadOptions.MaxPageSize;

    /// <summary>Decides whether all rows of a query are better read by pages or by a bulk export, and says which and why.</summary>
    /// <remarks>
    /// A page is a synchronous call for 5,000 rows (100 a minute, for all integrations together); an export is one of 10 asynchronous calls an hour, takes half a
    /// minute at the least, and costs a call for 20,000 rows. How many rows there are no call tells, so the row behind the 100,000th is asked for,
    /// which costs one call; with it, and where the hour has an asynchronous call left by what this process knows, an export is chosen, unless another
    /// such question finds that Gainsight would end the export (at 1,000,000 rows) before the last row. A query that takes no more than 100,000 rows is
    /// read by pages, without asking.
    /// </remarks>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="query">What to read.</param>
    /// <param name="cancellationToken">Ends the decision.</param>
    /// <returns>The decision, and the rows.</returns>
    /// <exception cref="ArgumentException">The query was made by another client.</exception>
    /// <exception cref="GainsightException">The tenant could not be asked; its type says why.</exception>
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
            return (BulkReadMethod.Query, $"at most {take} rows are asked for, {Pages(take)} of a query");
        }

        var complete = await QueryMetadata.CompleteAsync(plan, Context.Metadata, cancellationToken).ConfigureAwait(false);
        var probe = complete with { Select = [complete.Fields[0]], WithLabels = false, Labels = null };
        if (!await HasRowAsync<T>(probe, ManyRows, cancellationToken).ConfigureAwait(false))
        {
            return (BulkReadMethod.Query, $"there are at most {ManyRows} rows, {Pages(ManyRows)} of a query");
        }

        if (Context.Transport.EstimateWait(QuotaBuckets.Async, 1) > TimeSpan.Zero)
        {
            return (BulkReadMethod.Query, $"there are more than {ManyRows} rows, and no asynchronous call is left for an export at present");
        }

        // An export that reaches the limit is refused when it is read, since nothing tells it from one that was cut off there.
        return plan.Take is null && await HasRowAsync<T>(probe, ExportReader<T>.MaxRows - 1, cancellationToken).ConfigureAwait(false)
            ? (BulkReadMethod.Query, $"there are {ExportReader<T>.MaxRows} rows or more, where Gainsight ends an export")
            : (BulkReadMethod.Export, $"there are more than {ManyRows} rows, {Pages(ManyRows)} of a query or more, and an export costs one asynchronous call and {ManyRows / ExportChunkRows} others or more");
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
