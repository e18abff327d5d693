using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Gainsight.Client.Benchmarks;

/// <summary>What a team writes by hand: <see cref="HttpClient"/> of the factory with the standard resilience handler, and source-generated JSON.</summary>
internal sealed class HandWritten : Peer, IDisposable
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

    public void Dispose()
    {
        _http.Dispose();
        _services.Dispose();
    }

    protected override Task<CompanyAnswer> QueryAsync(CompanyQuery query) => PostAsync("v1/data/objects/query/Company", query, PeerContext.Default.CompanyQuery);

    protected override Task<CompanyAnswer> InsertAsync(CompanyBody body) => PostAsync("v1/data/objects/Company", body, PeerContext.Default.CompanyBody);

    protected override async Task<CompanyAnswer> UpdateAsync(CompanyBody body) => await AnswerAsync(
        await _http.PutAsJsonAsync(new Uri("v1/data/objects/Company?keys=Gsid", UriKind.Relative), body, PeerContext.Default.CompanyBody).ConfigureAwait(false)).ConfigureAwait(false);

    private async Task<CompanyAnswer> PostAsync<T>(string path, T body, JsonTypeInfo<T> type) =>
        await AnswerAsync(await _http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, type).ConfigureAwait(false)).ConfigureAwait(false);

    private static async Task<CompanyAnswer> AnswerAsync(HttpResponseMessage response)
    {
        using var answered = response;
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(PeerContext.Default.CompanyAnswer).ConfigureAwait(false))!;
    }
}
