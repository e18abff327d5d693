using System.Net;
using System.Text;

namespace Gainsight.Client.Tests;

/// <summary>The wire of a test. It answers from a script, repeats the last answer, and records the requests.</summary>
internal sealed class StubHandler : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _script = new();

    public List<SentRequest> Sent { get; } = [];

    public bool IsDisposed { get; private set; }

    /// <summary>The responses that were returned.</summary>
    public List<HttpResponseMessage> Given { get; } = [];

    public static HttpResponseMessage Json(HttpStatusCode status, string json) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public static string Envelope(string data = "null") =>
        $$"""{"result":true,"errorCode":null,"errorDesc":null,"requestId":"r-1","data":{{data}},"message":null}""";

    public StubHandler Answer(string json) => Answer(HttpStatusCode.OK, json);

    public StubHandler Answer(HttpStatusCode status, string json, Action<HttpResponseMessage>? change = null) => Do((_, _) =>
    {
        var response = Json(status, json);
        change?.Invoke(response);
        return Task.FromResult(response);
    });

    public StubHandler Html(HttpStatusCode status) => Do((_, _) => Task.FromResult(new HttpResponseMessage(status)
    {
        Content = new StringContent("<html><body>Sign in</body></html>", Encoding.UTF8, "text/html"),
    }));

    public StubHandler Fail(Exception exception) => Do((_, _) => Task.FromException<HttpResponseMessage>(exception));

    public StubHandler Fail(HttpRequestError error) => Fail(new HttpRequestException(error, "wire"));

    public StubHandler Hang() => Do(async (_, token) =>
    {
        await Task.Delay(Timeout.Infinite, token);
        throw new InvalidOperationException("not reached");
    });

    public StubHandler Do(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var sent = new SentRequest(
            request.Method,
            request.RequestUri!,
            request.Headers.NonValidated.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            request.Content?.Headers.ContentType?.ToString(),
            body);
        lock (Sent)
        {
            Sent.Add(sent);
        }

        var answer = _script.Count > 1 ? _script.Dequeue() : _script.Peek();
        var response = await answer(request, cancellationToken);
        response.RequestMessage = request;
        lock (Given)
        {
            Given.Add(response);
        }

        return response;
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    internal sealed record SentRequest(
        HttpMethod Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string? ContentType, string? Body);
}
