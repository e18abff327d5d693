using System.Text.Json;
using Flurl.Http;
using Flurl.Http.Configuration;

namespace Gainsight.Client.Benchmarks;

/// <summary>Flurl with source-generated JSON. It has no resilience of its own.</summary>
internal sealed class FlurlPeer : Peer, IDisposable
{
    private readonly HttpClient _http;
    private readonly FlurlClient _client;

    public FlurlPeer(PeerWire wire)
    {
        _http = new HttpClient(wire, disposeHandler: false) { BaseAddress = new Uri(PeerWire.Host) };
        _client = new FlurlClient(_http);
        _client.Settings.JsonSerializer = new DefaultJsonSerializer(new JsonSerializerOptions { TypeInfoResolver = PeerContext.Default });
        _client.WithHeader("Accesskey", PeerWire.Key);
    }

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }

    protected override Task<CompanyAnswer> QueryAsync(CompanyQuery query) => PostAsync("v1/data/objects/query/Company", query);

    protected override Task<CompanyAnswer> InsertAsync(CompanyBody body) => PostAsync("v1/data/objects/Company", body);

    protected override Task<CompanyAnswer> UpdateAsync(CompanyBody body) =>
        _client.Request("v1/data/objects/Company?keys=Gsid").PutJsonAsync(body).ReceiveJson<CompanyAnswer>();

    private Task<CompanyAnswer> PostAsync<T>(string path, T body) => _client.Request(path).PostJsonAsync(body).ReceiveJson<CompanyAnswer>();
}
