using System.Net;

namespace Gainsight.Client;

/// <summary>Fetches one page of a query. It asks for fewer rows when the tenant is slow.</summary>
internal sealed class PageFetcher<T>(ClientContext context, int pageSize, CallCounter? calls = null)
    where T : GainsightRecord, new()
{
    /// <summary>A smaller page would not make a slow tenant faster.</summary>
    private const int SmallestPage = 500;

    /// <summary>A tenant that returns fewer rows than requested returns a round number. More rows may follow then.</summary>
    private const int RoundPage = 1000;

    /// <summary>After a slower answer the next page is half as large. One real integration saw tenants that take 25 s for 1,000 rows.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(20);

    private RecordPageReader<T>? _reader;
    private int _size = pageSize;

    /// <summary>Whether a page was fetched.</summary>
    public bool HasFetched { get; private set; }

    /// <summary>Fetches a page of at most <paramref name="remaining"/> rows.</summary>
    public async Task<Page> FetchAsync(QueryPlan plan, int offset, int remaining, CancellationToken cancellationToken)
    {
        while (true)
        {
            var limit = Math.Min(_size, remaining);
            var canShrink = limit > SmallestPage;
            try
            {
                using var body = JsonBody.Create(
                    (plan, context.Format, limit, offset),
                    static (writer, state) => state.plan.Write(writer, state.Format, state.limit, state.offset));
                var request = new ApiRequest
                {
                    Operation = plan.Definition.Routes.Query,
                    Object = plan.Definition.Name,
                    Body = body,
                    Lane = plan.Take is <= ReadOptions.MaxPageSize ? RequestLane.Interactive : RequestLane.Bulk,
                    RetryTimeouts = !canShrink,
                    NoRowsIsSuccess = true,
                    Calls = calls,
                };
                using var response = await context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
                HasFetched = true;
                var rows = response.SaysNoRows ? [] : (_reader ??= new(plan.Labels)).Read(response.Data.Span);
                if (response.Elapsed > Slow && canShrink)
                {
                    Shrink(plan, limit);
                }

                return new(rows, rows.Count >= limit || (rows.Count > 0 && rows.Count % RoundPage == 0));
            }
            catch (GainsightTransportException exception) when (exception.IsTimeout && canShrink)
            {
                Shrink(plan, limit);
            }
            catch (GainsightApiException exception) when (exception.StatusCode == HttpStatusCode.GatewayTimeout && canShrink)
            {
                Shrink(plan, limit);
            }
        }
    }

    private void Shrink(QueryPlan plan, int limit)
    {
        _size = Math.Max(SmallestPage, limit / 2);
        Log.PageSizeSteppedDown(context.Logger, plan.Definition.Name, limit, _size);
    }

    /// <summary>A page as the tenant returned it.</summary>
    /// <param name="Rows">The rows of the page.</param>
    /// <param name="IsFull">Whether more rows can follow: the page has as many rows as requested, or as many as the tenant returns at once.</param>
    public readonly record struct Page(IReadOnlyList<T> Rows, bool IsFull);
}
