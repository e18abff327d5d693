namespace Gainsight.Client.Fuzz.Clients;

/// <summary>Keeps the requests that the client sends.</summary>
internal sealed class RecordingHandler(HttpMessageHandler innerHandler) : DelegatingHandler(innerHandler)
{
    public List<RecordedRequest> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []);
        Requests.Add(new(request.Method.Method, request.RequestUri!.PathAndQuery, [.. headers.Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value)))], body));
        return await base.SendAsync(request, cancellationToken);
    }
}
