namespace Gainsight.Client;

/// <summary>A call as an area describes it. It never changes: what happens to the call is in <see cref="CallState"/>.</summary>
/// <remarks>The transport does not dispose <see cref="Body"/>, because the caller may send it again.</remarks>
internal sealed class ApiRequest
{
    public required Operation Operation { get; init; }

    /// <summary>Fills <c>{object}</c> of the route.</summary>
    public string? Object { get; init; }

    /// <summary>Fills <c>{id}</c> of the route.</summary>
    public string? Id { get; init; }

    /// <summary>The query string without the question mark, already escaped, or null.</summary>
    public string? Query { get; init; }

    public JsonBody? Body { get; init; }

    /// <summary>Makes a body that is not JSON; it can be sent any number of times, and is disposed with the last.</summary>
    public Func<HttpContent>? Content { get; init; }

    /// <summary>Headers of this call alone, secrets among them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The address that an answer of the server named, on the client's own host: sent to in place of the route. See <see cref="Transport.Resolve"/>.</summary>
    public Uri? Address { get; init; }

    /// <summary>Whether the caller would rather have it carried out twice than not at all.</summary>
    public bool MayRepeat { get; init; }

    public RequestLane Lane { get; init; }

    /// <summary>The number of records the call carries, for the span.</summary>
    public int? RecordCount { get; init; }

    /// <summary>False when the caller would rather ask for less than wait as long again: the page reader's step-down.</summary>
    public bool RetryTimeouts { get; init; } = true;

    /// <summary>Whether the refusals that tell of an empty result are an answer like any other.</summary>
    public bool NoRowsIsSuccess { get; init; }

    /// <summary>Whether the data of a refusal tell what became of each record all the same, so that it is an answer like any other.</summary>
    public Func<ReadOnlyMemory<byte>, bool>? TellsOfRecords { get; init; }

    /// <summary>Counts what this call puts on the wire together with the other calls of the same work.</summary>
    public CallCounter? Calls { get; init; }
}
