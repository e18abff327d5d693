using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Gainsight.Client.Hosting.Tests.Jobs;

/// <summary>The schedules of jobs.</summary>
public sealed class ScheduleTests : IDisposable
{
    private readonly JobsHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_trigger_runs_its_job()
    {
        _host.Settings["Jobs:probe:Schedule"] = "0 0 2 * * ?";
        var started = new TaskCompletionSource();
        _host.Probe.Work = (_, _) => Task.FromResult(started.TrySetResult());
        await using var app = _host.Build();
        await app.StartAsync();

        await (await SchedulerOf(app)).TriggerJob(new JobKey("probe"));
        await started.Task.WaitAsync(TimeSpan.FromMinutes(2));
        await app.StopAsync();

        (await _host.CommandAsync("status")).Output.Should().MatchRegex("probe +Completed", "the host waits for its jobs");
    }

    [Theory]
    [InlineData("0 0 2 * * ?", "0 0 2 * * ?", false)]
    [InlineData("0 2 * * *", "0 0 2 * * ?", false)]
    [InlineData("never", null, true)]
    [InlineData("0 0 25 * * ?", null, true)]
    [InlineData("0 0 99 * * ?", null, true)]
    [InlineData("99 0 2 * * ?", null, true)]
    [InlineData("0 98 2 * * ?", null, true)]
    [InlineData("* *", null, true)]
    [InlineData("0 0 0 1 1 ? 2020", null, true)]
    [InlineData("0 0 2 31 2 ?", null, true)]
    [InlineData(null, null, false)]
    [InlineData("", null, false)]
    public async Task A_schedule_is_a_cron_expression_and_another_is_told(string? schedule, string? cron, bool isTold)
    {
        _host.Settings["Jobs:probe:Schedule"] = schedule;
        await using var app = _host.Build();
        _ = app.Services.GetRequiredService<JobRunner>();
        var scheduler = await SchedulerOf(app);
        await app.StartAsync();

        var triggers = await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup());
        var expressions = new List<string?>();
        foreach (var key in triggers)
        {
            expressions.Add(((ICronTrigger)(await scheduler.GetTrigger(key))!).CronExpressionString);
        }

        await app.StopAsync();
        expressions.Should().Equal(cron is null ? [] : [cron]);
        _host.Said.Contains("Jobs:probe:Schedule is no cron expression, such as '0 0 2 * * ?', or names no time to come. The job runs only by hand").Should().Be(isTold);
    }

    [Fact]
    public async Task A_job_without_a_schedule_runs_by_hand()
    {
        _host.Settings["Jobs:probe:Schedule"] = "never";

        (await _host.CommandAsync("run --yes")).Code.Should().Be(0);
    }

    [Fact]
    public void The_application_configures_Quartz()
    {
        var builder = WebApplication.CreateBuilder();
        var isCalled = false;

        builder.AddGainsightJobs([$"--StateFolder={_host.Folder}"], quartz => isCalled = quartz.Services == builder.Services);

        isCalled.Should().BeTrue();
        FluentActions.Invoking(() => builder.AddGainsightJobs([])).Should().Throw<InvalidOperationException>().WithMessage("*before*");
    }

    private static async Task<IScheduler> SchedulerOf(WebApplication app) => await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
}
