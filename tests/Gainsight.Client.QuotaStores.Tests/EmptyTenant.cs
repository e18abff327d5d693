using System.Net;
using System.Text;

namespace Gainsight.Client.QuotaStores.Tests;

/// <summary>Answers every call with an empty list, at the time of its clock.</summary>
internal sealed class EmptyTenant(TimeProvider time) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage answer = new(HttpStatusCode.OK)
        {
            Content = new StringContent("""{"result":true,"errorCode":null,"errorDesc":null,"requestId":"r","data":[],"message":null}""", Encoding.UTF8, "application/json"),
        };
        answer.Headers.Date = time.GetUtcNow();
        return Task.FromResult(answer);
    }
}
