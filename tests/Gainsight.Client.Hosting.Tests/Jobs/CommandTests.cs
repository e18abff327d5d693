using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gainsight.Client.Hosting.Tests.Jobs;

/// <summary>The command line of an application with jobs.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly JobsHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Jobs_run_alone_in_any_case_or_all_and_their_status_survives()
    {
        _host.Settings["Jobs:companies:Object"] = "Company";
        _host.Settings["Jobs:companies:Fields:name"] = "Name";
        _host.Emulator.Object("Company").Insert(("Name", "Acme"));

        (var code, var output) = await _host.CommandAsync("run PROBE --yes");
        code.Should().Be(0, output);
        output.Should().Contain("probe ").And.Contain("Completed").And.NotContain("companies");
        (code, output) = await _host.CommandAsync("status");
        code.Should().Be(0, "a job that has not run did not fail");
        output.Should().MatchRegex("companies +NeverRan").And.MatchRegex("probe +Completed");
        (code, output) = await _host.CommandAsync("run --yes");
        code.Should().Be(0, output);
        output.Should().MatchRegex(@"companies +Completed +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +1 +\d+");
        _host.Probe.Words.Should().Equal("hello", "hello");
        _host.Probe.Instances.Should().Be((2, 2), "each run has an instance of its own");
    }

    [Fact]
    public async Task A_failed_job_stops_no_other_and_the_exit_code_is_1()
    {
        _host.Settings["Jobs:other:Object"] = "Nothing";
        _host.Settings["Jobs:other:Fields:name"] = "Name";

        (var code, var output) = await _host.CommandAsync("run --yes");

        code.Should().Be(1);
        output.Should().MatchRegex("other +Failed .*Jobs:other:Object: .*Nothing").And.MatchRegex("probe +Completed");
        (await _host.CommandAsync("status")).Code.Should().Be(1);
    }

    [Fact]
    public async Task A_line_break_in_a_name_or_a_note_does_not_split_the_table()
    {
        _host.Settings["Jobs:a\nb:Word"] = "hello";
        _host.Probe.Work = (run, _) =>
        {
            run.Fail("first line\r\nsecond line");
            return Task.CompletedTask;
        };

        (var code, var output) = await _host.CommandAsync("run --yes");

        code.Should().Be(1);
        output.TrimEnd().Split('\n').Should().HaveCount(3, output);
        output.Should().Contain("first line second line").And.Contain("Jobs:a b: 'a b' cannot be part of a file's name.");
    }

    [Fact]
    public async Task The_status_of_a_job_is_for_its_owner_only()
    {
        await _host.CommandAsync("run --yes");

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(_host.Folder, "probe.status")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Theory]
    [InlineData("rnu", "'rnu' was not matched. Did you mean")]
    [InlineData("run nothing --yes", "'nothing' is not a job. The jobs: probe.")]
    [InlineData("run probe --Jobs:probe:Word hello --yes", "--Jobs:probe:Word has no value. Write --Jobs:probe:Word=value.")]
    [InlineData("run --Yes", "--Yes has no value")]
    [InlineData("fields", "Required argument missing")]
    [InlineData("fields Compny", "Did you mean company?")]
    [InlineData("fields Nope", "The command objects lists the objects of the tenant.")]
    [InlineData("status more", "Unrecognized command or argument 'more'")]
    [InlineData("objects --Gainsight:BaseAddress=nowhere", "BaseAddress")]
    [InlineData("objects --Gainsight:AccessKey=wrong", "Refused key. ")]
    public async Task A_command_that_cannot_be_done_says_why(string line, string words)
    {
        (var code, var output) = await _host.CommandAsync(line);

        code.Should().Be(1, output);
        output.Should().Contain(words).And.NotContain("   at ").And.NotContain("(Parameter");
    }

    [Theory]
    [InlineData("serve --yes --Urls=nonsense", "nonsense")]
    [InlineData("serve --yes --Urls=http://127.0.0.1:99999", "99999")]
    [InlineData("serve --yes --Urls=ftp://127.0.0.1:0", "ftp")]
    public async Task A_host_that_cannot_start_ends_the_command_in_one_line(string line, string words)
    {
        (var code, var output) = await _host.CommandAsync(line);

        code.Should().Be(1);
        output.Trim().Should().StartWith("The host does not start. ").And.Contain(words).And.NotContain("\n");
    }

    [Theory]
    [InlineData("{\"Job\":\"probe\",\"State\":\"Completed\"}", "Completed")]
    [InlineData("{\"Job\":\"probe\",\"State\":\"Completed\",\"Notes\":null}", "Completed")]
    [InlineData("null", "Unknown")]
    [InlineData("[]", "Unknown")]
    public async Task A_status_that_lacks_parts_is_shown(string status, string state)
    {
        await File.WriteAllTextAsync(Path.Combine(_host.Folder, "probe.status"), status);

        (_, var output) = await _host.CommandAsync("status");

        output.Should().MatchRegex($"probe +{state} ");
    }

    [Fact]
    public async Task Help_names_the_commands()
    {
        (var code, var output) = await _host.CommandAsync("--help");

        code.Should().Be(0);
        output.Should().ContainAll("serve", "run <JOB>", "status", "connect", "objects", "fields <OBJECT>", "--yes");
    }

    [Fact]
    public async Task Objects_and_fields_come_from_the_tenant()
    {
        (await _host.CommandAsync("objects")).Output.Should().Contain("company");
        (await _host.CommandAsync("fields Company")).Output.Should().Contain("RenewalDate (DATE)");
    }

    [Theory]
    [InlineData("run", null, false, "add --yes")]
    [InlineData("serve", null, false, "add --yes")]
    [InlineData("run", "no", false, "(y/N)")]
    [InlineData("run", "", false, "(y/N)")]
    [InlineData("run", "y", true, "(y/N)")]
    [InlineData("run", "Y", true, "(y/N)")]
    [InlineData("run", " Yes ", true, "(y/N)")]
    [InlineData("run --yes", null, true, "Completed")]
    [InlineData("run --Gainsight:ReadOnly=true", null, true, "Completed")]
    public async Task A_run_that_may_write_asks_and_without_a_terminal_the_answer_is_no(string line, string? answer, bool runs, string words)
    {
        (var code, var output) = await _host.CommandAsync(line, answer);

        code.Should().Be(runs ? 0 : 1, output);
        output.Should().Contain(words);
        _host.Probe.Words.Should().HaveCount(runs ? 1 : 0);
    }

    [Fact]
    public async Task The_question_names_the_tenant()
    {
        (_, var output) = await _host.CommandAsync("run");

        output.Should().Contain($"may write to {_host.Emulator.BaseAddress}");
    }

    [Fact]
    public async Task A_setting_of_the_command_line_comes_before_all_others_wherever_it_stands()
    {
        await _host.CommandAsync("--Jobs:probe:Word=first run --yes");
        await _host.CommandAsync("run --yes --Jobs:probe:Word=last");

        _host.Probe.Words.Should().Equal("first", "last");
    }

    [Fact]
    public async Task A_run_that_is_interrupted_ends_in_words_and_is_shown_as_interrupted()
    {
        using var stop = new CancellationTokenSource();
        _host.Probe.Work = async (_, token) =>
        {
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
        };

        (var code, var output) = await _host.CommandAsync("run --yes", cancellationToken: stop.Token);

        code.Should().Be(1);
        output.Should().Contain("Stopped.").And.NotContain("   at ");
        (await _host.CommandAsync("status")).Output.Should().MatchRegex("probe +Interrupted");
    }

    [Fact]
    public async Task A_job_that_another_process_runs_is_not_started_and_the_exit_code_is_1()
    {
        using var other = _host.Lock("probe");

        (var code, var output) = await _host.CommandAsync("run --yes");

        code.Should().Be(1);
        output.Should().MatchRegex("probe +Running");
        _host.Said.Should().Contain("probe runs already. Nothing was started");
        _host.Probe.Words.Should().BeEmpty();
    }

    [Theory]
    [InlineData("status")]
    [InlineData("run --yes")]
    [InlineData("serve --yes")]
    public async Task A_folder_that_cannot_be_written_ends_the_command_in_words(string line)
    {
        Directory.Delete(_host.Folder);
        await File.WriteAllTextAsync(_host.Folder, "a file");
        try
        {
            (var code, var output) = await _host.CommandAsync(line);

            code.Should().Be(1);
            output.Should().StartWith($"StateFolder: the folder {_host.Folder} cannot be used. ").And.NotContain("   at ").And.NotContain("StateFolder: StateFolder");
        }
        finally
        {
            File.Delete(_host.Folder);
        }
    }

    [Fact]
    public async Task A_configuration_without_jobs_is_told()
    {
        _host.Settings.Remove("Jobs:probe:Schedule");
        _host.Settings.Remove("Jobs:probe:Word");
        _host.Jobs = jobs => jobs.AddEach<ReadJob, ObjectSettings>();

        (var code, var output) = await _host.CommandAsync("run --yes");

        code.Should().Be(1);
        output.Should().Contain("The configuration has no jobs. Add a section for each, such as Jobs:companies.");
    }

    [Fact]
    public async Task A_host_without_jobs_or_client_is_told()
    {
        using var host = Host.CreateApplicationBuilder().Build();
        await FluentActions.Awaiting(() => host.RunGainsightJobsAsync()).Should().ThrowAsync<InvalidOperationException>().WithMessage("*AddGainsightJobs*");

        var builder = Host.CreateApplicationBuilder();
        builder.AddGainsightJobs(["connect", $"--StateFolder={_host.Folder}"]);
        using var other = builder.Build();
        await using var output = new StringWriter();
        (await new JobCommand(other, output, output, null).RunAsync(default)).Should().Be(1);
        output.ToString().Should().Contain("AddGainsightClient");
    }

    [Fact]
    public async Task Serve_runs_the_host_until_it_is_stopped()
    {
        await using var app = _host.Build("serve", "--yes");
        await using var output = new StringWriter();
        using var stop = new CancellationTokenSource();
        app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(stop.Cancel);

        (await new JobCommand(app, output, output, null).RunAsync(stop.Token)).Should().Be(0, output.ToString());
    }
}
