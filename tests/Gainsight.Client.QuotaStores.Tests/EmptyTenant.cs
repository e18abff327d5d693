using System.Net;
using System.Text;

namespace Gainsight.Client.QuotaStores.Tests;

/// <summary>Answers every call with an empty list.</summary>
internal sealed class EmptyTenant : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage answer = new(HttpStatusCode.OK)
        {
            Content = new StringContent("""{"result":true,"errorCode":null,"errorDesc":null,"requestId":"r","data":[],"message":null}""", Encoding.UTF8, "application/json"),
        };
        answer.Headers.Date = DateTimeOffset.UtcNow;
        return Task.FromResult(answer);
    }
}
