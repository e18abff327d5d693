namespace Gainsight.Client.Simulation;

/// <summary>How long no call arrived in a window that had permits left, while work waited: the largest of all windows.</summary>
/// <param name="AtBegin">Before the first call of a window.</param>
/// <param name="Later">After it: all pauses of a window together.</param>
internal readonly record struct IdleTime(TimeSpan AtBegin, TimeSpan Later)
{
    /// <summary>Calls that follow each other are this close together. A longer time is a pause.</summary>
    private static readonly TimeSpan Close = TimeSpan.FromMilliseconds(100);

    /// <summary>Work waits from the first call to the last.</summary>
    /// <param name="arrivals">When the calls arrived, by the tenant's clock, in order.</param>
    /// <param name="window">The length of a window.</param>
    /// <param name="limit">The calls of a window.</param>
    public static IdleTime Of(IReadOnlyList<DateTimeOffset> arrivals, TimeSpan window, int limit)
    {
        var (atBegin, later) = (TimeSpan.Zero, TimeSpan.Zero);
        var byNumber = arrivals.ToLookup(arrival => arrival.Ticks / window.Ticks);
        var (first, last) = (arrivals[0].Ticks / window.Ticks, arrivals[^1].Ticks / window.Ticks);
        for (var number = first; number <= last; number++)
        {
            var calls = byNumber[number].ToArray();
            DateTimeOffset begin = new(number * window.Ticks, TimeSpan.Zero), end = begin + window;
            var start = calls.Length == 0 ? end : calls[0];
            if (number > first && start - begin > atBegin)
            {
                atBegin = start - begin;
            }

            var pauses = calls.Zip(calls.Skip(1), (one, next) => next - one).Where(pause => pause > Close).Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause);
            if (number < last && calls.Length > 0 && calls.Length < limit)
            {
                pauses += end - calls[^1];
            }

            later = pauses > later ? pauses : later;
        }

        return new(atBegin, later);
    }
}
