namespace Gainsight.Client;

/// <summary>Checks that the tenant interprets the times in filters as they are meant. Otherwise a change feed would silently miss changes.</summary>
/// <remarks>
/// A filter around the date of the row that changed last must find this row. A tenant's offset can change with daylight saving time, in most zones at a whole
/// hour of UTC, so a check counts until the end of its hour. It also counts only until the local clock is set, because then an answer must show the server's time again.
/// </remarks>
internal sealed class FilterZoneCheck(ClientContext context)
{
    /// <summary>Time zones differ from UTC by quarters of an hour. The filter spans half of that on each side, for a row that keeps changing.</summary>
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>More than the difference between any two time zones: the tenant's and the configured one.</summary>
    private const int TooManyQuarters = 30 * 4;

    /// <summary>The server's time when the last check that passed began, in UTC ticks; 0 before.</summary>
    private long _passedAt;

    /// <summary>Checks with the first object that has a row: the feed's own, or a log of deleted records.</summary>
    /// <exception cref="FilterTimeZoneException">The tenant interprets times differently.</exception>
    public async Task CheckAsync((ObjectDefinition Definition, FeedFields Fields)? own, CancellationToken cancellationToken)
    {
        var time = context.Transport.TimeProvider;
        var started = time.GetUtcNow();
        if (HourOf(Interlocked.Read(ref _passedAt)) == HourOf(context.Transport.ServerTime(started).UtcTicks) && !context.Transport.ClockWasSet)
        {
            return;
        }

        (ObjectDefinition Definition, FeedFields Fields)[] logs =
            [(DeleteLog.Standard.Definition, DeleteLog.Fields), (DeleteLog.HighVolume.Definition, DeleteLog.Fields)];
        foreach ((var definition, var fields) in own is { } first ? [first, .. logs] : logs)
        {
            if (await CheckWithAsync(definition, fields, cancellationToken).ConfigureAwait(false))
            {
                Interlocked.Exchange(ref _passedAt, context.Transport.ServerTime(started).UtcTicks);
                return;
            }
        }
    }

    /// <summary>Checks at the end of a read, if it went on into another hour than that in which it began.</summary>
    /// <exception cref="FilterTimeZoneException">The tenant interprets times differently now.</exception>
    public Task CheckAgainAsync(DateTimeOffset begunAt, (ObjectDefinition Definition, FeedFields Fields)? own, CancellationToken cancellationToken) =>
        HourOf(begunAt.UtcTicks) == HourOf(context.Transport.ServerTime(context.Transport.TimeProvider.GetUtcNow()).UtcTicks)
            ? Task.CompletedTask
            : CheckAsync(own, cancellationToken);

    private static long HourOf(long ticks) => ticks / TimeSpan.TicksPerHour;

    /// <summary>Returns true when a row passed the check, false when the object has no row to check with. The first and the last year have no times around them.</summary>
    private async Task<bool> CheckWithAsync(ObjectDefinition definition, FeedFields fields, CancellationToken cancellationToken)
    {
        (var date, var key) = (fields.Date, fields.Key);
        var newest = new QueryPlan
        {
            Definition = definition,
            Select = [key.Field, date],
            Where = date.IsNotNull(),
            OrderBy = [(date, true)],
            Take = 1,
        };
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var row = await FirstOrDefaultAsync(newest, cancellationToken).ConfigureAwait(false);
            if (row is null || key.ValueOf(row) is not { } id || row.Get(date) is not { Year: > 1 and < 9999 } at || IsAmbiguous(at))
            {
                return false;
            }

            var itself = newest with { Where = key.Is(id), OrderBy = [] };
            var around = date.GreaterThanOrEqualTo(at - (Quarter / 2)) & date.LessThan(at + (Quarter / 2));
            if (await FirstOrDefaultAsync(itself.And(around), cancellationToken).ConfigureAwait(false) is not null)
            {
                return true;
            }

            // The row may have been changed or deleted in the meantime.
            var again = await FirstOrDefaultAsync(itself, cancellationToken).ConfigureAwait(false);
            if (again?.Get(date) == at)
            {
                var offset = await MeasureAsync(itself, date, at, cancellationToken).ConfigureAwait(false);
                var passedAt = Interlocked.Read(ref _passedAt);
                throw FilterTimeZoneException.Create(definition.Name, date, offset, passedAt == 0 ? null : new DateTimeOffset(passedAt, TimeSpan.Zero));
            }
        }

        return false;
    }

    /// <summary>Whether the times of the filter around a date can mean two times. Such a row shows nothing.</summary>
    private bool IsAmbiguous(DateTimeOffset at) => ((DateTimeOffset[])[at - Quarter, at + Quarter]).Any(time =>
        AmbiguousHour.Around(time.ToUnixTimeSeconds(), context.Format.FilterTimeZone) is not null);

    /// <summary>Measures the tenant's offset from UTC: searches for the latest start time, in quarters of an hour, with which the tenant still finds the row.</summary>
    private async Task<TimeSpan?> MeasureAsync(QueryPlan itself, Field<DateTimeOffset> date, DateTimeOffset at, CancellationToken cancellationToken)
    {
        (var found, var missed) = (-TooManyQuarters, TooManyQuarters);
        while (missed - found > 1)
        {
            var middle = (found + missed) / 2;
            var from = date.GreaterThanOrEqualTo(at + (middle * Quarter));
            if (await FirstOrDefaultAsync(itself.And(from), cancellationToken).ConfigureAwait(false) is null)
            {
                missed = middle;
            }
            else
            {
                found = middle;
            }
        }

        var set = context.Format.FilterTimeZone?.GetUtcOffset(at) ?? TimeSpan.Zero;
        return found != 0 && Math.Abs(found) < TooManyQuarters - 1 ? set + (found * Quarter) : null;
    }

    private async Task<ObjectRecord?> FirstOrDefaultAsync(QueryPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            var page =
                await new PageFetcher<ObjectRecord>(context, pageSize: 1).FetchAsync(plan, offset: 0, remaining: 1, cancellationToken).ConfigureAwait(false);
            return page.Rows.Count > 0 ? page.Rows[0] : null;
        }
        // A log of deleted records may not exist. The caller's own object must exist.
        catch (GainsightException exception) when (plan.Definition.PagingKey != SystemFields.Gsid && DeleteLog.IsMissing(exception))
        {
            return null;
        }
    }
}
