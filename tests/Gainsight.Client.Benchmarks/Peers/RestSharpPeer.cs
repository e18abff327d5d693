using System.Text.Json;
using RestSharp;
using RestSharp.Serializers.Json;

namespace Gainsight.Client.Benchmarks;

/// <summary>RestSharp with source-generated JSON. It has no resilience of its own.</summary>
internal sealed class RestSharpPeer(PeerWire wire) : Peer, IDisposable
{
    private readonly RestClient _client = new(
        new HttpClient(wire, disposeHandler: false),
        disposeHttpClient: true,
        configureRestClient: options => options.BaseUrl = new Uri(PeerWire.Host),
        configureSerialization: config => config.UseSystemTextJson(new JsonSerializerOptions { TypeInfoResolver = PeerContext.Default }));

    public void Dispose() => _client.Dispose();

    protected override Task<CompanyAnswer> QueryAsync(CompanyQuery query) => PostAsync("v1/data/objects/query/Company", query);

    protected override Task<CompanyAnswer> InsertAsync(CompanyBody body) => PostAsync("v1/data/objects/Company", body);

    protected override async Task<CompanyAnswer> UpdateAsync(CompanyBody body)
    {
        var request = new RestRequest("v1/data/objects/Company?keys=Gsid", Method.Put).AddHeader("Accesskey", PeerWire.Key).AddJsonBody(body);
        return (await _client.PutAsync<CompanyAnswer>(request).ConfigureAwait(false))!;
    }

    private async Task<CompanyAnswer> PostAsync<T>(string path, T body)
        where T : class
    {
        var request = new RestRequest(path, Method.Post).AddHeader("Accesskey", PeerWire.Key).AddJsonBody(body);
        return (await _client.PostAsync<CompanyAnswer>(request).ConfigureAwait(false))!;
    }
}
