namespace Gainsight.Client.Simulation;

/// <summary>A tenant of Gainsight: fixed windows aligned to its own clock, and what it saw.</summary>
internal sealed class ScaleTenant(int number, TenantKind kind, TimeSpan clockOffset)
{
    private readonly Dictionary<long, int> _calls = [];

    public string Name { get; } = $"tenant{number}.example:443";

    public TenantKind Kind { get; } = kind;

    /// <summary>The calls that arrived, by minute.</summary>
    public IReadOnlyDictionary<long, int> Calls => _calls;

    /// <summary>The calls that were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Permits that the store counted for an answer that was lost, by minute.</summary>
    public Dictionary<long, int> Lost { get; } = [];

    /// <summary>The round trips to the store.</summary>
    public int RoundTrips { get; set; }

    /// <summary>The bulk calls that got their permit, in order: when, and on which host.</summary>
    public List<(TimeSpan At, int Host)> Served { get; } = [];

    /// <summary>The waits of interactive calls, with their begin and host.</summary>
    public List<(TimeSpan Wait, TimeSpan Begin, int Host)> InteractiveWaits { get; } = [];

    public DateTimeOffset Now(DateTimeOffset time) => time + clockOffset;

    /// <summary>The date of an answer, in whole seconds.</summary>
    public DateTimeOffset Date(DateTimeOffset time)
    {
        var now = Now(time);
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }

    public long Minute(DateTimeOffset time) => Now(time).Ticks / ScaleSettings.Window.Ticks;

    /// <summary>Counts a call. Returns false when the minute is used up.</summary>
    public bool Receive(DateTimeOffset time)
    {
        var minute = Minute(time);
        var calls = _calls[minute] = _calls.GetValueOrDefault(minute) + 1;
        Refused += calls > ScaleSettings.Limit ? 1 : 0;
        return calls <= ScaleSettings.Limit;
    }
}
