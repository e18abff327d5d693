using System.Text.Json;
using RestSharp;
using RestSharp.Serializers.Json;

namespace Gainsight.Client.Benchmarks;

/// <summary>RestSharp with source-generated JSON. It has no resilience of its own.</summary>
internal sealed class RestSharpPeer(PeerWire wire) : IPeer, IDisposable
{
    private readonly RestClient _client = new(
        new HttpClient(wire, disposeHandler: false),
        disposeHttpClient: true,
        configureRestClient: options => options.BaseUrl = new Uri(PeerWire.Host),
        configureSerialization: config => config.UseSystemTextJson(new JsonSerializerOptions { TypeInfoResolver = PeerContext.Default }));

    public async Task<decimal> ReadPageAsync() => (await PostAsync("v1/data/objects/query/Company", CompanyQuery.Page).ConfigureAwait(false)).Sum();

    public async Task<int> WriteAsync()
    {
        var written = 0;
        foreach (var rows in PeerRows.Pocos.Chunk(50))
        {
            written += (await PostAsync("v1/data/objects/Company", new CompanyBody([.. rows])).ConfigureAwait(false)).Records.Count;
        }

        return written;
    }

    public async Task<int> ReadOneAsync() => (await PostAsync("v1/data/objects/query/Company", CompanyQuery.ByName("Company 7")).ConfigureAwait(false)).Records.Count;

    public void Dispose() => _client.Dispose();

    private async Task<CompanyAnswer> PostAsync<T>(string path, T body)
        where T : class
    {
        var request = new RestRequest(path, Method.Post).AddHeader("Accesskey", PeerWire.Key).AddJsonBody(body);
        return (await _client.PostAsync<CompanyAnswer>(request).ConfigureAwait(false))!;
    }
}
