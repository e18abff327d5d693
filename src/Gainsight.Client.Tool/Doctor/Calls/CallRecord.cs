namespace Gainsight.Client.Tool.Doctor;

/// <summary>What the doctor sent and received. Its calls come one after the other.</summary>
internal sealed class CallRecord
{
    private readonly List<TimeSpan> _times = [];

    /// <summary>The number of requests, those for a token and repeated ones included.</summary>
    public int Sent { get; private set; }

    /// <summary>The last answer, or null.</summary>
    public Exchange? Last { get; private set; }

    /// <summary>The time that the answer in the middle took.</summary>
    public TimeSpan TypicalTime => _times.Count == 0 ? TimeSpan.Zero : _times.Order().ElementAt(_times.Count / 2);

    /// <summary>Counts a request.</summary>
    public void Count()
    {
        Sent++;
        Last = null;
    }

    /// <summary>Keeps an answer.</summary>
    /// <param name="exchange">The answer.</param>
    public void Keep(Exchange exchange)
    {
        Last = exchange;
        _times.Add(exchange.Elapsed);
    }
}
