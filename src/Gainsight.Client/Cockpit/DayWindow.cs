namespace Gainsight.Client;

/// <summary>The rows of a list that were changed on the first day or later, and before the last day. Null means no limit.</summary>
/// <remarks>
/// Adjacent windows use <c>GTE</c> and <c>LT</c> with the same day, so no row is between them, whatever time zone the tenant compares days in.
/// </remarks>
internal readonly record struct DayWindow(DateOnly? From, DateOnly? To)
{
    /// <summary>The tenant's days may differ by one from the days of the rows, which are in UTC.</summary>
    private const int Slack = 1;

    /// <summary>The condition, or null for a window without limits.</summary>
    public Filter? Filter => (From, To) switch
    {
        ({ } from, { } to) => CockpitFields.ModifiedDay.GreaterThanOrEqualTo(from) & CockpitFields.ModifiedDay.LessThan(to),
        ({ } from, null) => CockpitFields.ModifiedDay.GreaterThanOrEqualTo(from),
        (null, { } to) => CockpitFields.ModifiedDay.LessThan(to),
        _ => null,
    };

    /// <summary>Splits the window at the median day of some of its rows. Returns null for a single day, or when the rows have no days.</summary>
    /// <exception cref="GainsightProtocolException">A row is outside the window.</exception>
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
                "The list has rows that were not modified on the requested days. The tenant does not honour the condition on ModifiedDate, so it cannot be shown that no row is missing. Read with Query() instead.");
        }

        var middle = days[days.Count / 2];
        middle = To is { } to && middle >= to ? to.AddDays(-1) : middle;
        if (From is { } from && middle <= from)
        {
            middle = from.AddDays(1);
            if (To is { } last && middle >= last)
            {
                return null;
            }
        }

        return (this with { To = middle }, this with { From = middle });
    }
}
