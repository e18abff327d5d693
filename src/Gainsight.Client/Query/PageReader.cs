using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Reads the pages of one query by keyset or by offset, one page ahead of the caller.</summary>
/// <remarks>A read ends with an empty page, or with a page that cannot have a successor (<see cref="PageSizes"/>).</remarks>
/// <param name="context">The client.</param>
/// <param name="asked">The query.</param>
/// <param name="options">How pages are read.</param>
/// <param name="calls">Counts the calls.</param>
/// <param name="afterPage">Sees the rows of each page before the next page is requested, and says what the read still has to prove.</param>
/// <param name="pagingKey">The key by which pages follow each other. Null for the GSID, or what the object has instead.</param>
internal sealed class PageReader<T>(
    ClientContext context, QueryPlan asked, ReadOptions options, CallCounter? calls = null, Func<IReadOnlyList<T>, AfterPage>? afterPage = null, PagingKey? pagingKey = null)
    where T : GainsightRecord, new()
{
    /// <summary>An offset after the last row of every object.</summary>
    private const int OffsetAfterAllRows = 1_000_000_000;

    public async IAsyncEnumerable<IReadOnlyList<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var started = ClientContext.NextMoment();
        var plan = asked.NeedsMetadata
            ? await QueryMetadata.CompleteAsync(asked, context.Metadata, cancellationToken).ConfigureAwait(false)
            : asked;

        // Each enumeration needs its own fetcher, which remembers the previous page.
        var fetcher = new PageFetcher<T>(context, options.PageSize, calls) { Lane = options.Lane };
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var remaining = asked.Take ?? int.MaxValue;
        var honorsOffset = false;
        PageFetcher<T>.Page? before = null;
        var found = false;
        (var paging, var next) = await StartAsync(plan, fetcher, remaining, started, reading.Token).ConfigureAwait(false);
        try
        {
            while (next is not null)
            {
                var page = await TakeAsync(next, paging, plan, isFirst: before is null, started, cancellationToken).ConfigureAwait(false);
                next = null;
                var rows = page is { } taken && await IsSortedAsync(paging, taken, remaining, reading.Token).ConfigureAwait(false) ? paging.Accept(taken) : null;
                if (rows is null)
                {
                    Log.KeysetFellBackToOffset(context.Logger, asked.Definition.Name);
                    var keyset = (KeysetPaging<T>)paging;
                    paging = keyset.ToOffset();

                    // The first page is the same by offset. A later page is requested again.
                    if (page is null || keyset.Accepted > 0)
                    {
                        next = fetcher.FetchAsync(paging.Next, paging.Offset, remaining, reading.Token);
                        continue;
                    }

                    rows = paging.Accept(page.Value)!;
                }

                // Rows that were to be left out look like any others, so a tenant that ignores the offset shows only in another call.
                var mayHaveIgnoredSkip = asked.Skip > 0 && rows.Count > 0 && !context.Learnt(asked.Definition.Name).HonorsOffset;
                if (!honorsOffset && paging is OffsetPaging<T> byOffset && (byOffset.MayRepeat || mayHaveIgnoredSkip))
                {
                    await EnsureOffsetIsHonoredAsync(paging.Next, reading.Token).ConfigureAwait(false);
                    honorsOffset = true;
                    context.Learnt(asked.Definition.Name).HonorsOffset = true;
                }

                if (rows.Count > 0 && before is { } followed)
                {
                    fetcher.Continued(followed);
                }

                before = page;
                found |= rows.Count > 0;
                if (rows.Count > remaining)
                {
                    // The tenant ignores the limit.
                    rows = [.. rows.Take(remaining)];
                }

                remaining -= rows.Count;
                next = remaining > 0 && MayContinue(fetcher, page!.Value, rows) ? fetcher.FetchAsync(paging.Next, paging.Offset, remaining, reading.Token) : null;
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

        if (!found && IsCallersOwn)
        {
            await QueryMetadata.EnsureLabelsAsync(plan, context.Metadata, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether the tenant sorts by the key. A page after others of a few rows does not show it. It does not matter to a page that ends the read.</summary>
    private async ValueTask<bool> IsSortedAsync(IPaging<T> paging, PageFetcher<T>.Page page, int remaining, CancellationToken cancellationToken) =>
        page.Rows.Count == 0
        || page.Rows.Count >= remaining
        || (paging as KeysetPaging<T>)?.Unsorted is not { } unsorted
        || await OrderCheck.SortsAsync(context, unsorted.Set, unsorted.Key, unsorted.Last, Probe(), cancellationToken).ConfigureAwait(false);

    private PageFetcher<T> Probe() => new(context, pageSize: 1, calls) { Lane = options.Lane };

    private bool MayContinue(PageFetcher<T> fetcher, in PageFetcher<T>.Page page, IReadOnlyList<T> rows) => (afterPage?.Invoke(rows) ?? AfterPage.Read) switch
    {
        AfterPage.Stop => false,
        AfterPage.ProveAbsence => page.Rows.Count > 0,
        AfterPage.AllFound => fetcher.MayContinue(page, ifUnknown: false),
        _ => fetcher.MayContinue(page),
    };

    /// <summary>Other writers can make a page come twice. Rows at an offset after the last row show that the tenant ignores offsets, so the read would never end.</summary>
    private async Task EnsureOffsetIsHonoredAsync(QueryPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            var page = await Probe().FetchAsync(plan, OffsetAfterAllRows, remaining: 1, cancellationToken).ConfigureAwait(false);
            if (page.Rows.Count == 0)
            {
                return;
            }
        }
        catch (GainsightValidationException refusal) when (refusal.IsFromGainsight)
        {
            // A tenant that refuses an offset does not ignore it.
            return;
        }

        throw new GainsightProtocolException(
            $"The tenant ignores the offset of queries of {plan.Definition.Name}: it returns the same rows again, so the read would never end, and no rows can be skipped. The rows returned so far are valid but incomplete. Read by key ({nameof(ReadPaging)}.{nameof(ReadPaging.Auto)}, no OrderBy, no Skip, no | in the filter), or use Bulk.ExportAsync.");
    }

    /// <summary>Whether a caller wrote the query. The engines know what the refusal of theirs means.</summary>
    private bool IsCallersOwn => afterPage is null;

    /// <summary>Returns the page, or null when the tenant accepted the first page but refuses the condition on the key.</summary>
    private async Task<PageFetcher<T>.Page?> TakeAsync(
        Task<PageFetcher<T>.Page> next, IPaging<T> paging, QueryPlan plan, bool isFirst, long started, CancellationToken cancellationToken)
    {
        try
        {
            return await next.ConfigureAwait(false);
        }
        catch (GainsightValidationException failure) when (failure.IsFromGainsight && paging is KeysetPaging<T> { Accepted: > 0 })
        {
            return null;
        }
        catch (GainsightApiException failure) when (isFirst && IsCallersOwn && QueryErrors.MayBeNames(failure))
        {
            if (await QueryErrors.ExplainAsync(failure, plan, context.Metadata, started, cancellationToken).ConfigureAwait(false) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }

    /// <summary>Chooses the key that tells rows apart, and requests the first page.</summary>
    private async Task<(IPaging<T> Paging, Task<PageFetcher<T>.Page> First)> StartAsync(
        QueryPlan plan, PageFetcher<T> fetcher, int remaining, long started, CancellationToken cancellationToken)
    {
        if (pagingKey is not null)
        {
            return Start(plan.Reading(pagingKey.Field), pagingKey);
        }

        var gsid = plan.Definition.PagingKey;
        if (gsid is null || context.KnownMetadata?.IsKnownToLack(plan.Definition.Name, gsid) == true)
        {
            return StartWithoutGsid(plan);
        }

        var first = Start(plan.Reading(gsid), PagingKey.Of(gsid));
        if (!IsCallersOwn)
        {
            return first;
        }

        await ((Task)first.First).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (first.First.Exception?.InnerException is not GainsightValidationException)
        {
            return first;
        }

        try
        {
            if (asked.Fields.Count == 0)
            {
                // The fields come from metadata, and one of them may be deleted by now.
                var current = await QueryMetadata.CompleteAsync(asked, context.Metadata, cancellationToken, started).ConfigureAwait(false);
                if (!current.Fields.Select(field => field.Name).SequenceEqual(plan.Fields.Select(field => field.Name), StringComparer.Ordinal))
                {
                    plan = current;
                    first = Start(plan.Reading(gsid), PagingKey.Of(gsid));
                }
            }

            // Some system objects have no GSID.
            await context.Metadata.DescribeAsync(plan.Definition.Name, cancellationToken).ConfigureAwait(false);
            return context.Metadata.IsKnownToLack(plan.Definition.Name, gsid) && !asked.Select.Any(field => gsid.IsNamed(field.Name))
                ? StartWithoutGsid(plan)
                : first;
        }
        catch (GainsightException)
        {
            // The refusal of the query says more than the failure to describe its object.
            return first;
        }

        (IPaging<T> Paging, Task<PageFetcher<T>.Page> First) StartWithoutGsid(QueryPlan plan)
        {
            if (gsid is not null && !asked.Select.Any(field => gsid.IsNamed(field.Name)) && plan.Reads(gsid))
            {
                plan = plan with { Select = [.. plan.Fields.Where(field => !gsid.IsNamed(field.Name))] };
            }

            return context.Metadata.NumberOf(plan.Definition.Name) is { } id ? Start(plan.Reading(id), PagingKey.Of(id)) : Start(plan, key: null);
        }

        (IPaging<T> Paging, Task<PageFetcher<T>.Page> First) Start(QueryPlan plan, PagingKey? key)
        {
            IPaging<T> paging = key is not null && options.Paging == ReadPaging.Auto && plan.AllowsKeyset
                ? new KeysetPaging<T>(plan, key)
                : new OffsetPaging<T>(plan, key, plan.Skip);
            return (paging, fetcher.FetchAsync(paging.Next, paging.Offset, remaining, cancellationToken));
        }
    }
}
