namespace Gainsight.Client;

/// <summary>A handler that passes pooled value tasks to the next <see cref="PipelineHandler"/>, where a plain handler allocates a task for every send.</summary>
internal abstract class PipelineHandler : DelegatingHandler
{
    /// <summary>Sends the request. Await the result once.</summary>
    public abstract ValueTask<HttpResponseMessage> SendPooledAsync(HttpRequestMessage request, CancellationToken cancellationToken);

    protected sealed override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendPooledAsync(request, cancellationToken).AsTask();

    /// <summary>Sends the request on to the inner handler.</summary>
    protected ValueTask<HttpResponseMessage> SendOnAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        InnerHandler is PipelineHandler inner ? inner.SendPooledAsync(request, cancellationToken) : new(base.SendAsync(request, cancellationToken));
}
