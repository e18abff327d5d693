using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace Gainsight.Client.JobSamples.Tests;

/// <summary>What both samples have in common: runs, status, memory, HTTP.</summary>
public sealed class RunnerTests
{
    [Fact]
    public async Task A_second_run_reads_only_what_changed_also_after_a_restart()
    {
        await using var service = JobService.Reader();

        var first = await service.RunAllAsync();
        await service.RestartAsync();
        service.Change("Company", "Name", "Acme", ("Arr", 1m));
        var second = await service.RunAllAsync();

        first.Values.Should().OnlyContain(status => status.State == RunState.Completed && status.Calls > 0);
        first["companies"].Rows.Should().Be(3);
        second.ToDictionary(status => status.Key, status => status.Value.Rows)
            .Should().Equal(new Dictionary<string, long> { ["companies"] = 1, ["ctas"] = 0, ["scores"] = 0, ["timeline"] = 0, ["usage"] = 0 });
        service.Rows("companies", "Company", "Arr").Should().BeEquivalentTo("1", "50000", "75000");
    }

    [Fact]
    public async Task A_deleted_row_is_forgotten()
    {
        await using var service = JobService.Reader();
        await service.RunAsync("companies");
        service.Emulator.Object("Company").Delete(service.Emulator.Object("Company").Rows[0].Gsid);

        (await service.RunAsync("companies")).Rows.Should().Be(1);
        service.Rows("companies", "Company", "Name").Should().HaveCount(2);
    }

    [Theory]
    [InlineData("Jobs:ctas:Fields:due", "DueDat", "Jobs:ctas:Fields:due: call_to_action has no field 'DueDat'. Did you mean 'DueDate'?")]
    [InlineData("Jobs:ctas:Object", "call_to_actio", "Jobs:ctas:Object: ")]
    [InlineData("Jobs:ctas:Objct", "call_to_action", "Jobs:ctas:Objct is not a setting. Did you mean 'Object'?")]
    [InlineData("Jobs:ctas", "foo", "Jobs:ctas is one value.")]
    [InlineData("Jobs:ctas:Filds:due", "DueDate", "Jobs:ctas:Filds is not a setting. Did you mean 'Fields'?")]
    [InlineData("Jobs:ctas:Where", "{ ", "Jobs:ctas:Where")]
    [InlineData("Jobs:ctas:Events:0:Event", "renewal", "Jobs:ctas:Events:0:Field is missing.")]
    [InlineData("Jobs:ctas:Events", "foo", "Jobs:ctas:Events is one value. Give a list, such as Jobs:ctas:Events:0.")]
    [InlineData("Jobs:ctas:ModifiedDate", "ModifedDate", "Jobs:ctas:ModifiedDate: call_to_action has no field 'ModifedDate'. Did you mean 'ModifiedDate'?")]
    [InlineData("Jobs:ctas:Key", "Nme", "Jobs:ctas:Key: call_to_action has no field 'Nme'. Did you mean 'Name'?")]
    public async Task A_wrong_setting_fails_its_own_job_in_words(string setting, string value, string words)
    {
        await using var service = JobService.Reader($"--{setting}={value}");

        var all = await service.RunAllAsync();

        all["ctas"].State.Should().Be(RunState.Failed);
        all["ctas"].Notes[0].Should().StartWith("Jobs:ctas").And.Contain(words);
        all.Values.Where(status => status.Job != "ctas").Should().OnlyContain(status => status.State == RunState.Completed);
    }

    [Fact]
    public async Task A_missing_setting_is_named()
    {
        await using var service = JobService.Reader("--Jobs:more:Schedule=0 0 2 * * ?");

        (await service.RunAsync("more")).Notes.Should().ContainSingle().Which.Should().StartWith("Jobs:more:Object is missing.");
    }

    [Fact]
    public async Task A_file_of_rows_cut_off_by_a_kill_fails_its_job_with_the_remedy_and_stays_as_it_is()
    {
        await using var service = JobService.Reader();
        await service.RunAllAsync();
        var memory = await File.ReadAllTextAsync(service.FileOf("companies", "Company"));
        await File.WriteAllTextAsync(service.FileOf("companies", "Company"), memory[..^20]);

        var all = await service.RunAllAsync();

        all["companies"].State.Should().Be(RunState.Failed);
        all["companies"].Notes.Should().ContainSingle().Which.Should().Contain("companies.Company.jsonl is damaged").And.Contain("delete it to read everything again");
        all["ctas"].State.Should().Be(RunState.Completed);
        (await File.ReadAllTextAsync(service.FileOf("companies", "Company"))).Should().Be(memory[..^20]);
    }

    [Fact]
    public async Task A_job_that_runs_is_not_started_again()
    {
        await using var service = JobService.Reader();
        using (service.Lock("companies"))
        {
            (await service.RunAsync("companies")).State.Should().Be(RunState.Running);
            (await service.RunAsync("ctas")).State.Should().Be(RunState.Completed);
        }

        (await service.RunAsync("companies")).Rows.Should().Be(3, "the second start read nothing");
    }

    [Fact]
    public async Task A_status_that_is_damaged_is_told_and_written_again_by_the_next_run()
    {
        await using var service = JobService.Reader();
        await service.RunAsync("companies");
        var file = Path.Combine(service.Folder, "companies.status");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file))[..10]);

        service.Runner.GetStatus("companies").Notes.Should().ContainSingle().Which.Should().Contain("companies.status is damaged");
        (await service.RunAsync("companies")).State.Should().Be(RunState.Completed);
        service.Runner.GetStatus("companies").State.Should().Be(RunState.Completed);
    }

    [Fact]
    public async Task A_job_that_is_named_twice_or_in_other_case_runs_once_and_an_unknown_one_starts_none()
    {
        await using var service = JobService.Reader();

        await FluentActions.Awaiting(() => service.Runner.RunAsync(["companies", "nothing"])).Should().ThrowAsync<ArgumentException>();
        Directory.GetFileSystemEntries(service.Folder).Should().BeEmpty();
        var all = await service.Runner.RunAsync(["Companies", "companies"]);

        all.Should().ContainSingle().Which.Job.Should().Be("companies");
        all[0].State.Should().Be(RunState.Completed);
    }

    [Fact]
    public async Task A_run_that_was_killed_is_shown_as_interrupted()
    {
        await using var service = JobService.Reader();
        await File.WriteAllTextAsync(Path.Combine(service.Folder, "companies.status"), JsonSerializer.Serialize(new RunStatus { Job = "companies", State = RunState.Running }));

        using (service.Lock("companies"))
        {
            service.Runner.GetStatus("companies").State.Should().Be(RunState.Running);
        }

        service.Runner.GetStatus("companies").State.Should().Be(RunState.Interrupted);
        service.Runner.GetStatus("ctas").State.Should().Be(RunState.NeverRan);
    }

    [Fact]
    public async Task Jobs_are_shown_and_started_over_http()
    {
        await using var service = JobService.Reader();
        await service.App.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(service.App.Urls.First()) };

        var one = JsonDocument.Parse(await (await http.PostAsync(PathOf("/jobs/scores/run"), null)).Content.ReadAsStringAsync()).RootElement;
        var all = JsonDocument.Parse(await (await http.PostAsync(PathOf("/jobs/run"), null)).Content.ReadAsStringAsync()).RootElement;
        var shown = JsonDocument.Parse(await http.GetStringAsync(PathOf("/jobs"))).RootElement;
        var unknown = await http.PostAsync(PathOf("/jobs/nothing/run"), null);
        using var own = service.Lock("scores");
        var running = await http.PostAsync(PathOf("/jobs/scores/run"), null);

        one.GetProperty("state").GetString().Should().Be("Completed");
        one.GetProperty("rows").GetInt32().Should().Be(2);
        all.GetArrayLength().Should().Be(5);
        shown.EnumerateArray().Should().OnlyContain(job => job.GetProperty("state").GetString() == "Completed");
        unknown.StatusCode.Should().Be(HttpStatusCode.NotFound);
        running.StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_key_renewed_at_run_time_is_used_without_a_restart()
    {
        await using var service = JobService.Reader();
        await service.RunAllAsync();
        service.Emulator.RotateAccessKey("renewed");

        var refused = await service.RunAllAsync();
        await File.WriteAllTextAsync(Path.Combine(service.Folder, "connection.json"), """{ "Gainsight": { "AccessKey": "renewed" } }""");
        ((IConfigurationRoot)service.App.Configuration).Reload();
        var accepted = await service.RunAllAsync();

        refused.Values.Should().OnlyContain(status => status.State == RunState.Failed && status.Notes[0].Contains("GS_APIG_2401", StringComparison.Ordinal));
        accepted.Values.Should().OnlyContain(status => status.State == RunState.Completed);
    }

    [PostgresFact]
    public async Task Each_firing_of_a_cluster_in_PostgreSQL_runs_on_one_host()
    {
        var database = PostgresFactAttribute.Connection!;
        var schema = $"jobs_{Guid.NewGuid():N}";
        await using var source = NpgsqlDataSource.Create(database);
        await source.CreateCommand($"CREATE SCHEMA {schema}").ExecuteNonQueryAsync();
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(database) { SearchPath = schema };
            await using var service = JobService.Reader($"--ConnectionStrings:Quartz={settings}");
            await using var other = service.Build();
            await service.App.StartAsync();
            await other.StartAsync();
            var scheduler = await service.App.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
            var schedules = (long)(await source.CreateCommand($"SELECT count(*) FROM {schema}.qrtz_cron_triggers").ExecuteScalarAsync())!;
            const int Firings = 4;
            for (var firing = 1; firing <= Firings; firing++)
            {
                await scheduler.TriggerJob(new JobKey("companies"));
                await service.UntilSaidAsync("companies Completed", firing);
            }

            await service.App.StopAsync();
            await other.StopAsync();

            schedules.Should().Be(5, "both hosts share the schedules of the five jobs");
            var said = service.Said();
            said.Count(text => text.StartsWith("companies Completed", StringComparison.Ordinal)).Should().Be(Firings);
            said.Should().NotContain(text => text.Contains("runs already", StringComparison.Ordinal));
        }
        finally
        {
            await source.CreateCommand($"DROP SCHEMA {schema} CASCADE").ExecuteNonQueryAsync();
        }
    }

    private static Uri PathOf(string path) => new(path, UriKind.Relative);
}
