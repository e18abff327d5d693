using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Reads rows in the order of their dates, in whole seconds. Rows that share a second are not lost.</summary>
/// <remarks>
/// Dates may be truncated to seconds, so smaller steps are not reliable. The last second of a page may continue on the next page, so the next page
/// starts with this second again. It leaves out the rows that were read, if they are few, so that an empty page ends the read. A second with
/// more rows than a page is read by key, and so is an hour that the clocks of <see cref="GainsightClientOptions.FilterTimeZone"/> show twice.
/// Conditions are joined with AND only.
/// </remarks>
internal sealed class ModifiedDateReader<T>(ClientContext context, QueryPlan plan, FeedFields fields, ReadOptions options)
    where T : GainsightRecord, new()
{
    /// <summary>The conditions on the date.</summary>
    private const int DateConditions = 2;

    private readonly Field<DateTimeOffset> _date = fields.Date;
    private readonly PagingKey _key = fields.Key;
    private readonly PageFetcher<T> _fetcher = ShrinkingSetReader<T>.Fetcher(context, options);
    private bool _canLeaveOut = true;

    /// <summary>Whether the tenant is known to sort by the date.</summary>
    private bool _isSorted;

    /// <summary>The second in an ambiguous hour at which the read in order stopped, or null.</summary>
    private long? _stoppedAt;

    /// <summary>Whether a page was read.</summary>
    public bool HasRead => _fetcher.HasFetched;

    private TimeZoneInfo? Zone => context.Format.FilterTimeZone;

    /// <summary>Reads from a position up to a second, or to the end.</summary>
    public async IAsyncEnumerable<ModifiedDateRow<T>> ReadAsync(
        ModifiedDatePosition from, long? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = from.Second;
        if (from is { Second: { } started, Key: not null } && AmbiguousHour.Around(started, Zone) is null)
        {
            await foreach (var row in ReadSecondAsync(started, from.Key, [], cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }

            start = started + 1;
        }

        while (start is null || until is null || start < until)
        {
            if (start is { } second && AmbiguousHour.Around(second, Zone) is { } hour)
            {
                await foreach (var row in ReadHourAsync(hour, second, until, cancellationToken).ConfigureAwait(false))
                {
                    yield return row;
                }

                start = hour.Until;
                continue;
            }

            // The end of a filter must not be ambiguous either.
            var end = until is { } last && AmbiguousHour.Around(last, Zone) is { } ends ? Math.Max(ends.From, start ?? long.MinValue) : until;
            if (end == start && end is { } both)
            {
                await foreach (var row in ReadHourAsync(AmbiguousHour.Around(until!.Value, Zone)!.Value, both, until, cancellationToken).ConfigureAwait(false))
                {
                    yield return row;
                }

                yield break;
            }

            await foreach (var row in ReadInOrderAsync(start, end, cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }

            if (_stoppedAt is null && end == until)
            {
                yield break;
            }

            start = _stoppedAt ?? end;
        }
    }

    private async IAsyncEnumerable<ModifiedDateRow<T>> ReadInOrderAsync(
        long? start, long? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PageFetcher<T>.Page? before = null;
        HashSet<string> seen = new(StringComparer.Ordinal);
        _stoppedAt = null;
        var whole = Between(start, until);
        long? begin = null;
        while (start is null || until is null || start < until)
        {
            var fetched = await FetchAsync(start, until, seen, cancellationToken).ConfigureAwait(false);
            if (fetched is not { } page || page.Rows.Any(row => IsSeen(row, seen)))
            {
                // The tenant does not honour the conditions that leave out rows.
                (_canLeaveOut, before) = (false, null);
                await foreach (var row in ReadSecondAsync(start!.Value, after: null, seen, cancellationToken).ConfigureAwait(false))
                {
                    yield return row;
                }

                seen = [];
                start++;
                continue;
            }

            var seconds = SecondsOf(page.Rows, start, until);
            EnsureOrder(seconds);
            _isSorted |= seconds.Length >= OrderCheck.EnoughRows;
            if (!_isSorted && begin is not null && seconds.Length > 0 && seconds[^1] > begin)
            {
                await EnsureSortedAsync(whole, seconds[^1], cancellationToken).ConfigureAwait(false);
                _isSorted = true;
            }

            begin ??= seconds.Length > 0 ? seconds[0] : null;
            if (page.Rows.Count > 0 && before is { } followed)
            {
                _fetcher.Continued(followed);
            }

            before = page;
            if (page.Rows.Count == 0)
            {
                // Nothing else proves the end, even on a tenant that fills its pages: a feed that caught up too early loses rows for good.
                yield break;
            }

            var lastSecond = Array.IndexOf(seconds, seconds[^1]);
            var isLongSecond = lastSecond == 0 && page.Rows.Count >= page.Limit;
            var next = isLongSecond ? null : SeenAfter(page.Rows, seconds, lastSecond, start, seen);

            // The rows of a second that is read again come with it.
            var complete = next is null ? lastSecond : seconds.Length;
            for (var i = 0; i < complete; i++)
            {
                var endsSecond = i + 1 < seconds.Length && seconds[i + 1] > seconds[i];
                yield return new(page.Rows[i], page.Rows[i].Get(_date)!.Value, new(endsSecond ? seconds[i] + 1 : seconds[i]));
            }

            seen = next ?? (start == seconds[^1] ? seen : []);
            start = seconds[^1];
            if (AmbiguousHour.Around(start.Value, Zone) is not null)
            {
                _stoppedAt = start;
                yield break;
            }

            if (next is null && (complete == 0 || page.Rows.Count < page.Limit))
            {
                before = null;
                await foreach (var row in ReadSecondAsync(start.Value, after: null, seen, cancellationToken).ConfigureAwait(false))
                {
                    yield return row;
                }

                seen = [];
                start++;
            }
        }
    }

    /// <summary>Fetches the next page in the order of dates, without the rows of the first second that were read. Returns null when the tenant refuses to leave them out.</summary>
    private async Task<PageFetcher<T>.Page?> FetchAsync(long? start, long? until, HashSet<string> seen, CancellationToken cancellationToken)
    {
        var asked = Between(start, until) with { OrderBy = [(_date, false)] };
        asked = seen.Aggregate(asked, (one, key) => one.And(_key.Except(key)));
        try
        {
            return await _fetcher.FetchAsync(asked, offset: 0, ReadOptions.MaxPageSize, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightValidationException failure) when (failure.IsFromGainsight && seen.Count > 0)
        {
            return null;
        }
    }

    /// <summary>The rows read of the last second of a page, for the next page to leave out. Null when they are too many for a filter: the second is then read again.</summary>
    private HashSet<string>? SeenAfter(IReadOnlyList<T> rows, long[] seconds, int lastSecond, long? start, HashSet<string> seen)
    {
        HashSet<string> keys = new(seconds[^1] == start ? seen : [], StringComparer.Ordinal);
        for (var i = lastSecond; i < rows.Count; i++)
        {
            if (_key.ValueOf(rows[i]) is not { } key)
            {
                return null;
            }

            keys.Add(key);
        }

        var conditions = (plan.Where?.Count ?? 0) + DateConditions + keys.Count;
        return _canLeaveOut && conditions <= FilterJunction.MaxConditions ? keys : null;
    }

    private bool IsSeen(T row, HashSet<string> seen) => seen.Count > 0 && _key.ValueOf(row) is { } key && seen.Contains(key);

    /// <summary>Reads the rows of a second by key, without those that were read.</summary>
    private async IAsyncEnumerable<ModifiedDateRow<T>> ReadSecondAsync(
        long second, string? after, HashSet<string> seen, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = new ShrinkingSetReader<T>(context, Between(second, second + 1), _key, _fetcher, options.Paging);
        await foreach ((var page, var isByKey) in rows.ReadAsync(after, cancellationToken).ConfigureAwait(false))
        {
            SecondsOf(page, second, second + 1);
            foreach (var row in page.Where(row => !IsSeen(row, seen)))
            {
                yield return new(row, row.Get(_date)!.Value, new(second, isByKey ? _key.ValueOf(row) : after));
            }
        }
    }

    /// <summary>Reads an hour that clocks show twice by key, and keeps the rows between two seconds. A read that stops in it starts again at the first of them.</summary>
    private async IAsyncEnumerable<ModifiedDateRow<T>> ReadHourAsync(
        (long From, long Until) hour, long first, long? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = new ShrinkingSetReader<T>(context, Between(hour.From, hour.Until), _key, _fetcher, options.Paging);
        await foreach ((var page, _) in rows.ReadAsync(after: null, cancellationToken).ConfigureAwait(false))
        {
            var seconds = SecondsOf(page, hour.From, hour.Until);
            for (var i = 0; i < seconds.Length; i++)
            {
                if (seconds[i] >= first && (until is null || seconds[i] < until))
                {
                    yield return new(page[i], page[i].Get(_date)!.Value, new(first));
                }
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

    /// <summary>A few rows on each page can ascend by chance. The last row of all shows whether the tenant sorts.</summary>
    /// <param name="whole">The query of the first page.</param>
    /// <param name="known">A second of a row on a later page.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    private async Task EnsureSortedAsync(QueryPlan whole, long known, CancellationToken cancellationToken)
    {
        var last = await new PageFetcher<T>(context, pageSize: 1).FetchAsync(whole with { OrderBy = [(_date, true)] }, offset: 0, remaining: 1, cancellationToken).ConfigureAwait(false);
        if (last.Rows.Count > 0 && last.Rows[0].Get(_date)?.ToUnixTimeSeconds() < known)
        {
            throw Unsorted();
        }
    }

    private void EnsureOrder(long[] seconds)
    {
        for (var i = 1; i < seconds.Length; i++)
        {
            if (seconds[i] < seconds[i - 1])
            {
                throw Unsorted();
            }
        }
    }

    private GainsightProtocolException Unsorted() => new(
        $"The rows of {plan.Definition.Name} do not come in the requested order of {_date}, so its changes cannot be read. Read the whole object with Query().");
}
