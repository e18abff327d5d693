namespace Gainsight.Client;

/// <summary>The narrow waist between the areas and HTTP: a call goes in, an answer or a typed exception comes out.</summary>
internal sealed class Transport : IDisposable
{
    /// <summary>Sends a call through the pipeline.</summary>
    /// <exception cref="GainsightException">The call was refused, could not be sent, or brought no usable answer.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The number of requests this client has put on the wire, every attempt counted.</summary>
    public long RequestsSent => throw new NotImplementedException();

    /// <summary>The quota that the calls of this client draw on.</summary>
    public QuotaLedger Quota => throw new NotImplementedException();

    /// <summary>The tenant's host and port, by which state shared in the process is found.</summary>
    public string Host => throw new NotImplementedException();

    public TimeProvider TimeProvider => throw new NotImplementedException();

    public void Dispose() => throw new NotImplementedException();
}
