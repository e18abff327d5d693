namespace Gainsight.Client;

/// <summary>A call as an area describes it. It never changes: what happens to the call is in <see cref="CallState"/>.</summary>
/// <remarks>The transport does not dispose <see cref="Body"/>, because the caller may send it again.</remarks>
internal sealed class ApiRequest
{
    public required Operation Operation { get; init; }

    /// <summary>The value of <c>{object}</c> in the route.</summary>
    public string? Object { get; init; }

    /// <summary>The value of <c>{id}</c> in the route.</summary>
    public string? Id { get; init; }

    /// <summary>The query string, escaped and without the question mark, or null.</summary>
    public string? Query { get; init; }

    public JsonBody? Body { get; init; }

    /// <summary>Creates a body that is not JSON. The body can be sent several times, and is disposed with the last message.</summary>
    public Func<HttpContent>? Content { get; init; }

    /// <summary>Headers of this call only. They may contain secrets.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>An address from an answer of the server, used instead of the route. It is on the client's own host; see <c>Transport.Resolve</c>.</summary>
    public Uri? Address { get; init; }

    /// <summary>Whether the caller accepts that the call is carried out twice.</summary>
    public bool MayRepeat { get; init; }

    public RequestLane Lane { get; init; }

    /// <summary>The number of records that the call carries, for the span.</summary>
    public int? RecordCount { get; init; }

    /// <summary>Whether the call is retried after a time-out. False for the page reader, which asks for a smaller page instead.</summary>
    public bool RetryTimeouts { get; init; } = true;

    /// <summary>Whether a refusal that means "no rows" counts as a normal answer.</summary>
    public bool NoRowsIsSuccess { get; init; }

    /// <summary>Whether the data of a refusal says what happened to each record. Such a refusal counts as a normal answer.</summary>
    public Func<ReadOnlyMemory<byte>, bool>? TellsOfRecords { get; init; }

    /// <summary>Counts the requests of this call together with those of the other calls of the same work.</summary>
    public CallCounter? Calls { get; init; }
}
