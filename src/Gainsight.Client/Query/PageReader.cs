using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Reads the pages of one query, one page ahead, by keyset or by offset.</summary>
internal sealed class PageReader<T>(ClientContext context, QueryPlan asked, ReadOptions options, CallCounter? calls = null)
    where T : GainsightRecord, new()
{
    /// <summary>An offset that no object has rows behind.</summary>
    private const int FarBehind = 1_000_000_000;

    public async IAsyncEnumerable<IReadOnlyList<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Each enumeration has its own: a fetcher remembers the page before.
        var plan = await asked.PrepareAsync(context.Metadata, cancellationToken).ConfigureAwait(false);
        var fetcher = new PageFetcher<T>(context, options.PageSize, calls);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var remaining = asked.Take ?? int.MaxValue;
        var isHeeded = false;
        (var paging, var next) = await StartAsync(plan, fetcher, remaining, reading.Token).ConfigureAwait(false);
        try
        {
            while (next is not null)
            {
                var page = await TakeAsync(next, paging).ConfigureAwait(false);
                next = null;
                var rows = page is { } taken ? paging.Accept(taken) : null;
                if (rows is null)
                {
                    Log.KeysetFellBackToOffset(context.Logger, asked.Definition.Name);
                    var keyset = (KeysetPaging<T>)paging;
                    paging = keyset.ToOffset();

                    // A first page is the first by offset, too; a later one is asked for anew.
                    if (page is not { } first || keyset.Accepted > 0)
                    {
                        next = fetcher.FetchAsync(paging, remaining, reading.Token);
                        continue;
                    }

                    page = first;
                    rows = paging.Accept(first)!;
                }

                if (!isHeeded && paging is OffsetPaging<T> { MayStandStill: true })
                {
                    await EnsureOffsetIsHeededAsync(paging.Next, reading.Token).ConfigureAwait(false);
                    isHeeded = true;
                }

                remaining -= rows.Count;
                next = page!.Value.IsFull && remaining > 0 ? fetcher.FetchAsync(paging, remaining, reading.Token) : null;
                if (rows.Count > 0)
                {
                    yield return rows;
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }
        }
        finally
        {
            if (next is not null)
            {
                await reading.CancelAsync().ConfigureAwait(false);
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>A page may come twice because others insert rows. One that comes from far behind the last row shows that it would come for ever.</summary>
    private async Task EnsureOffsetIsHeededAsync(QueryPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            var behind =
                await new PageFetcher<T>(context, pageSize: 1, calls).FetchAsync(plan, FarBehind, remaining: 1, cancellationToken).ConfigureAwait(false);
            if (behind.Rows.Count == 0)
            {
                return;
            }
        }
        catch (GainsightApiException)
        {
            // An offset that is refused is heeded.
            return;
        }

        throw new GainsightProtocolException(
            $"The tenant gives rows of {plan.Definition.Name} again that it gave before, whatever offset is asked for, so that reading on would have no end. What came before is valid, and not all. Read them by key ({nameof(ReadPaging)}.{nameof(ReadPaging.Auto)}, no OrderBy, no | in the filter), or with Bulk.ExportAsync.");
    }

    /// <summary>The page, or null when the tenant refuses the condition on the key, without which it gave the first page.</summary>
    private static async Task<FetchedPage<T>?> TakeAsync(Task<FetchedPage<T>> next, IPaging<T> paging)
    {
        try
        {
            return await next.ConfigureAwait(false);
        }
        catch (GainsightValidationException) when (paging is KeysetPaging<T> { Accepted: > 0 })
        {
            return null;
        }
    }

    /// <summary>Begins with the first page, and with the key that rows are told apart by.</summary>
    private async Task<(IPaging<T> Paging, Task<FetchedPage<T>> First)> StartAsync(
        QueryPlan plan, PageFetcher<T> fetcher, int remaining, CancellationToken cancellationToken)
    {
        var gsid = plan.Definition.PagingKey;
        if (gsid is null || context.Metadata.IsKnownToLack(plan.Definition.Name, gsid))
        {
            return BeginWithout();
        }

        var begun = Begin(plan.Selecting(gsid), PagingKey.Of(gsid));
        if (plan.Selects(gsid))
        {
            return begun;
        }

        if (plan.Definition.Fields.Count > 0)
        {
            return begun;
        }

        // Some system objects have no GSID. The fields of an object that is known by its name alone are looked up when it refuses.
        await ((Task)begun.First).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (begun.First.Exception?.InnerException is GainsightValidationException)
        {
            await context.Metadata.FieldsOfAsync(plan.Definition.Name, cancellationToken).ConfigureAwait(false);
            return context.Metadata.IsKnownToLack(plan.Definition.Name, gsid) ? BeginWithout() : begun;
        }

        return begun;

        (IPaging<T> Paging, Task<FetchedPage<T>> First) BeginWithout() =>
            context.Metadata.NumberOf(plan.Definition.Name) is { } id ? Begin(plan.Selecting(id), PagingKey.Of(id)) : Begin(plan, key: null);

        (IPaging<T> Paging, Task<FetchedPage<T>> First) Begin(QueryPlan plan, PagingKey? key)
        {
            IPaging<T> paging = key is not null && options.Paging == ReadPaging.Auto && plan.AllowsKeyset
                ? new KeysetPaging<T>(plan, key)
                : new OffsetPaging<T>(plan, key);
            return (paging, fetcher.FetchAsync(paging, remaining, cancellationToken));
        }
    }
}
