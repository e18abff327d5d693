using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Gainsight.Client.Benchmarks;

/// <summary>What a team writes by hand: <see cref="HttpClient"/> of the factory with the standard resilience handler, and source-generated JSON.</summary>
internal sealed class HandWritten : IPeer, IDisposable
{
    private readonly ServiceProvider _services;
    private readonly HttpClient _http;

    public HandWritten(PeerWire wire)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("gainsight", Configure).ConfigurePrimaryHttpMessageHandler(() => wire).AddStandardResilienceHandler();
        _services = services.BuildServiceProvider();
        _http = _services.GetRequiredService<IHttpClientFactory>().CreateClient("gainsight");
    }

    /// <summary>The address and the key of the tenant.</summary>
    public static void Configure(HttpClient http)
    {
        http.BaseAddress = new Uri(PeerWire.Host);
        http.DefaultRequestHeaders.Add("Accesskey", PeerWire.Key);
    }

    public async Task<decimal> ReadPageAsync() =>
        (await PostAsync("v1/data/objects/query/Company", CompanyQuery.Page, PeerContext.Default.CompanyQuery).ConfigureAwait(false)).Sum();

    public async Task<int> WriteAsync()
    {
        var written = 0;
        foreach (var rows in PeerRows.Pocos.Chunk(50))
        {
            var answer = await PostAsync("v1/data/objects/Company", new CompanyBody([.. rows]), PeerContext.Default.CompanyBody).ConfigureAwait(false);
            written += answer.Records.Count;
        }

        return written;
    }

    public async Task<int> ReadOneAsync() =>
        (await PostAsync("v1/data/objects/query/Company", CompanyQuery.ByName("Company 7"), PeerContext.Default.CompanyQuery).ConfigureAwait(false)).Records.Count;

    public void Dispose()
    {
        _http.Dispose();
        _services.Dispose();
    }

    private async Task<CompanyAnswer> PostAsync<T>(string path, T body, JsonTypeInfo<T> type)
    {
        using var response = await _http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, type).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(PeerContext.Default.CompanyAnswer).ConfigureAwait(false))!;
    }
}
