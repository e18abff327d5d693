using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace Gainsight.Client.Benchmarks;

/// <summary>Refit with source-generated JSON and the standard resilience handler.</summary>
internal sealed class RefitPeer : Peer, IDisposable
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

    public void Dispose() => _services.Dispose();

    protected override Task<CompanyAnswer> QueryAsync(CompanyQuery query) => _api.QueryAsync(query);

    protected override Task<CompanyAnswer> InsertAsync(CompanyBody body) => _api.InsertAsync(body);

    protected override Task<CompanyAnswer> UpdateAsync(CompanyBody body) => _api.UpdateAsync(body);
}
