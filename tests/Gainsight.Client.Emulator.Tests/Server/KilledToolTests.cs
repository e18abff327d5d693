using System.Diagnostics;

namespace Gainsight.Client.Emulator.Tests;

/// <summary>The tool as a process of its own, killed without a warning.</summary>
public sealed class KilledToolTests
{
    [Fact]
    public async Task A_tenant_that_was_saved_survives_the_death_of_its_process_and_its_file_is_free_again()
    {
        using var folder = new TemporaryFolder();
        var state = folder["state.json"];
        using (var process = Start("--data", state, "--log", "Off"))
        {
            try
            {
                using var http = await ClientAsync(process);
                for (var i = 0; i < 3; i++)
                {
                    _ = await Tenant.SendAsync(http, HttpMethod.Post, "/v1/data/objects/Company", $$$"""{"records":[{"Name":"Acme {{{i}}}"}]}""");
                }

                await UntilAsync(() => File.ReadAllText(state).Contains("Acme 2", StringComparison.Ordinal));
            }
            finally
            {
                process.Kill();
                await process.WaitForExitAsync();
            }
        }

        await using var tool = await RunningTool.StartAsync("--data", state);

        (await tool.NamesAsync()).Should().BeEquivalentTo("Acme 0", "Acme 1", "Acme 2");
        (await tool.InsertAsync("Acme 3")).Result.Should().BeTrue("the GSID of a new row is one that no other has");
    }

    private static Process Start(params string[] args)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "Gainsight.Client.Emulator.Server.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [assembly, "--port", "0", .. args]) { RedirectStandardOutput = true })!;
    }

    private static async Task<HttpClient> ClientAsync(Process process)
    {
        var line = await process.StandardOutput.ReadLineAsync();
        var http = new HttpClient { BaseAddress = new Uri(line!["Listening on ".Length..]) };
        http.DefaultRequestHeaders.Add("Accesskey", "emulator-access-key");
        return http;
    }

    /// <summary>Looks again and again, because another process decides when. The file is always whole.</summary>
    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!isSo())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
