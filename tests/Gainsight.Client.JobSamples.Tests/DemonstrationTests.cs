using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Gainsight.Client.JobSamples.Tests;

/// <summary>The samples as programs: the demonstration shows each feature, and commands say what is wrong.</summary>
public sealed partial class DemonstrationTests
{
    [Fact]
    public async Task The_reader_shows_each_feature_and_ends_with_0()
    {
        (var code, var output) = await RunAsync("ScheduledReader");

        code.Should().Be(0, output);
        output.Should().ContainAll(
            "25 objects", "Refused key.", "white space", "continues after the host", "company, activity_timeline", "RenewalDate (DATE)",
            "event onboarding", "event renewal", "event upsell", "event expansion", "event churn risk: stage", "event churn risk: trend",
            "timeline write upsell/", ": Inserted, trace ", "Did you mean 'DueDate'?", "GS_APIG_2401");
        output.Should().NotContain("timeline write expansion", "it is switched off").And.NotContain("emulator-access-key");
        RowsOf(output, "run").Take(2).Should().Equal(["3 1 2 1 1", "0 0 0 0 0"], "the second run reads only changes");
    }

    [Fact]
    public async Task The_puller_shows_each_feature_and_ends_with_0()
    {
        (var code, var output) = await RunAsync("PullJobs");

        code.Should().Be(0, output);
        output.Should().ContainAll(
            "26 objects", "NPSScore (NUMBER)", "category Email becomes email", "category Call becomes meeting", "category Meeting becomes meeting",
            "category Update becomes manual", "category QBR is not mapped", "from 1000 to 800", "from 800 to 500", "category QBR becomes meeting",
            "score = NPSScore", "role = UserRole", "no company", "Portal usage of A-1", "logins 120 [Web] Sessions__gc=30",
            "Metric__gc has no name of a metric", "Value__gc is not a number", "Did you mean 'NPSScore'?", "Compny");
    }

    [Theory]
    [InlineData("ScheduledReader", "rnu", "'rnu' was not matched. Did you mean")]
    [InlineData("PullJobs", "run nothing", "'nothing' is not a job. The jobs: activities, companies, surveys, usage.")]
    [InlineData("ScheduledReader", "run ../nothing", "'../nothing' is not a job. The jobs: companies,")]
    [InlineData("ScheduledReader", "run companies --StateFolder state", "--StateFolder has no value. Write --StateFolder=value.")]
    [InlineData("ScheduledReader", "run companies --WriteBack:Autor=rhea@northwind.example", "WriteBack:Autor is not a setting. Did you mean 'Author'?")]
    [InlineData("PullJobs", "connect --Gainsight:BaseAddres=https://acme.example", "BaseAddres")]
    [InlineData("PullJobs", "fields Compny", "Did you mean company?")]
    [InlineData("PullJobs", "objects --GAINSIGHT_ACCESS_KEY=key", "BaseAddress")]
    [InlineData("ScheduledReader", "run companies --GAINSIGHT_BASE_ADDRESS=http://127.0.0.1:1 --GAINSIGHT_ACCESS_KEY=key --WriteBack:Author=a@b.example", "add --yes")]
    [InlineData("ScheduledReader", "run companies --yes --GAINSIGHT_BASE_ADDRESS=http://127.0.0.1:1 --GAINSIGHT_ACCESS_KEY=key --WriteBack:Author=a@b.example", "no connection to 127.0.0.1:1")]
    public async Task A_command_that_cannot_be_done_says_why_and_ends_with_1(string sample, string command, string words)
    {
        (var code, var output) = await RunAsync(sample, [.. command.Split(' '), "--Gainsight:Retry:MaxRetries=0"]);

        code.Should().Be(1, output);
        output.Should().Contain(words);
    }

    [Theory]
    [InlineData("ScheduledReader", "serve --yes --urls=nonsense", "The host does not start. ")]
    [InlineData("PullJobs", "serve --ConnectionStrings:Quartz=Host=127.0.0.1;Port=1;Database=none;Timeout=1", "127.0.0.1:1")]
    [InlineData("PullJobs", "serve --ConnectionStrings:Quartz=nonsense", "The host does not start. ")]
    [InlineData("PullJobs", "serve --ConnectionStrings:Quartz=Hots=127.0.0.1", "hots")]
    [InlineData("PullJobs", "run companies --GAINSIGHT_BASE_ADDRESS=http://127.0.0.1:1 --GAINSIGHT_ACCESS_KEY=key", "no connection to 127.0.0.1:1")]
    public async Task What_hinders_a_command_is_told_without_a_stack_trace(string sample, string command, string words)
    {
        (var code, var output) = await RunAsync(sample, [.. command.Split(' '), "--Gainsight:Retry:MaxRetries=1", "--Gainsight:Retry:Delay=00:00:00.01"]);

        code.Should().Be(1, output);
        output.Should().Contain(words).And.NotContain("   at ").And.NotContain("Unhandled").And.NotContain("(Parameter");
    }

    [Theory]
    [InlineData("connect --Gainsight:BaseAddress=http://127.0.0.1:1 --Gainsight:AccessKey=key", "no connection to 127.0.0.1:1")]
    [InlineData("objects --Gainsight:Tenant=acme.us2 --Gainsight:AccessKey=key", "Tenant contains a dot")]
    [InlineData("objects --Gainsight:AccessKey=key", "BaseAddress")]
    public async Task A_command_that_names_a_tenant_goes_there_and_not_to_the_emulator(string command, string words)
    {
        (var code, var output) = await RunAsync("ScheduledReader", [.. command.Split(' '), "--Gainsight:Retry:MaxRetries=0"]);

        code.Should().Be(1, output);
        output.Should().Contain(words).And.NotContain("25 objects");
    }

    [Fact]
    public async Task A_tenant_that_was_saved_is_used_by_later_commands_and_without_a_command_only_read()
    {
        await using var tenant = await ServedTenant.StartAsync();
        var folder = Directory.CreateTempSubdirectory("jobs").FullName;
        var state = $"--StateFolder={folder}";
        try
        {
            (var code, var output) = await RunAsync("ScheduledReader", "connect", $"--Gainsight:BaseAddress={tenant.Address}", $"--Gainsight:AccessKey={tenant.Emulator.AccessKey}", state);
            code.Should().Be(0, output);
            output.Should().Contain($"Connected to {tenant.Address}").And.Contain("are saved");
            var before = tenant.Emulator.Requests.Count;

            (code, output) = await RunAsync("ScheduledReader", "fields", "Company", state);
            code.Should().Be(0, output);
            tenant.Emulator.Requests.Count.Should().BeGreaterThan(before);

            (code, output) = await RunAsync("ScheduledReader", state, "--WriteBack:Author=rhea@northwind.example");
            tenant.Emulator.Requests.Snapshot().Should().OnlyContain(entry => entry.Operation == EmulatorOperations.Query || entry.Operation!.StartsWith("metadata", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_schedule_that_is_none_is_told_and_the_job_runs_by_hand()
    {
        (var code, var output) = await RunAsync("ScheduledReader", "run", "ctas", "--Jobs:ctas:Schedule=never");

        code.Should().Be(0, output);
        output.Should().Contain("Jobs:ctas:Schedule is no cron expression");
    }

    [Fact]
    public async Task A_saved_connection_cut_off_by_a_kill_is_told_with_its_file()
    {
        var folder = Directory.CreateTempSubdirectory("jobs").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "connection.json"), """{ "Gainsight": { "BaseAdd""");

        (var code, var output) = await RunAsync("PullJobs", "run", "companies", $"--StateFolder={folder}");
        Directory.Delete(folder, recursive: true);

        code.Should().Be(1, output);
        output.Should().Contain("connection.json");
    }

    /// <summary>The numbers of rows in the tables after a command.</summary>
    [Theory]
    [InlineData("ScheduledReader")]
    [InlineData("PullJobs")]
    public async Task A_setting_that_the_host_refuses_is_a_message(string sample)
    {
        (var code, var output) = await RunAsync(sample, "status", "--Logging:LogLevel:Default=Warn");

        code.Should().Be(1, output);
        output.Should().Contain("Warn").And.NotContain("Unhandled").And.NotContain("   at ");
    }

    private static IEnumerable<string> RowsOf(string output, string command) => output.Split("\n> ")
        .Where(part => part.Split('\n')[0].Trim() == command)
        .Select(part => string.Join(' ', StatusLine.Matches(part).Select(line => line.Groups[1].Value)));

    [GeneratedRegex(@"^\w+ +(?:Completed|Failed) +\d{4}-\d\d-\d\d \S+ +(\d+) ", RegexOptions.Multiline)]
    private static partial Regex StatusLine { get; }

    private static async Task<(int Code, string Output)> RunAsync(string sample, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("jobs").FullName;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{sample}.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment.Remove("GAINSIGHT_BASE_ADDRESS");
        start.Environment.Remove("GAINSIGHT_ACCESS_KEY");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
        return (process.ExitCode, $"{output}{await errors}");
    }
}
