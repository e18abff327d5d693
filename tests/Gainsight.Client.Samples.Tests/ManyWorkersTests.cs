using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Samples.Tests;

/// <summary>The program ManyWorkers: four workers make their calls within the limit that they share.</summary>
public sealed partial class ManyWorkersTests
{
    [Fact]
    public Task Hosts_in_one_process_share_a_store_in_memory() => EachWorkerMakesItsCallsAsync("No server is given", null, null);

    [RedisFact]
    public Task Processes_share_a_store_in_redis() => EachWorkerMakesItsCallsAsync("in Redis", "redis", RedisFactAttribute.Connection);

    [PostgresFact]
    public Task Processes_share_a_store_in_postgresql() => EachWorkerMakesItsCallsAsync("in PostgreSQL", "postgres", PostgresFactAttribute.Connection);

    [Theory]
    [InlineData("redis", "password=hunter2", "connection string of Redis")]
    [InlineData("postgres", "Password=hunter2", "connection string of PostgreSQL")]
    public async Task A_connection_string_that_cannot_be_used_ends_the_program_with_the_remedy(string name, string connection, string message)
    {
        var (code, _, errors) = await RunAsync(name, connection);

        code.Should().Be(2);
        errors.Should().Contain(message).And.NotContain("hunter2").And.NotContain("   at ");
    }

    [Fact]
    public async Task An_argument_that_the_program_does_not_know_ends_it_with_its_usage()
    {
        var (code, _, errors) = await RunAsync(null, null, "--help");

        code.Should().Be(2);
        errors.Should().StartWith("Usage: ");
    }

    private static async Task EachWorkerMakesItsCallsAsync(string title, string? name, string? connection)
    {
        var (code, output, errors) = await RunAsync(name, connection);

        code.Should().Be(0, output + errors);
        output.Should().Contain(title).And.Contain("worker 1: 15, worker 2: 15, worker 3: 15, worker 4: 15").And.Contain("Refused: 0. Windows over the limit: 0.");
        var windows = Windows().Match(output).Groups[1].Value.Split(", ").Select(calls => int.Parse(calls, CultureInfo.InvariantCulture)).ToArray();
        windows.Sum().Should().Be(60);
        windows.Should().OnlyContain(calls => calls <= 20);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string? name, string? connection, params string[] arguments)
    {
        DirectoryInfo built = new(AppContext.BaseDirectory);
        var program = Path.Combine(Repository.Samples, "ManyWorkers", "bin", built.Parent!.Name, built.Name, "ManyWorkers.dll");
        ProcessStartInfo start = new("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["ConnectionStrings__redis"], start.Environment["ConnectionStrings__postgres"]) = ("", "");
        if (name is not null)
        {
            start.Environment[$"ConnectionStrings__{name}"] = connection;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }

    [GeneratedRegex(@"limit 20\): ([\d, ]+)")]
    private static partial Regex Windows();
}
