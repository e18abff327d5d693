using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Gainsight.Client.Benchmarks;

/// <summary>Replaces the network for every peer: it reads the request's body, as the network does, and answers a query with a page or with one row, and an insert with 50 GSIDs.</summary>
internal sealed class PeerWire : HttpMessageHandler
{
    public const string Host = "https://northwind.gainsightcloud.com/";
    public const string Key = "11111111-2222-3333-4444-555555555555";

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly byte[] Page = Answer($$"""{"records":{{Encoding.UTF8.GetString(CompanyPage.Create())}}}""");
    private static readonly byte[] Row = Answer($$"""{"records":[{{CompanyPage.Row(7)}}]}""");
    private static readonly byte[] Written = Answer(
        $$"""{"count":50,"errors":null,"records":[{{string.Join(',', Enumerable.Range(0, 50).Select(row => $$"""{"Gsid":"1P02{{row.ToString("D32", CultureInfo.InvariantCulture)}}"}"""))}}]}""");

    private static readonly byte[] WrittenRow = Answer("""{"count":1,"errors":null,"records":[{"Gsid":"1P0200000000000000000000000000000007"}]}""");

    /// <summary>Whether a call is answered with one row.</summary>
    public bool AnswersOneRow { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        var isQuery = request.RequestUri!.AbsolutePath.Contains("/query/", StringComparison.Ordinal);
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(isQuery ? AnswersOneRow ? Row : Page : AnswersOneRow ? WrittenRow : Written), RequestMessage = request };
        response.Content.Headers.ContentType = Json;
        return response;
    }

    private static byte[] Answer(string data) => Encoding.UTF8.GetBytes(
        $$"""{"result":true,"errorCode":null,"errorDesc":null,"requestId":"5f2e","data":{{data}},"message":null}""");
}
