using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Reads the pages of one query, one page ahead, by keyset or by offset.</summary>
internal sealed class PageReader<T>
    where T : GainsightRecord, new()
{
    private readonly ClientContext _context;
    private readonly QueryPlan _asked;
    private readonly ReadOptions _options;
    private readonly PageFetcher<T> _fetcher;

    public PageReader(ClientContext context, QueryPlan plan, ReadOptions options, CallCounter? calls = null)
    {
        _context = context;
        _asked = plan;
        _options = options;
        _fetcher = new PageFetcher<T>(context, options.PageSize, calls);
    }

    public async IAsyncEnumerable<IReadOnlyList<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        QueryPlan plan = await WithFieldsAsync(cancellationToken).ConfigureAwait(false);
        IPaging<T> paging = PagingFor(plan);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        int remaining = plan.Take ?? int.MaxValue;
        Task<FetchedPage<T>>? next = Fetch(paging, remaining, reading.Token);
        try
        {
            while (next is not null)
            {
                FetchedPage<T> page = await next.ConfigureAwait(false);
                next = null;
                IReadOnlyList<T>? rows = paging.Accept(page);
                if (rows is null)
                {
                    // The tenant does not honour the keyset. A first page is still the first; a later one is asked for anew.
                    Log.KeysetFellBackToOffset(_context.Logger, plan.Definition.Name);
                    var keyset = (KeysetPaging<T>)paging;
                    paging = keyset.ToOffset();
                    if (keyset.Accepted > 0)
                    {
                        next = Fetch(paging, remaining, reading.Token);
                        continue;
                    }

                    rows = paging.Accept(page)!;
                }

                remaining -= rows.Count;
                next = page.IsFull && remaining > 0 ? Fetch(paging, remaining, reading.Token) : null;
                if (rows.Count > 0)
                {
                    yield return rows;
                }
            }
        }
        finally
        {
            if (next is not null)
            {
                await reading.CancelAsync().ConfigureAwait(false);
                await next.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default)
                    .ConfigureAwait(false);
            }
        }
    }

    private Task<FetchedPage<T>> Fetch(IPaging<T> paging, int remaining, CancellationToken cancellationToken) =>
        _fetcher.FetchAsync(paging.Next, paging.Offset, remaining, cancellationToken);

    private IPaging<T> PagingFor(QueryPlan plan) =>
        plan.Definition.PagingKey is { } key && _options.Paging == ReadPaging.Auto && plan.OrderBy.Count == 0 && plan.Where is not { HasOr: true }
            && plan.Where is not { Count: >= FilterJunction.MaxConditions }
            ? new KeysetPaging<T>(plan, key)
            : new OffsetPaging<T>(plan);

    /// <summary>Fills in the fields that the caller did not name, and the key that pages are told apart by.</summary>
    private async Task<QueryPlan> WithFieldsAsync(CancellationToken cancellationToken)
    {
        QueryPlan plan = _asked;
        if (plan.Select.Count == 0)
        {
            plan = plan.Definition.DefaultSelect.Count > 0
                ? plan with { Select = plan.Definition.DefaultSelect }
                : await _context.Describe.SelectAllAsync(plan, cancellationToken).ConfigureAwait(false);
        }

        return plan.Definition.PagingKey is { } key && _options.Paging == ReadPaging.Auto
            && !plan.Select.Any(field => string.Equals(field.Name, key.Name, StringComparison.OrdinalIgnoreCase))
            ? plan with { Select = [.. plan.Select, key] }
            : plan;
    }
}
