using System.Diagnostics;
using System.Net;
using static Microsoft.Playwright.Assertions;

namespace Gainsight.Client.Inspector.Tests;

[Collection(BrowserCollection.Name)]
public sealed class InspectorStartTests(Browser browser)
{
    [ChromiumFact]
    public async Task The_tool_prints_an_address_that_shows_the_inspector()
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "Gainsight.Client.Emulator.Server.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [assembly, "--port", "0"]) { RedirectStandardOutput = true })!;
        try
        {
            string? line;
            do
            {
                line = await process.StandardOutput.ReadLineAsync();
            }
            while (line is not null && !line.Contains("Inspector", StringComparison.Ordinal));

            var page = await browser.NewPageAsync(1280, ColorScheme.Light);
            _ = await page.GotoAsync(line![line!.IndexOf("http", StringComparison.Ordinal)..]);
            await Expect(page.Locator("#object-title")).ToHaveTextAsync("Company");
            await Expect(page.Locator("#connection")).ToHaveTextAsync("Live");
            await Expect(page.Locator("#strip .meter")).ToHaveCountAsync(2);
            await page.Locator("#link-settings").ClickAsync();
            await Expect(page.Locator("#setting-PageCap-text")).ToContainTextAsync("page");
            await page.Context.DisposeAsync();
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    [ChromiumFact]
    public async Task A_server_for_others_shows_its_inspector_to_a_browser_with_the_token()
    {
        using var emulator = new GainsightEmulator();
        await using var server = await EmulatorServer.StartAsync(emulator, new ServerOptions { Host = IPAddress.Any, ControlToken = "let me in" });
        var page = await browser.NewPageAsync(1280, ColorScheme.Light);
        var address = $"http://127.0.0.1:{server.BaseAddress.Port}/_emulator/";

        (await page.GotoAsync(address))!.Status.Should().Be(401);
        _ = await page.GotoAsync(address + "?token=let+me+in");

        page.Url.Should().Be(address);
        await Expect(page.Locator("#connection")).ToHaveTextAsync("Live");
        await Expect(page.Locator("#object-title")).ToHaveTextAsync("Company");
        await page.Context.DisposeAsync();
    }
}
