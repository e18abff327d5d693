using System.Net;
using System.Net.Http.Headers;
using Gainsight.Client.Fuzz.Mutations;

namespace Gainsight.Client.Fuzz.Clients;

/// <summary>Changes some of the answers of a tenant: status, headers and body.</summary>
internal sealed class MutatingHandler(HttpMessageHandler innerHandler, IReadOnlyList<AnswerChange> changes, int cancelAt, CancellationTokenSource cancellation)
    : DelegatingHandler(innerHandler)
{
    private static readonly int[] Statuses =
        [200, 200, 201, 202, 204, 206, 300, 302, 304, 400, 401, 402, 403, 404, 405, 407, 408, 409, 410, 412, 413, 415, 418, 421, 425, 429, 431, 451, 499, 500, 501, 502, 503, 504, 599, 999];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("Retry-After", "0"), ("Retry-After", "-1"), ("Retry-After", "999999999999"), ("Retry-After", "Thu, 01 Jan 1970 00:00:00 GMT"), ("Retry-After", "soon"), ("Retry-After", "1"),
        ("Date", "Thu, 01 Jan 1970 00:00:00 GMT"), ("Date", "Fri, 31 Dec 9999 23:59:59 GMT"), ("Date", "Mon, 01 Jan 0001 00:00:00 GMT"), ("Date", "yesterday"),
        ("Content-Type", "text/html"), ("Content-Type", "application/json; charset=utf-16"), ("Content-Type", ";"), ("Content-Encoding", "gzip"), ("X-Request-Id", ""),
        ("X-Gs-Request-Id", "\u00e9"), ("Location", "https://example.org/"), ("WWW-Authenticate", "Basic"),
    ];

    /// <summary>No operation needs as many calls, however its answers are changed.</summary>
    private const int MaxCalls = 1000;

    /// <summary>The caller cancels after so many refusals in a row for quota, because the client waits for quota as long as the tenant refuses it.</summary>
    private const int MaxRefusals = 50;

    private int _calls = -1;
    private int _refusals;

    /// <summary>Whether the operation was cancelled because it makes no end of calls.</summary>
    public bool IsEndless { get; private set; }

    /// <summary>The status of the last answer.</summary>
    public HttpStatusCode LastStatus { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = Interlocked.Increment(ref _calls);
        if (call == cancelAt || call == MaxCalls)
        {
            IsEndless = call == MaxCalls;
            await cancellation.CancelAsync();
        }

        var response = await base.SendAsync(request, cancellationToken);
        foreach (var change in changes)
        {
            if (change.Call is null || change.Call == call)
            {
                await ChangeAsync(response, new Random(change.Seed));
            }
        }

        LastStatus = response.StatusCode;
        _refusals = LastStatus == HttpStatusCode.TooManyRequests ? _refusals + 1 : 0;
        if (_refusals == MaxRefusals)
        {
            await cancellation.CancelAsync();
        }

        return response;
    }

    private static async Task ChangeAsync(HttpResponseMessage response, Random random)
    {
        var kind = random.Next(10);
        if (kind is 0 or 1)
        {
            response.StatusCode = (HttpStatusCode)Statuses[random.Next(Statuses.Length)];
        }

        if (kind is 1 or 2)
        {
            (var name, var value) = Headers[random.Next(Headers.Length)];
            HttpHeaders headers = name.StartsWith("Content", StringComparison.Ordinal) ? response.Content.Headers : response.Headers;
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, value);
        }

        if (kind == 3)
        {
            throw random.Next(2) == 0 ? new HttpRequestException(HttpRequestError.ConnectionError) : new HttpRequestException(HttpRequestError.ResponseEnded, "ended", new IOException("ended"));
        }

        if (kind is 1 or > 3)
        {
            var body = await response.Content.ReadAsByteArrayAsync(CancellationToken.None);
            var changed = new ByteArrayContent(Mutator.Json(body, random));
            foreach ((var name, var values) in response.Content.Headers.Where(header => header.Key != "Content-Length"))
            {
                changed.Headers.TryAddWithoutValidation(name, values);
            }

            response.Content = changed;
        }
    }
}
