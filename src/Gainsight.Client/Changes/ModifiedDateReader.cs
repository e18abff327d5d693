using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Reads rows in the order of their dates, in whole seconds, so that none is lost that shares a second with others.</summary>
/// <remarks>
/// Dates may come cut to seconds, so a second is the finest step that can be relied on. The last second of a full page may go on behind
/// it: the next page begins with it again. A second that is longer than a page is read by key. Conditions are joined by AND alone.
/// </remarks>
internal sealed class ModifiedDateReader<T>(ClientContext context, QueryPlan plan, ReadOptions options)
    where T : GainsightRecord, new()
{
    private readonly Field<DateTimeOffset> _date = plan.Definition.ModifiedDate;
    private readonly PageFetcher<T> _fetcher = ShrinkingSetReader<T>.Fetcher(context, options);

    /// <summary>Whether a page came.</summary>
    public bool HasRead => _fetcher.HasFetched;

    /// <summary>Reads from a position up to a second, or to the end.</summary>
    public async IAsyncEnumerable<ModifiedDateRow<T>> ReadAsync(
        ModifiedDatePosition from, long? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = from.Second;
        if (from is { Second: { } begun, Key: not null })
        {
            await foreach (var row in ReadSecondAsync(begun, from.Key, cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }

            start = begun + 1;
        }

        while (start is null || until is null || start < until)
        {
            var page = Between(start, until) with { OrderBy = [new FieldOrder(_date, Descending: false)] };
            var fetched = await _fetcher.FetchAsync(page, offset: 0, ReadOptions.MaxPageSize, cancellationToken).ConfigureAwait(false);
            var seconds = SecondsOf(fetched.Rows, start, until);
            EnsureOrder(seconds);
            var complete = fetched.IsFull ? Array.IndexOf(seconds, seconds[^1]) : seconds.Length;
            for (var i = 0; i < complete; i++)
            {
                var endsSecond = i + 1 == seconds.Length || seconds[i + 1] > seconds[i];
                yield return new(fetched.Rows[i], fetched.Rows[i].Get(_date)!.Value, new(endsSecond ? seconds[i] + 1 : seconds[i]));
            }

            if (!fetched.IsFull)
            {
                yield break;
            }

            start = seconds[^1];
            if (complete == 0)
            {
                await foreach (var row in ReadSecondAsync(start.Value, after: null, cancellationToken).ConfigureAwait(false))
                {
                    yield return row;
                }

                start++;
            }
        }
    }

    private async IAsyncEnumerable<ModifiedDateRow<T>> ReadSecondAsync(
        long second, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = new ShrinkingSetReader<T>(context, Between(second, second + 1), _fetcher, options.Paging);
        await foreach ((var page, var isByKey) in rows.ReadAsync(after, cancellationToken).ConfigureAwait(false))
        {
            SecondsOf(page, second, second + 1);
            foreach (var row in page)
            {
                yield return new(row, row.Get(_date)!.Value, new(second, isByKey ? row.Get(plan.Definition.PagingKey!) : after));
            }
        }
    }

    private QueryPlan Between(long? from, long? until)
    {
        var between = from is { } start ? plan.And(_date.GreaterThanOrEqualTo(DateTimeOffset.FromUnixTimeSeconds(start))) : plan;
        return until is { } end ? between.And(_date.LessThan(DateTimeOffset.FromUnixTimeSeconds(end))) : between;
    }

    /// <summary>The seconds of the rows, which must lie where they were asked for.</summary>
    private long[] SecondsOf(IReadOnlyList<T> rows, long? from, long? until)
    {
        var seconds = new long[rows.Count];
        for (var i = 0; i < seconds.Length; i++)
        {
            var second = rows[i].Get(_date)?.ToUnixTimeSeconds()
                ?? throw new GainsightProtocolException($"A row of {plan.Definition.Name} that was asked for by its {_date} has none. The tenant does not honour the filter, so its changes cannot be followed.");
            if (second < from || second >= until)
            {
                throw FilterTimeZoneException.Create(plan.Definition.Name, _date, offset: null);
            }

            seconds[i] = second;
        }

        return seconds;
    }

    private void EnsureOrder(long[] seconds)
    {
        for (var i = 1; i < seconds.Length; i++)
        {
            if (seconds[i] < seconds[i - 1])
            {
                throw new GainsightProtocolException($"The rows of {plan.Definition.Name} do not come in the order of {_date} that was asked for, so its changes cannot be followed. Read it whole with Query().");
            }
        }
    }
}
