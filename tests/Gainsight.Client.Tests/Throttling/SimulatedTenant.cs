namespace Gainsight.Client.Tests.Throttling;

/// <summary>A server with fixed windows aligned to its own clock, which differs from the local one.</summary>
internal sealed class SimulatedTenant(TimeSpan offset)
{
    private readonly Dictionary<(string Window, long Instance), int> _calls = [];

    public int Refused { get; private set; }

    /// <summary>The calls that arrived, by window and instance.</summary>
    public IReadOnlyDictionary<(string Window, long Instance), int> Calls => _calls;

    public DateTimeOffset Now(DateTimeOffset local) => local + offset;

    /// <summary>The date of an answer, in whole seconds.</summary>
    public DateTimeOffset Date(DateTimeOffset local)
    {
        var now = Now(local);
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }

    /// <summary>Counts a call. Returns false when a window is used up.</summary>
    public bool Receive(DateTimeOffset local, IEnumerable<QuotaWindow> windows)
    {
        var admitted = true;
        foreach (var window in windows)
        {
            var key = (window.Name, Now(local).Ticks / window.Length.Ticks);
            _calls[key] = _calls.GetValueOrDefault(key) + 1;
            admitted &= _calls[key] <= window.Limit;
        }

        Refused += admitted ? 0 : 1;
        return admitted;
    }
}
