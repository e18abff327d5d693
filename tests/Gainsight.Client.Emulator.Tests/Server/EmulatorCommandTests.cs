using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Gainsight.Client.Emulator.Tests;

public sealed class EmulatorCommandTests
{
    private const int Terminate = 15;

    [Fact]
    public async Task Help_names_the_command_and_every_option_and_shows_examples()
    {
        (var exitCode, var output, _) = await RunAsync("--help");

        exitCode.Should().Be(0);
        output.Should().ContainAll("--port", "--host", "--access-key", "--seed", "picklists", "--random-seed", "--switch", "--limit", "--fault");
        output.Should().ContainAll("gainsight-emulator [options]", "--switch PageCap=250", "--fault LateCommit,").And.NotContain("Emulator.Server");
    }

    [Fact]
    public async Task Switches_limits_and_faults_are_set_on_the_command_line()
    {
        using var stop = new CancellationTokenSource();
        using var output = new AddressWriter();

        var running = EmulatorCommand.Create()
            .Parse([
                "--port", "0", "--access-key", "demo", "--random-seed", "5",
                "--switch", "QueryData=BareArray", "--switch", "PageCap=2", "--limit", "RowsPerQuery=4",
                "--fault", @"Respond,Operation=record.query,Status=418,Body=a\,b=c,ContentType=text/csv,Count=1",
            ])
            .InvokeAsync(new InvocationConfiguration { Output = output }, stop.Token);
        using var http = new HttpClient { BaseAddress = await output.Address };
        http.DefaultRequestHeaders.Add("Accesskey", "demo");
        var faulty = await Tenant.SendAsync(http, HttpMethod.Post, "/v1/data/objects/query/GsUser", """{"select":["Name"]}""");
        var answer = await Tenant.SendAsync(http, HttpMethod.Post, "/v1/data/objects/query/GsUser", """{"select":["Name"]}""");
        var tooMany = await Tenant.SendAsync(http, HttpMethod.Post, "/v1/data/objects/query/GsUser", """{"select":["Name"],"limit":5}""");
        await stop.CancelAsync();

        (await running).Should().Be(0);
        ((int)faulty.Status, faulty.Text, faulty.ContentType).Should().Be((418, "a,b=c", "text/csv"));
        answer.Data.GetArrayLength().Should().Be(2);
        tooMany.Result.Should().BeFalse();
    }

    [Theory]
    [InlineData("--switch", "PageCaps=1", "no switch PageCaps")]
    [InlineData("--switch", "PageCap", "Name=Value")]
    [InlineData("--limit", "CallsPerMinute=lots", "a whole number")]
    [InlineData("--fault", "Earthquake", "no fault 'Earthquake'")]
    [InlineData("--fault", "Respond,Status", "Name=Value")]
    public async Task A_wrong_setting_is_named_and_ends_the_tool_with_1(string option, string value, string message)
    {
        (var exitCode, _, var error) = await RunAsync("--port", "0", option, value);

        exitCode.Should().Be(1);
        error.Should().Contain(message).And.NotContain("   at ");
    }

    [Fact]
    public async Task The_tool_serves_until_it_is_stopped_and_ends_with_0()
    {
        using var stop = new CancellationTokenSource();
        using var output = new AddressWriter();

        var running = EmulatorCommand.Create().Parse("--port 0 --access-key demo")
            .InvokeAsync(new InvocationConfiguration { Output = output }, stop.Token);
        using var http = new HttpClient { BaseAddress = await output.Address };
        http.DefaultRequestHeaders.Add("Accesskey", "demo");
        var answer = await Tenant.SendAsync(http, HttpMethod.Get, "/v1/meta/services/objects/list");
        await stop.CancelAsync();

        (await running).Should().Be(0);
        http.BaseAddress.Host.Should().Be("127.0.0.1");
        answer.Result.Should().BeTrue();
    }

    [Fact]
    public async Task The_tool_is_filled_from_a_seed_file()
    {
        var path = Path.GetTempFileName();
        using var stop = new CancellationTokenSource();
        using var output = new AddressWriter();
        await File.WriteAllTextAsync(path, """{"rows":{"Company":[{"Name":"Acme"}]}}""");

        var running = EmulatorCommand.Create().Parse(["--port", "0", "--host", "localhost", "--access-key", "demo", "--seed", path])
            .InvokeAsync(new InvocationConfiguration { Output = output }, stop.Token);
        using var http = new HttpClient { BaseAddress = await output.Address };
        http.DefaultRequestHeaders.Add("Accesskey", "demo");
        var answer = await Tenant.SendAsync(http, HttpMethod.Post, "/v1/data/objects/query/Company", """{"select":["Name"]}""");
        await stop.CancelAsync();
        _ = await running;
        File.Delete(path);

        answer.Texts("Name").Should().Equal("Acme");
    }

    [Theory]
    [InlineData("""{"rows":{"Nothing":[]}}""", "*Nothing*")]
    [InlineData("""{"rows":{"Company":[{"Name":"a"},{"Name":"\ud800"}]}}""", "*: rows: Row 2 of Company: *")]
    [InlineData("{", "*")]
    [InlineData(null, "*")]
    public async Task A_seed_that_cannot_be_read_is_named_and_the_tool_ends_with_1(string? seed, string message)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, seed);
        if (seed is null)
        {
            File.Delete(path);
        }

        (var exitCode, _, var error) = await RunAsync("--port", "0", "--seed", path);
        File.Delete(path);

        exitCode.Should().Be(1);
        error.Should().Match(message).And.NotBeEmpty().And.Contain(Path.GetFileName(path)).And.NotContain("   at ");
    }

    [Fact]
    public async Task A_port_that_is_in_use_is_named_and_the_tool_ends_with_1()
    {
        using var emulator = new GainsightEmulator();
        await using var server = await EmulatorServer.StartAsync(emulator);

        (var exitCode, _, var error) = await RunAsync("--port", $"{server.BaseAddress.Port}");

        exitCode.Should().Be(1);
        error.Should().Contain($"{server.BaseAddress.Port}");
    }

    [Fact]
    public async Task An_address_that_cannot_be_listened_on_is_named_and_the_tool_ends_with_1()
    {
        // An address reserved for documentation, so no machine has it.
        (var exitCode, _, var error) = await RunAsync("--port", "0", "--host", "192.0.2.1");

        exitCode.Should().Be(1);
        error.Should().Contain("192.0.2.1").And.NotContain("   at ");
    }

    [Theory]
    [InlineData("--port", "65536")]
    [InlineData("--port", "many")]
    [InlineData("--host", "example.com")]
    [InlineData("--unknown", "1")]
    public async Task A_wrong_option_ends_the_tool_with_1(string option, string value)
    {
        (var exitCode, _, var error) = await RunAsync(option, value);

        exitCode.Should().Be(1);
        error.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_signal_that_comes_with_the_first_line_of_output_ends_the_tool_with_0()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var assembly = Path.Combine(AppContext.BaseDirectory, "Gainsight.Client.Emulator.Server.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [assembly, "--port", "0"]) { RedirectStandardOutput = true })!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync();

            // Not the signal of Ctrl+C, which is handled alike: a shell that runs the tests in the background ignores it in all of its processes.
            Kill(process.Id, Terminate).Should().Be(0);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            await process.WaitForExitAsync(patience.Token);

            line.Should().MatchRegex("^Listening on http://127.0.0.1:[1-9][0-9]*/$");
            process.ExitCode.Should().Be(0);
        }
        finally
        {
            process.Kill();
        }
    }

    /// <summary>Sends a signal at once. Starting a process to send it would take long enough to hide what the tool does meanwhile.</summary>
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int processId, int signal);

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await EmulatorCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Waits for the line with the tool's address.</summary>
    private sealed class AddressWriter : StringWriter
    {
        private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Uri> Address => _address.Task;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            _address.SetResult(new Uri(Regex.Match(ToString(), "http://[^ \n]+").Value));
            return Task.CompletedTask;
        }
    }
}
