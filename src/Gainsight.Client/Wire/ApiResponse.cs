using System.Net;
using System.Text;

namespace Gainsight.Client;

/// <summary>An answer that is not a failure of the call, in pooled memory: a success (2xx, JSON, <c>result</c> true), or a refusal that the request accepts as an answer.</summary>
internal sealed class ApiResponse(HttpResponseMessage response, BufferedAnswer answer, CallState call) : IDisposable
{
    private IReadOnlyList<RecordError>? _errors;

    /// <summary>The JSON of <c>data</c>; empty when it is absent. Valid until the response is disposed.</summary>
    public ReadOnlyMemory<byte> Data => answer.Data;

    /// <summary>The errors in <c>data.errors</c> (in Cockpit: <c>data.failure</c>) of a partly successful write; usually empty. Read them before the response is disposed.</summary>
    public IReadOnlyList<RecordError> Errors => _errors ??= answer.ErrorData.IsEmpty ? [] : RecordErrorReader.Read(answer.ErrorData);

    /// <summary>False for a refusal that gives the result of each record, or that means "no rows".</summary>
    public bool IsSuccess => answer.IsSuccess;

    /// <summary>Whether the answer is a refusal that means "no rows".</summary>
    public bool SaysNoRows => answer.SaysNoRows;

    public HttpStatusCode Status => answer.Status;

    /// <summary>The whole body. Valid until the response is disposed.</summary>
    public ReadOnlyMemory<byte> Body => answer.Body;

    /// <summary>The stream of a file. Each read has the time limit of an attempt. Valid until the response is disposed.</summary>
    /// <exception cref="GainsightTransportException">Thrown by a read: the connection broke, or the read exceeded the time limit.</exception>
    public Stream File => answer.File ?? throw new InvalidOperationException("The answer is no file.");

    /// <summary>The encoding of the file if it is not UTF-8: the one that the answer declares, or that its byte order mark shows.</summary>
    public Encoding? FileEncoding => answer.FileEncoding;

    public string? RequestId => answer.RequestId;

    /// <summary>The answer that started a job, when this is the answer about the end of that job; otherwise null.</summary>
    public ApiResponse? Began { get; set; }

    /// <summary>Whether an earlier attempt of this call, or of the call that started the job, may have been carried out.</summary>
    public bool EarlierAttemptMayHaveBeenProcessed => (Began ?? this).Call.EarlierAttemptMayHaveBeenProcessed;

    /// <summary>The duration of the attempt that got the answer.</summary>
    public TimeSpan Elapsed => Call.LastAttempt;

    private CallState Call { get; } = call;

    public void Dispose() => response.Dispose();
}
