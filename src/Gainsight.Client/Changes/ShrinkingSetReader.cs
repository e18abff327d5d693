using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Reads a set that rows may leave but none joins, such as those last changed in a second that is over: every row that stays comes, at least once.</summary>
/// <remarks>
/// By key; from the beginning by offset where the tenant does not honour that. Rows that leave then move the rest forward, which shows when
/// a page does not begin with the last row of the page before: so it is begun again, until nothing moved, or ten times came no further.
/// </remarks>
internal sealed class ShrinkingSetReader<T>(ClientContext context, QueryPlan set, PageFetcher<T> fetcher, ReadPaging paging)
    where T : GainsightRecord, new()
{
    /// <summary>How often it is begun again without coming further than before.</summary>
    private const int MaxRestarts = 10;

    private readonly Field<string> _key = set.Definition.PagingKey!;
    private readonly QueryPlan _ordered = set with { OrderBy = [new FieldOrder(set.Definition.PagingKey!, Descending: false)] };

    /// <summary>A fetcher for such sets: a page of one row could not both overlap the page before and bring a new one.</summary>
    public static PageFetcher<T> Fetcher(ClientContext context, ReadOptions options) => new(context, Math.Max(2, options.PageSize));

    /// <summary>Reads the rows behind a key, or all of them; with each page, whether one can go on behind the keys of its rows.</summary>
    public async IAsyncEnumerable<(IReadOnlyList<T> Rows, bool IsByKey)> ReadAsync(
        string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (paging == ReadPaging.Auto)
        {
            var page = await FetchAfterAsync(after, cancellationToken).ConfigureAwait(false);
            if (page is not { } taken || !Ascends(taken.Rows, after))
            {
                Log.KeysetFellBackToOffset(context.Logger, set.Definition.Name);
                break;
            }

            if (taken.Rows.Count > 0)
            {
                yield return (taken.Rows, true);
                after = taken.Rows[^1].Get(_key);
            }

            if (!taken.IsFull)
            {
                yield break;
            }
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
            var page = await fetcher.FetchAsync(_ordered, offset, ReadOptions.MaxPageSize, cancellationToken).ConfigureAwait(false);
            if (read > 0 && (page.Rows.Count == 0 || page.Rows[0].Get(_key) != last))
            {
                restarts = read > furthest ? 0 : restarts + 1;
                if (restarts == MaxRestarts)
                {
                    throw new GainsightProtocolException(
                        $"Rows of {set.Definition.Name} do not stand where the page before leaves off, each time that they are read anew: the tenant heeds neither {_key} GT nor offset and order, or they change faster than they are read. Go on from the last checkpoint when less is written; if it stays, read the object whole with Query().");
                }

                furthest = Math.Max(furthest, read);
                (read, last) = (0, null);
                continue;
            }

            var rows = read > 0 ? [.. page.Rows.Skip(1)] : page.Rows;
            if (rows.Count > 0)
            {
                yield return rows;
                last = rows[^1].Get(_key);
            }

            read = offset + page.Rows.Count;
            if (!page.IsFull || rows.Count == 0)
            {
                yield break;
            }
        }
    }

    /// <summary>The page behind the key, or null when the tenant refuses the condition.</summary>
    private async Task<FetchedPage<T>?> FetchAfterAsync(string? after, CancellationToken cancellationToken)
    {
        var plan = after is null ? _ordered : _ordered.And(_key.GreaterThan(after));
        try
        {
            return await fetcher.FetchAsync(plan, offset: 0, ReadOptions.MaxPageSize, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightValidationException) when (after is not null)
        {
            return null;
        }
    }

    private bool Ascends(IReadOnlyList<T> rows, string? after)
    {
        foreach (var row in rows)
        {
            var key = row.Get(_key);
            if (key is null || string.CompareOrdinal(key, after) <= 0)
            {
                return false;
            }

            after = key;
        }

        return true;
    }
}
