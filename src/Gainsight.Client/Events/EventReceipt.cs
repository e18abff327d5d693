namespace Gainsight.Client;

/// <summary>Gainsight's answer to an event that it took. What it looks like is undocumented, so it is handed over as it came.</summary>
public sealed class EventReceipt
{
    /// <summary>Creates a receipt, as a mock of a client would give it.</summary>
    /// <param name="requestId">The id under which Gainsight's support finds the call, or null.</param>
    /// <param name="answer">The answer's body.</param>
    public EventReceipt(string? requestId, string answer)
    {
        RequestId = requestId;
        Answer = answer;
    }

    /// <summary>The id under which Gainsight's support finds the call, or null.</summary>
    public string? RequestId { get; }

    /// <summary>The answer's body; perhaps empty.</summary>
    public string Answer { get; }
}
