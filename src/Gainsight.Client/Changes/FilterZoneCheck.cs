namespace Gainsight.Client;

/// <summary>Makes sure that the tenant reads the times in filters as they are meant. One that does not would hide changes without a word.</summary>
/// <remarks>
/// The row that changed last must be found around its own date. That is asked once an hour: a tenant's zone can change with the season.
/// </remarks>
internal sealed class FilterZoneCheck(ClientContext context)
{
    private static readonly TimeSpan Valid = TimeSpan.FromHours(1);

    /// <summary>Zones differ from UTC by quarters of an hour; half of that leaves room for a row that keeps changing.</summary>
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>More than any zone is away from UTC, or from another: the one that is set.</summary>
    private const int TooManyQuarters = 30 * 4;

    private long _provedAt = long.MinValue;

    /// <summary>Checks with the first of the objects that has a row.</summary>
    /// <exception cref="FilterTimeZoneException">The tenant reads times otherwise.</exception>
    public async Task CheckAsync(IEnumerable<ObjectDefinition> objects, CancellationToken cancellationToken)
    {
        var time = context.Transport.TimeProvider;
        var provedAt = Interlocked.Read(ref _provedAt);
        if (provedAt != long.MinValue && time.GetElapsedTime(provedAt) < Valid)
        {
            return;
        }

        foreach (var definition in objects)
        {
            if (await ProveAsync(definition, cancellationToken).ConfigureAwait(false))
            {
                Interlocked.Exchange(ref _provedAt, time.GetTimestamp());
                return;
            }
        }
    }

    /// <summary>Whether a row showed that all is well; false when there is none that could.</summary>
    private async Task<bool> ProveAsync(ObjectDefinition definition, CancellationToken cancellationToken)
    {
        (var date, var key) = (definition.ModifiedDate, definition.PagingKey!);
        var newest = new QueryPlan
        {
            Definition = definition,
            Select = [key, date],
            Where = date.IsNotNull(),
            OrderBy = [new FieldOrder(date, Descending: true)],
            Take = 1,
        };
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var row = await FirstAsync(newest, cancellationToken).ConfigureAwait(false);
            if (row?.Get(key) is not { } id || row.Get(date) is not { } at)
            {
                return false;
            }

            var itself = newest with { Where = key.EqualTo(id), OrderBy = [] };
            var around = date.GreaterThanOrEqualTo(at - (Quarter / 2)) & date.LessThan(at + (Quarter / 2));
            if (await FirstAsync(itself.And(around), cancellationToken).ConfigureAwait(false) is not null)
            {
                return true;
            }

            // It may have been changed or deleted meanwhile.
            var again = await FirstAsync(itself, cancellationToken).ConfigureAwait(false);
            if (again?.Get(date) == at)
            {
                var offset = await MeasureAsync(itself, at, cancellationToken).ConfigureAwait(false);
                throw FilterTimeZoneException.Create(definition.Name, date, offset);
            }
        }

        return false;
    }

    /// <summary>By how much the tenant takes times to be later than UTC: the latest time from which on it still finds the row, in quarters of an hour.</summary>
    private async Task<TimeSpan?> MeasureAsync(QueryPlan itself, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var date = itself.Definition.ModifiedDate;
        (var found, var missed) = (-TooManyQuarters, TooManyQuarters);
        while (missed - found > 1)
        {
            var middle = (found + missed) / 2;
            var from = date.GreaterThanOrEqualTo(at + (middle * Quarter));
            if (await FirstAsync(itself.And(from), cancellationToken).ConfigureAwait(false) is null)
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

    private async Task<ObjectRecord?> FirstAsync(QueryPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            var page =
                await new PageFetcher<ObjectRecord>(context, pageSize: 1).FetchAsync(plan, offset: 0, remaining: 1, cancellationToken).ConfigureAwait(false);
            return page.Rows.Count > 0 ? page.Rows[0] : null;
        }
        // A log of deleted records need not exist; the caller's own object must.
        catch (GainsightException exception) when (plan.Definition.PagingKey != SystemFields.Gsid && DeleteLog.IsMissing(exception))
        {
            return null;
        }
    }
}
