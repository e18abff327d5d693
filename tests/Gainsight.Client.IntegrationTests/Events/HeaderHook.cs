namespace Gainsight.Client.IntegrationTests.Events;

/// <summary>Records the names of the headers that are sent.</summary>
internal sealed class HeaderHook(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public List<string> Names { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (Names)
        {
            Names.AddRange(request.Headers.Select(header => header.Key));
        }

        return base.SendAsync(request, cancellationToken);
    }
}
