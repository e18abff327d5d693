namespace Gainsight.Client;

/// <summary>A successful answer (2xx, JSON, <c>result</c> true) in pooled memory.</summary>
internal sealed class ApiResponse : IDisposable
{
    /// <summary>The JSON of <c>data</c>; empty when the answer has none. Valid until the response is disposed.</summary>
    public ReadOnlyMemory<byte> Data => throw new NotImplementedException();

    /// <summary>The errors in <c>data.errors</c> of a partly successful write; usually empty.</summary>
    public IReadOnlyList<RecordError> Errors => throw new NotImplementedException();

    public string? RequestId => throw new NotImplementedException();

    /// <summary>Whether an earlier attempt of this call may have been carried out.</summary>
    public bool EarlierAttemptMayHaveBeenProcessed => throw new NotImplementedException();

    /// <summary>How long the attempt that brought the answer took.</summary>
    public TimeSpan Elapsed => throw new NotImplementedException();

    public void Dispose() => throw new NotImplementedException();
}
