using System.Net.Http.Json;
using System.Text.Json;

namespace Gainsight.Client.Inspector.Tests;

/// <summary>A tenant, its server, and a page that shows the inspector.</summary>
internal sealed class Shown : IAsyncDisposable
{
    private readonly List<string> _errors = [];
    private readonly HttpClient _http;

    private Shown(GainsightEmulator emulator, EmulatorServer server, IPage page)
    {
        Emulator = emulator;
        Server = server;
        Page = page;
        _http = new HttpClient { BaseAddress = new UriBuilder(server.BaseAddress) { Host = "127.0.0.1" }.Uri };
        _http.DefaultRequestHeaders.Add("Accesskey", emulator.AccessKey);
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) =>
        {
            // Answers such as 404 and a server that is gone are logged as errors of a resource. Everything else is a fault of the page.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _errors.Add(message.Text);
            }
        };
    }

    public GainsightEmulator Emulator { get; }

    public EmulatorServer Server { get; }

    public IPage Page { get; }

    public EmulatedObject Companies => Emulator.Object("Company");

    /// <summary>Starts a server and opens its inspector.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="prepare">Fills the tenant before the page is opened.</param>
    /// <param name="width">The width of the window, in pixels.</param>
    /// <param name="colors">The color scheme of the system.</param>
    public static async Task<Shown> OpenAsync(Browser browser, Action<GainsightEmulator>? prepare = null, int width = 1280, ColorScheme colors = ColorScheme.Light)
    {
        var emulator = new GainsightEmulator();
        prepare?.Invoke(emulator);
        var server = await EmulatorServer.StartAsync(emulator);
        var shown = new Shown(emulator, server, await browser.NewPageAsync(width, colors));
        _ = await shown.Page.GotoAsync(new Uri(server.BaseAddress, "/_emulator/").ToString());
        await Assertions.Expect(shown.Page.Locator("#connection")).ToHaveTextAsync("Live");
        await Assertions.Expect(shown.Button("Company", "#objects a").Or(shown.Page.Locator("#object-select"))).Not.ToHaveCountAsync(0);
        return shown;
    }

    public ILocator Button(string name, string within = "button") => Page.Locator(within, new PageLocatorOptions { HasText = name });

    public ILocator ByRole(AriaRole role, string name) => Page.GetByRole(role, new PageGetByRoleOptions { Name = name, Exact = true });

    public Task ClickAsync(string button) => ByRole(AriaRole.Button, button).ClickAsync();

    public Task GoToAsync(string view) => Page.Locator($"#link-{view}").ClickAsync();

    /// <summary>Inserts a company through the tenant's API.</summary>
    public async Task<HttpResponseMessage> InsertAsync(string name) =>
        await _http.PostAsJsonAsync(new Uri("/v1/data/objects/Company", UriKind.Relative), new { records = new[] { new { Name = name } } }, JsonSerializerOptions.Default);

    /// <summary>Reads companies through the tenant's API.</summary>
    public async Task<string> QueryAsync(params string[] fields)
    {
        using var response = await _http.PostAsJsonAsync(new Uri("/v1/data/objects/query/Company", UriKind.Relative), new { select = fields }, JsonSerializerOptions.Default);
        return await response.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        await Server.DisposeAsync();
        Emulator.Dispose();
        _http.Dispose();
        _errors.Should().BeEmpty();
    }
}
