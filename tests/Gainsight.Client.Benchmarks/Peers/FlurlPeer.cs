using System.Text.Json;
using Flurl.Http;
using Flurl.Http.Configuration;

namespace Gainsight.Client.Benchmarks;

/// <summary>Flurl with source-generated JSON. It has no resilience of its own.</summary>
internal sealed class FlurlPeer : IPeer, IDisposable
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

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }

    private Task<CompanyAnswer> PostAsync<T>(string path, T body) => _client.Request(path).PostJsonAsync(body).ReceiveJson<CompanyAnswer>();
}
