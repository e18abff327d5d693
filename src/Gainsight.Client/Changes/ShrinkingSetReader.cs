using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Reads a set that rows can leave but not join, such as the rows last changed in a past second. Each row that stays is returned at least once.</summary>
/// <remarks>
/// It reads by key, or by offset from the first row when the tenant does not honour the key. Rows that leave the set then move the others forward,
/// which shows when a page does not start with the last row of the previous page. The read is then restarted, until no row moves or ten restarts
/// in a row get no further.
/// </remarks>
internal sealed class ShrinkingSetReader<T>(ClientContext context, QueryPlan set, PagingKey key, PageFetcher<T> fetcher, ReadPaging paging)
    where T : GainsightRecord, new()
{
    /// <summary>How many times the read restarts without getting further.</summary>
    private const int MaxRestarts = 10;

    private readonly QueryPlan _ordered = set with { OrderBy = [(key.Field, false)] };

    /// <summary>Creates a fetcher for such sets. A page of one row could not both overlap the previous page and hold a new row.</summary>
    public static PageFetcher<T> Fetcher(ClientContext context, ReadOptions options) => new(context, Math.Max(2, options.PageSize));

    /// <summary>Reads the rows after a key, or all rows. Each page says whether a later read can continue after the keys of its rows.</summary>
    public async IAsyncEnumerable<(IReadOnlyList<T> Rows, bool IsByKey)> ReadAsync(
        string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PageFetcher<T>.Page? before = null;
        var isSorted = false;
        while (paging == ReadPaging.Auto)
        {
            var page = await FetchAfterAsync(after, cancellationToken).ConfigureAwait(false);
            if (page is not { } taken || !Ascends(taken.Rows, after)
                || (taken.Rows.Count > 0 && before is not null && !isSorted && !await SortsAsync(after!, cancellationToken).ConfigureAwait(false)))
            {
                Log.KeysetFellBackToOffset(context.Logger, set.Definition.Name);
                break;
            }

            if (taken.Rows.Count == 0)
            {
                yield break;
            }

            yield return (taken.Rows, true);
            after = key.ValueOf(taken.Rows[^1]);
            if (before is { } followed)
            {
                fetcher.Continued(followed);
            }

            before = taken;
            isSorted |= taken.Rows.Count >= OrderCheck.EnoughRows;
        }

        await foreach (var rows in ReadByOffsetAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return (rows, false);
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<T>> ReadByOffsetAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (var read, var furthest, var restarts) = (0, 0, 0);
        string? last = null;
        while (true)
        {
            var offset = Math.Max(0, read - 1);
            var page = await FetchAtAsync(offset, cancellationToken).ConfigureAwait(false);
            if (read > 0 && (page.Rows.Count == 0 || key.ValueOf(page.Rows[0]) != last))
            {
                restarts = read > furthest ? 0 : restarts + 1;
                if (restarts == MaxRestarts)
                {
                    throw new GainsightProtocolException(
                        $"Pages of {set.Definition.Name} did not follow each other in {MaxRestarts} reads. Either the tenant honours neither {key.Field} GT nor offset and order, or the rows change faster than they are read. Continue from the last checkpoint when fewer rows change. If the error stays, read the whole object with Query().");
                }

                furthest = Math.Max(furthest, read);
                (read, last) = (0, null);
                continue;
            }

            var rows = read > 0 ? [.. page.Rows.Skip(1)] : page.Rows;
            if (page.Rows.Count == 0)
            {
                yield break;
            }

            if (rows.Count == 0)
            {
                // The page has only the row that is known: the last one, or one of a tenant that returns one row at a time.
                var following = await FetchAtAsync(read, cancellationToken).ConfigureAwait(false);
                if (following.Rows.Count == 0)
                {
                    yield break;
                }

                // They follow the known row only if it is still in its place. If not, the next page shows it.
                var again = await FetchAtAsync(offset, cancellationToken).ConfigureAwait(false);
                rows = again.Rows.Count > 0 && key.ValueOf(again.Rows[0]) == last ? following.Rows : [];
            }

            if (rows.Count > 0)
            {
                yield return rows;
                last = key.ValueOf(rows[^1]);
                read += rows.Count;
            }
        }
    }

    private Task<PageFetcher<T>.Page> FetchAtAsync(int offset, CancellationToken cancellationToken) =>
        fetcher.FetchAsync(_ordered, offset, ReadOptions.MaxPageSize, cancellationToken);

    /// <summary>Whether the tenant sorts by the key. Pages of a few rows do not show it.</summary>
    private Task<bool> SortsAsync(string known, CancellationToken cancellationToken) =>
        OrderCheck.SortsAsync(context, set, key, known, new PageFetcher<T>(context, pageSize: 1), cancellationToken);

    /// <summary>Fetches the page after the key. Returns null when the tenant refuses the condition.</summary>
    private async Task<PageFetcher<T>.Page?> FetchAfterAsync(string? after, CancellationToken cancellationToken)
    {
        var plan = after is null ? _ordered : _ordered.And(key.After(after));
        try
        {
            return await fetcher.FetchAsync(plan, offset: 0, ReadOptions.MaxPageSize, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightValidationException failure) when (failure.IsFromGainsight && after is not null)
        {
            return null;
        }
    }

    private bool Ascends(IReadOnlyList<T> rows, string? after)
    {
        foreach (var row in rows)
        {
            var value = key.ValueOf(row);
            if (value is null || !key.IsAfter(value, after))
            {
                return false;
            }

            after = value;
        }

        return true;
    }
}
