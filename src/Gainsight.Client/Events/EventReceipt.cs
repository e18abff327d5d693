namespace Gainsight.Client;

/// <summary>Gainsight's answer to an accepted event. Its form is undocumented, so it is returned as it came.</summary>
public sealed class EventReceipt
{
    /// <summary>Creates a receipt, for mocks of a client.</summary>
    /// <param name="requestId">The id by which Gainsight's support can find the call, or null.</param>
    /// <param name="answer">The answer's body.</param>
    public EventReceipt(string? requestId, string answer)
    {
        RequestId = requestId;
        Answer = answer;
    }

    /// <summary>The id by which Gainsight's support can find the call, or null.</summary>
    public string? RequestId { get; }

    /// <summary>The body of the answer. It may be empty.</summary>
    public string Answer { get; }
}
