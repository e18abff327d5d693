using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace Gainsight.Client.Benchmarks;

/// <summary>Refit with source-generated JSON and the standard resilience handler.</summary>
internal sealed class RefitPeer : IPeer, IDisposable
{
    private readonly ServiceProvider _services;
    private readonly IGainsightApi _api;

    public RefitPeer(PeerWire wire)
    {
        var services = new ServiceCollection();
        RefitSettings settings = new(new SystemTextJsonContentSerializer(new JsonSerializerOptions { TypeInfoResolver = PeerContext.Default }));
        services.AddRefitGeneratedClient<IGainsightApi>(settings).ConfigureHttpClient(HandWritten.Configure)
            .ConfigurePrimaryHttpMessageHandler(() => wire).AddStandardResilienceHandler();
        _services = services.BuildServiceProvider();
        _api = _services.GetRequiredService<IGainsightApi>();
    }

    public async Task<decimal> ReadPageAsync() => (await _api.QueryAsync(CompanyQuery.Page).ConfigureAwait(false)).Sum();

    public async Task<int> WriteAsync()
    {
        var written = 0;
        foreach (var rows in PeerRows.Pocos.Chunk(50))
        {
            written += (await _api.InsertAsync(new CompanyBody([.. rows])).ConfigureAwait(false)).Records.Count;
        }

        return written;
    }

    public async Task<int> ReadOneAsync() => (await _api.QueryAsync(CompanyQuery.ByName("Company 7")).ConfigureAwait(false)).Records.Count;

    public void Dispose() => _services.Dispose();
}
