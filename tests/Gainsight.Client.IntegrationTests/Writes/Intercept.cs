using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>Sits between the client and the socket, records the request bodies and changes answers.</summary>
internal sealed class Intercept : DelegatingHandler
{
    public Intercept(HttpMessageHandler inner)
        : base(inner)
    {
    }

    /// <summary>The requests in order: the method, the path with its query, and the body.</summary>
    public ConcurrentQueue<(HttpMethod Method, string Path, string Body)> Sent { get; } = new();

    /// <summary>Called with the number of the request, from 1, before it is sent.</summary>
    public Action<int>? Before { get; init; }

    /// <summary>Called with the request, the status and the body of an answer. A result other than null replaces the answer.</summary>
    public Func<HttpRequestMessage, HttpStatusCode, string, (HttpStatusCode Status, string Body)?>? Answer { get; init; }

    /// <summary>Removes from every refusal what identifies the row, so that only code and text are left.</summary>
    public static Func<HttpRequestMessage, HttpStatusCode, string, (HttpStatusCode Status, string Body)?> WithoutDetail { get; } =
        (_, status, _) => status == HttpStatusCode.BadRequest ? (status, Refusal) : null;

    /// <summary>The body of a refusal that says nothing.</summary>
    public static string Refusal => """{"result":false,"errorCode":"GSOBJ_1008","errorDesc":"Invalid value.","requestId":"r","data":null,"message":null}""";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        Sent.Enqueue((request.Method, request.RequestUri!.PathAndQuery, body));
        Before?.Invoke(Sent.Count);
        var response = await base.SendAsync(request, cancellationToken);
        if (Answer is null)
        {
            return response;
        }

        // Read through the content's own stream, which notifies the clock when the request ends.
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        (var status, var text) = Answer(request, response.StatusCode, answer) ?? (response.StatusCode, answer);
        response.Content.Dispose();
        response.StatusCode = status;
        response.Content = new StringContent(text, Encoding.UTF8, "application/json");
        return response;
    }
}
