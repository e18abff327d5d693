using System.Diagnostics;
using Gainsight.Client.Emulator;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Gainsight.Client.Hosting.Tests.Runs;

/// <summary>Runs of jobs: their status, their failures, their counts, and what survives a kill.</summary>
public sealed class JobRunnerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("runs-").FullName;
    private readonly FakeLogger<JobRunner> _log = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2031, 3, 31, 9, 30, 0, TimeSpan.Zero));
    private readonly Dictionary<string, Func<JobRun, CancellationToken, Task>> _work = [];
    private readonly JobRunner _runner;

    public JobRunnerTests() => _runner = new(_folder, _time, _log);

    public void Dispose()
    {
        _runner.Dispose();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task Jobs_run_together_each_once_in_any_case_and_none_if_a_name_is_wrong()
    {
        var runs = 0;
        foreach (var job in (string[])["companies", "surveys"])
        {
            _runner.Add(job, (_, _) => Task.FromResult(Interlocked.Increment(ref runs)));
        }

        (await FluentActions.Awaiting(() => _runner.RunAsync(["companies", "survey"])).Should().ThrowAsync<ArgumentException>())
            .WithMessage("'survey' is not a job. The jobs: companies, surveys.*");
        Directory.GetFileSystemEntries(_folder).Should().BeEmpty();
        (await _runner.RunAsync(["Surveys", "companies", "surveys"])).Select(status => (status.Job, status.State))
            .Should().Equal(("surveys", RunState.Completed), ("companies", RunState.Completed));

        runs.Should().Be(2);
        _runner.Jobs.Should().Equal("companies", "surveys");
        _runner.GetStatus("COMPANIES").State.Should().Be(RunState.Completed);
        FluentActions.Invoking(() => _runner.Add("Companies", (_, _) => Task.CompletedTask)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task A_run_that_completes_has_its_times_rows_and_notes_also_after_a_restart()
    {
        StatusOf("companies").Should().BeEquivalentTo(new RunStatus { Job = "companies", State = RunState.NeverRan });

        var status = await RunAsync("companies", (run, _) =>
        {
            run.Rows = 3;
            run.Say("Three rows.");
            run.Skip("Row 2 has no name.");
            _time.Advance(TimeSpan.FromMinutes(1));
            return Task.CompletedTask;
        });

        var start = new DateTimeOffset(2031, 3, 31, 9, 30, 0, TimeSpan.Zero);
        status.Should().BeEquivalentTo(new RunStatus
        {
            Job = "companies",
            State = RunState.Completed,
            Started = start,
            Ended = start.AddMinutes(1),
            Rows = 3,
            Notes = ["Row 2 has no name."],
        });
        using var restarted = new JobRunner(_folder);
        StatusOf("companies", restarted).Should().BeEquivalentTo(status);
        _log.Collector.GetSnapshot().Select(said => said.Message).Should()
            .Equal("companies: Three rows.", "companies: left out Row 2 has no name.", "companies Completed: 3 rows, 0 calls");
    }

    [Fact]
    public async Task What_a_job_throws_or_reports_fails_its_own_run_and_stands_before_the_rows_left_out()
    {
        var failed = await RunAsync("companies", (run, _) =>
        {
            run.Skip("Row 2.");
            run.Fail("Part 1.");
            throw new InvalidOperationException("Part 2.");
        });
        var other = await RunAsync("surveys", (_, _) => Task.CompletedTask);

        failed.State.Should().Be(RunState.Failed);
        failed.Notes.Should().Equal("Part 1.", "Part 2.", "Row 2.");
        StatusOf("companies").Should().BeEquivalentTo(failed);
        other.State.Should().Be(RunState.Completed);
    }

    [Fact]
    public async Task The_first_100_notes_are_kept()
    {
        var status = await RunAsync("companies", (run, _) =>
        {
            Enumerable.Range(1, 500).ToList().ForEach(row => run.Skip($"Row {row}."));
            throw new InvalidOperationException("No disk.");
        });

        status.Notes.Should().HaveCount(100).And.StartWith(["No disk.", "Row 1."]);
    }

    [Fact]
    public async Task A_job_that_runs_is_not_started_again_by_this_host_or_another()
    {
        using var other = new JobRunner(_folder, _time);
        var (started, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = RunAsync("companies", async (run, _) =>
        {
            run.Rows = 1;
            started.SetResult();
            await gate.Task;
        });
        await started.Task;

        foreach (var runner in (JobRunner[])[_runner, other])
        {
            (await RunAsync("companies", (_, _) => throw new InvalidOperationException(), runner: runner)).State.Should().Be(RunState.Running);
            StatusOf("companies", runner).State.Should().Be(RunState.Running);
            (await RunAsync("surveys", (_, _) => Task.CompletedTask, runner: runner)).State.Should().Be(RunState.Completed);
        }

        gate.SetResult();
        (await first).Rows.Should().Be(1);
        StatusOf("companies", other).State.Should().Be(RunState.Completed);
        _log.Collector.GetSnapshot().Should().ContainSingle(said => said.Message == "companies runs already. Nothing was started");
    }

    [Fact]
    public async Task A_run_that_was_killed_is_interrupted_and_the_next_one_runs()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "companies.status"), """{"Job":"companies","State":"Running","Started":"2031-03-31T09:00:00Z"}""");

        StatusOf("companies").State.Should().Be(RunState.Interrupted);
        (await RunAsync("companies", (_, _) => Task.CompletedTask)).State.Should().Be(RunState.Completed);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_throws_and_is_interrupted()
    {
        using var stop = new CancellationTokenSource();

        await FluentActions.Awaiting(() => RunAsync(
            "companies",
            async (run, token) =>
            {
                run.Rows = 2;
                await stop.CancelAsync();
                token.ThrowIfCancellationRequested();
            },
            stop: stop.Token)).Should().ThrowAsync<OperationCanceledException>();

        StatusOf("companies").Should().Match<RunStatus>(status => status.State == RunState.Interrupted && status.Rows == 2 && status.Ended != null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"Job\":\"compan")]
    [InlineData("{}")]
    [InlineData("[]")]
    public async Task A_status_that_is_damaged_is_told_and_replaced_by_the_next_run(string text)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "companies.status"), text);

        var damaged = StatusOf("companies");

        damaged.State.Should().Be(RunState.Unknown);
        damaged.Notes.Should().ContainSingle().Which.Should().Contain("companies.status is damaged");
        (await RunAsync("companies", (_, _) => Task.CompletedTask)).State.Should().Be(RunState.Completed);
    }

    [Theory]
    [InlineData("companies.lock")]
    [InlineData("companies.status.new")]
    [InlineData("companies.status")]
    public async Task A_job_whose_lock_or_status_cannot_be_written_fails_before_its_work_and_the_others_run(string file)
    {
        // A folder in the way stands for a read-only file or a full disk, which the tests of a root user cannot have.
        Directory.CreateDirectory(Path.Combine(_folder, file));
        var isRun = false;

        var status = await RunAsync("companies", (_, _) =>
        {
            isRun = true;
            return Task.CompletedTask;
        });

        status.State.Should().Be(RunState.Failed);
        status.Notes.Should().ContainSingle().Which.Should().StartWith("The status of the job cannot be kept in the StateFolder ").And.Contain("companies");
        isRun.Should().BeFalse();
        (await RunAsync("surveys", (_, _) => Task.CompletedTask)).State.Should().Be(RunState.Completed);
    }

    [Fact]
    public async Task A_status_that_cannot_be_written_after_the_work_is_told_with_what_was_done()
    {
        var status = await RunAsync("companies", (run, _) =>
        {
            run.Rows = 5;
            Directory.CreateDirectory(Path.Combine(_folder, "companies.status.new"));
            return Task.CompletedTask;
        });

        (status.State, status.Rows).Should().Be((RunState.Failed, 5));
        status.Notes[0].Should().StartWith("The status of the job cannot be kept");
        StatusOf("companies").State.Should().Be(RunState.Interrupted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../companies")]
    [InlineData("a\\b")]
    [InlineData("a\0b")]
    public async Task A_name_that_no_file_can_have_is_refused(string name)
    {
        FluentActions.Invoking(() => _runner.Add(name, (_, _) => Task.CompletedTask)).Should().Throw<ArgumentException>();
        (await RunAsync("companies", (run, _) => Task.FromResult(run.PathOf(name)))).State.Should().Be(RunState.Failed);
    }

    [Fact]
    public async Task A_run_counts_its_own_calls_and_has_one_trace()
    {
        using var emulator = new GainsightEmulator();
        using var handler = emulator.CreateHandler();
        using var gainsight = new GainsightClient(new GainsightClientOptions
        {
            BaseAddress = emulator.BaseAddress,
            Credential = new AccessKeyCredential(emulator.AccessKey),
            PrimaryHandler = handler,
        });
        using var other = new JobRunner(_folder);
        ActivityTraceId? trace = null;
        async Task WriteAsync(JobRun run, int rows)
        {
            trace = Activity.Current?.TraceId;
            await gainsight.Companies.InsertAsync(Enumerable.Range(0, rows).Select(i => new Company { Name = $"{run.Job} {i}" }));
        }

        await gainsight.CheckConnectionAsync();
        var both = await Task.WhenAll(
            RunAsync("one", (run, _) => WriteAsync(run, 120)), RunAsync("two", (run, _) => WriteAsync(run, 10)));

        both.Should().OnlyContain(status => status.State == RunState.Completed);
        both.Sum(status => status.Calls).Should().Be(emulator.Requests.Count - 1);
        both[0].Calls.Should().BeGreaterThanOrEqualTo(3);
        both[1].Calls.Should().BeInRange(1, 2);
        trace.Should().NotBeNull();
    }

    [Fact]
    public async Task The_files_of_a_job_begin_with_its_name()
    {
        string? path = null;
        await RunAsync("companies", (run, _) => Task.FromResult(path = run.PathOf("Company.jsonl")));

        path.Should().Be(Path.Combine(_folder, "companies.Company.jsonl"));
    }

    /// <summary>Adds the job where it is missing, and runs it. Each test has one work for a job at a time.</summary>
    private Task<RunStatus> RunAsync(string job, Func<JobRun, CancellationToken, Task> work, JobRunner? runner = null, CancellationToken stop = default)
    {
        runner ??= _runner;
        _work[job] = work;
        if (!runner.Jobs.Contains(job))
        {
            runner.Add(job, (run, token) => _work[job](run, token));
        }

        return runner.RunAsync(job, stop);
    }

    private RunStatus StatusOf(string job, JobRunner? runner = null)
    {
        runner ??= _runner;
        if (!runner.Jobs.Contains(job))
        {
            runner.Add(job, (run, token) => _work[job](run, token));
        }

        return runner.GetStatus(job);
    }
}
