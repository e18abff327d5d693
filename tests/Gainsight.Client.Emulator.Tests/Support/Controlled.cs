using System.Net;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

/// <summary>A server with a control API, and a client of both.</summary>
internal sealed class Controlled : IAsyncDisposable
{
    private readonly Tenant _tenant = new();
    private EmulatorServer _server = null!;

    private Controlled()
    {
    }

    public GainsightEmulator Emulator => _tenant.Emulator;

    public EmulatedObject Companies => _tenant.Companies;

    public HttpClient Http { get; private set; } = null!;

    public static async Task<Controlled> StartAsync(ServerOptions? options = null)
    {
        var controlled = new Controlled();
        controlled._server = await EmulatorServer.StartAsync(controlled.Emulator, options);
        var address = new UriBuilder(controlled._server.BaseAddress) { Host = "127.0.0.1" }.Uri;
        controlled.Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        return controlled;
    }

    /// <summary>Calls the control API.</summary>
    public Task<(HttpStatusCode Status, JsonElement Json)> CallAsync(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(method, "/_emulator" + path, body, headers);

    public async Task<JsonElement> GetAsync(string path)
    {
        (var status, var json) = await CallAsync(HttpMethod.Get, path);
        status.Should().Be(HttpStatusCode.OK, json.ToString());
        return json;
    }

    /// <summary>Calls the tenant.</summary>
    public async Task<HttpStatusCode> InsertAsync(string name, string? key = null) =>
        (await SendAsync(HttpMethod.Post, "/v1/data/objects/Company", $$"""{"records":[{"Name":"{{name}}"}]}""", ("Accesskey", key ?? Emulator.AccessKey))).Status;

    public async Task<(HttpStatusCode Status, JsonElement Json)> SendAsync(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        foreach ((var name, var value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                _ = request.Content!.Headers.Remove(name);
                _ = request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
        _tenant.Dispose();
    }
}
