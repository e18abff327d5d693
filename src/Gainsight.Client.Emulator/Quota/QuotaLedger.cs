namespace Gainsight.Client.Emulator;

/// <summary>Counts calls per window on the tenant's clock. A call is charged to all of its windows or to none.</summary>
internal sealed class QuotaLedger
{
    private readonly Dictionary<QuotaWindow, (long Index, int Used)> _used = [];

    /// <summary>Charges a call. If windows are full, returns the time until the last of them opens again.</summary>
    public bool TryCharge(IReadOnlyList<QuotaWindow> windows, EmulatorLimits limits, DateTimeOffset now, out TimeSpan retryAfter)
    {
        retryAfter = TimeSpan.Zero;
        foreach (var window in windows)
        {
            if (Used(window, now) >= window.Limit(limits))
            {
                var left = TimeSpan.FromTicks(window.Length.Ticks - (now.UtcTicks % window.Length.Ticks));
                retryAfter = left > retryAfter ? left : retryAfter;
            }
        }

        if (retryAfter > TimeSpan.Zero)
        {
            return false;
        }

        foreach (var window in windows)
        {
            _used[window] = (IndexOf(window, now), Used(window, now) + 1);
        }

        return true;
    }

    /// <summary>The number of calls that a window has counted, and when it opens again.</summary>
    public (int Used, DateTimeOffset Ends) State(QuotaWindow window, DateTimeOffset now) =>
        (Used(window, now), new DateTimeOffset((IndexOf(window, now) + 1) * window.Length.Ticks, TimeSpan.Zero));

    /// <summary>Empties all windows.</summary>
    public void Clear() => _used.Clear();

    private static long IndexOf(QuotaWindow window, DateTimeOffset now) => now.UtcTicks / window.Length.Ticks;

    private int Used(QuotaWindow window, DateTimeOffset now) =>
        _used.TryGetValue(window, out var entry) && entry.Index == IndexOf(window, now) ? entry.Used : 0;
}
