using System.Net;

namespace Gainsight.Client.Emulator;

/// <summary>Serves requests in process, and throws the exceptions that a real socket causes.</summary>
internal sealed class EmulatorHandler(RequestPipeline pipeline) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var inner = new EmulatorRequest
        {
            Method = request.Method.Method,
            Path = uri.AbsolutePath,
            QueryString = uri.Query,
            Origin = uri.GetLeftPart(UriPartial.Authority),
            Header = name => Header(request, name),
            ReadBodyAsync = async token => request.Content is null
                ? default
                : await request.Content.ReadAsByteArrayAsync(token).ConfigureAwait(false),
        };
        var response = await pipeline.ServeAsync(inner, cancellationToken).ConfigureAwait(false);
        if (response.Cut == Cut.BeforeAnswer)
        {
            var ended = new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "An error occurred while sending the request.", ended);
        }

        HttpContent content = (response.Streamed, response.Cut) switch
        {
            ({ } streamed, Cut.MidBody) => new StreamContent(streamed.Half.Open(broken: true)),
            (null, Cut.MidBody) => new CutContent(response.Body),
            (null, _) when response.Drip is null => new ReadOnlyMemoryContent(response.Body),
            _ => new StreamContent(response.Open()),
        };
        _ = content.Headers.TryAddWithoutValidation("Content-Type", response.ContentType);
        var message = new HttpResponseMessage((HttpStatusCode)response.Status) { Content = content, RequestMessage = request };
        foreach ((var name, var value) in response.Headers)
        {
            _ = message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    private static string? Header(HttpRequestMessage request, string name) =>
        request.Headers.TryGetValues(name, out var values) || request.Content?.Headers.TryGetValues(name, out values) == true
            ? string.Join(", ", values)
            : null;
}
