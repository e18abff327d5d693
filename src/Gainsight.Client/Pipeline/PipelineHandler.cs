namespace Gainsight.Client;

/// <summary>A handler of ours: next to another of ours it passes value tasks, whose state is pooled, where a handler must return a new task for every send.</summary>
internal abstract class PipelineHandler : DelegatingHandler
{
    /// <summary>What <see cref="SendAsync"/> does. The result is awaited once.</summary>
    public abstract ValueTask<HttpResponseMessage> SendPooledAsync(HttpRequestMessage request, CancellationToken cancellationToken);

    protected sealed override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendPooledAsync(request, cancellationToken).AsTask();

    /// <summary>Sends the request on to the inner handler.</summary>
    protected ValueTask<HttpResponseMessage> SendOnAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        InnerHandler is PipelineHandler inner ? inner.SendPooledAsync(request, cancellationToken) : new(base.SendAsync(request, cancellationToken));
}
