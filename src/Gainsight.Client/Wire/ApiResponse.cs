namespace Gainsight.Client;

/// <summary>An answer that is no failure of the call, in pooled memory: a success (2xx, JSON, <c>result</c> true), or a refusal of the kinds that the request takes for an answer.</summary>
internal sealed class ApiResponse : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly BufferedAnswer _answer;
    private readonly CallState _call;
    private IReadOnlyList<RecordError>? _errors;

    public ApiResponse(HttpResponseMessage response, BufferedAnswer answer, CallState call)
    {
        _response = response;
        _answer = answer;
        _call = call;
    }

    /// <summary>The JSON of <c>data</c>; empty when the answer has none. Valid until the response is disposed.</summary>
    public ReadOnlyMemory<byte> Data => _answer.Data;

    /// <summary>The errors in <c>data.errors</c> (in Cockpit: <c>data.failure</c>) of a partly successful write; usually empty. Read them before the response is disposed.</summary>
    public IReadOnlyList<RecordError> Errors => _errors ??= RecordErrorReader.Read(_answer.ErrorData);

    /// <summary>False for a refusal that tells of records, or that there is nothing.</summary>
    public bool IsSuccess => _answer.IsSuccess;

    /// <summary>Whether the answer tells in the form of a refusal that there is nothing.</summary>
    public bool SaysNoRows => _answer.SaysNoRows;

    /// <summary>The whole body. Valid until the response is disposed.</summary>
    public ReadOnlyMemory<byte> Body => _answer.Body;

    /// <summary>The body of a file, read while it comes, each read within the time limit of an attempt. Valid until the response is disposed.</summary>
    /// <exception cref="GainsightTransportException">Thrown by its reads: the connection broke or was silent for too long.</exception>
    public Stream File => _answer.File ?? throw new InvalidOperationException("The answer is no file.");

    public string? RequestId => _answer.RequestId;

    /// <summary>The answer that told of the job whose end this one tells of, or null.</summary>
    public ApiResponse? Began { get; set; }

    /// <summary>Whether an earlier attempt of this call, or of the one that began the job, may have been carried out.</summary>
    public bool EarlierAttemptMayHaveBeenProcessed => (Began ?? this)._call.EarlierAttemptMayHaveBeenProcessed;

    /// <summary>How long the attempt that brought the answer took.</summary>
    public TimeSpan Elapsed => _call.LastAttempt;

    public void Dispose() => _response.Dispose();
}
