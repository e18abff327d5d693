using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Reads rows in the order of their dates, in whole seconds. Rows that share a second are not lost.</summary>
/// <remarks>
/// Dates may be truncated to seconds, so smaller steps are not reliable. The last second of a full page may continue on the next page,
/// so the next page starts with this second again. A second with more rows than a page is read by key. Conditions are joined with AND only.
/// </remarks>
internal sealed class ModifiedDateReader<T>(ClientContext context, QueryPlan plan, ReadOptions options)
    where T : GainsightRecord, new()
{
    private readonly Field<DateTimeOffset> _date = plan.Definition.ModifiedDate;
    private readonly PageFetcher<T> _fetcher = ShrinkingSetReader<T>.Fetcher(context, options);

    /// <summary>Whether a page was read.</summary>
    public bool HasRead => _fetcher.HasFetched;

    /// <summary>Reads from a position up to a second, or to the end.</summary>
    public async IAsyncEnumerable<ModifiedDateRow<T>> ReadAsync(
        ModifiedDatePosition from, long? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = from.Second;
        if (from is { Second: { } started, Key: not null })
        {
            await foreach (var row in ReadSecondAsync(started, from.Key, cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }

            start = started + 1;
        }

        while (start is null || until is null || start < until)
        {
            var page = Between(start, until) with { OrderBy = [(_date, false)] };
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

    /// <summary>Returns the seconds of the rows, and checks that they are in the requested range.</summary>
    private long[] SecondsOf(IReadOnlyList<T> rows, long? from, long? until)
    {
        var seconds = new long[rows.Count];
        for (var i = 0; i < seconds.Length; i++)
        {
            var second = rows[i].Get(_date)?.ToUnixTimeSeconds()
                ?? throw new GainsightProtocolException($"A row of {plan.Definition.Name} has no {_date}, although the filter asks for one. The tenant does not honour the filter, so its changes cannot be read.");
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
                throw new GainsightProtocolException($"The rows of {plan.Definition.Name} do not come in the requested order of {_date}, so its changes cannot be read. Read the whole object with Query().");
            }
        }
    }
}
