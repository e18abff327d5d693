namespace Gainsight.Client.Emulator.Tests;

/// <summary>A tenant behind a real socket, and a client that calls it.</summary>
internal sealed class Remote : IAsyncDisposable
{
    private readonly Tenant _tenant;
    private readonly EmulatorServer _server;

    private Remote(Tenant tenant, EmulatorServer server)
    {
        _tenant = tenant;
        _server = server;
        Http = new HttpClient { BaseAddress = server.BaseAddress };
        Http.DefaultRequestHeaders.Add("Accesskey", tenant.Emulator.AccessKey);
    }

    public GainsightEmulator Emulator => _tenant.Emulator;

    public HttpClient Http { get; }

    public static async Task<Remote> StartAsync()
    {
        var tenant = new Tenant();
        return new Remote(tenant, await EmulatorServer.StartAsync(tenant.Emulator));
    }

    public Task<Answer> InsertAsync(CancellationToken cancellationToken = default) =>
        Tenant.SendAsync(Http, HttpMethod.Post, "/v1/data/objects/Company", """{"records":[{"Name":"a"}]}""", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
        _tenant.Dispose();
    }
}
