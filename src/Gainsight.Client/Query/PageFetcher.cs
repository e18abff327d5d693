using System.Net;

namespace Gainsight.Client;

/// <summary>Fetches one page of a query. It asks for fewer rows when the tenant is slow.</summary>
internal sealed class PageFetcher<T>(ClientContext context, int pageSize, CallCounter? calls = null)
    where T : GainsightRecord, new()
{
    /// <summary>A smaller page would not make a slow tenant faster.</summary>
    private const int SmallestPage = 500;

    /// <summary>After a slower answer the next page is half as large. One real integration saw tenants that take 25 s for 1,000 rows.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(20);

    private int _size = pageSize;
    private QueryPlan? _plan;
    private string? _selection;

    /// <summary>The lane that the caller chose, or null.</summary>
    public RequestLane? Lane { get; init; }

    /// <summary>Whether a page was fetched.</summary>
    public bool HasFetched { get; private set; }

    /// <summary>Fetches a page of at most <paramref name="remaining"/> rows.</summary>
    public async Task<Page> FetchAsync(QueryPlan plan, int offset, int remaining, CancellationToken cancellationToken)
    {
        while (true)
        {
            var limit = Math.Min(_size, remaining);
            var canShrink = limit > SmallestPage;
            _plan = plan;
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
                    Lane = Lane ?? (plan.Take is <= ReadOptions.MaxPageSize ? RequestLane.Interactive : RequestLane.Bulk),
                    RetryTimeouts = !canShrink,
                    NoRowsIsSuccess = true,
                    Calls = calls,
                };
                using var response = await context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
                HasFetched = true;
                var rows = response.SaysNoRows ? [] : context.Names.Read<T>(plan.Definition.Name, plan.Fields, plan.Labels, response.Data.Span);
                if (response.Call!.LastAttempt > Slow && canShrink)
                {
                    Shrink(plan, limit);
                }

                return new(rows, limit);
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

    /// <summary>Whether rows can follow a page. See <see cref="PageSizes"/>.</summary>
    /// <param name="page">The page.</param>
    /// <param name="ifUnknown">The answer for a short page of a tenant whose page sizes are not known.</param>
    public bool MayContinue(in Page page, bool ifUnknown = true) =>
        context.PageSizes.MayFollow(KeyOf(page), page.Rows.Count, ifUnknown);

    /// <summary>Takes note that rows followed a page.</summary>
    public void Continued(in Page page) => context.PageSizes.Followed(KeyOf(page), page.Rows.Count);

    private PageSizes.Key KeyOf(in Page page) =>
        new(_plan!.Definition.Name, page.Limit, _selection ??= string.Join(',', _plan.Fields.Select(field => field.Name)));

    private void Shrink(QueryPlan plan, int limit)
    {
        _size = Math.Max(SmallestPage, limit / 2);
        Log.PageSizeSteppedDown(context.Logger, plan.Definition.Name, limit, _size);
    }

    /// <summary>A page as the tenant returned it, and the number of rows that were requested.</summary>
    public readonly record struct Page(IReadOnlyList<T> Rows, int Limit);
}
