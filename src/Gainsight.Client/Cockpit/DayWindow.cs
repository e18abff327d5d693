namespace Gainsight.Client;

/// <summary>The rows of a list that were changed from one day on until before another; open where null.</summary>
/// <remarks>
/// Neighbours are told apart by <c>GTE</c> and <c>LT</c> of the same day, so that no row is between them, whichever time zone the tenant
/// compares days in.
/// </remarks>
internal readonly record struct DayWindow(DateOnly? From, DateOnly? To)
{
    /// <summary>The tenant's days and those of the rows, which are in UTC, may differ by one.</summary>
    private const int Slack = 1;

    /// <summary>The condition, or null where there is none.</summary>
    public Filter? Filter => (From, To) switch
    {
        ({ } from, { } to) => CockpitFields.ModifiedDay.GreaterThanOrEqualTo(from) & CockpitFields.ModifiedDay.LessThan(to),
        ({ } from, null) => CockpitFields.ModifiedDay.GreaterThanOrEqualTo(from),
        (null, { } to) => CockpitFields.ModifiedDay.LessThan(to),
        _ => null,
    };

    /// <summary>Cuts the window in two at the middle of the days that some of its rows have; null when it is a single day, or the rows have no days.</summary>
    /// <exception cref="GainsightProtocolException">A row lies outside the window.</exception>
    public (DayWindow Earlier, DayWindow Later)? Split<T>(IReadOnlyList<T> rows)
        where T : GainsightRecord
    {
        var days = new List<DateOnly>();
        foreach (var row in rows)
        {
            if (row.ModifiedDate is { } time)
            {
                days.Add(DateOnly.FromDateTime(time.UtcDateTime));
            }
        }

        if (days.Count == 0)
        {
            return null;
        }

        days.Sort();
        if ((From is { } first && days[0] < first.AddDays(-Slack)) || (To is { } end && days[^1] > end.AddDays(Slack)))
        {
            throw new GainsightProtocolException(
                "The list holds rows that were not modified on the days asked for: the tenant does not honour the condition on ModifiedDate, so it cannot be shown that no row is missing. Read through Query() instead.");
        }

        var cut = days[days.Count / 2];
        cut = To is { } to && cut >= to ? to.AddDays(-1) : cut;
        if (From is { } from && cut <= from)
        {
            cut = from.AddDays(1);
            if (To is { } last && cut >= last)
            {
                return null;
            }
        }

        return (this with { To = cut }, this with { From = cut });
    }
}
