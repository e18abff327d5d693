using System.Collections.Concurrent;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Users;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class ProgressTests
{
    [Fact]
    public async Task Progress_never_decreases_ends_at_the_total_and_counts_failures()
    {
        await using var tenant = await Tenant.StartAsync();
        var progress = new Steps();
        var rows = Rows.Companies(2000);
        rows[5].Clear(CompanyFields.Name);
        rows[700].Stage = "Nonsense";

        await tenant.CreateClient().Companies.UpsertAsync(rows, CompanyFields.Name, new WriteOptions { Progress = progress, MaxConcurrency = 8 });

        WriteProgress[] steps = [.. progress.All];
        steps.Should().OnlyContain(step => step.Total == 2000);
        steps.Select(step => step.Done).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        steps.Select(step => step.Failed).Should().BeInAscendingOrder();
        steps[^1].Should().Be(new WriteProgress { Total = 2000, Done = 2000, Failed = 2, EstimatedTimeLeft = TimeSpan.Zero });
    }

    [Fact]
    public async Task Progress_tells_failed_unknown_and_not_attempted_rows_apart_as_the_report_does()
    {
        await using var tenant = await Tenant.StartAsync();
        var progress = new Steps();
        var rows = Rows.Companies(300);
        rows[5].Stage = "Nonsense";
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterRead) { Operation = EmulatorOperations.Insert, BodyContains = rows[120].Name, Count = 1 });
        var gainsight = tenant.CreateClient(options => options.Quota.MaxCalls = 5);

        var report = await gainsight.Companies.InsertAsync(rows, new WriteOptions { Progress = progress, MaxConcurrency = 1 });

        var last = progress.All.Last();
        (last.Failed, last.Unknown, last.NotAttempted).Should().Be((report.Failed.Count, report.Unknown.Count, report.NotAttempted.Count));
        new[] { last.Failed, last.Unknown, last.NotAttempted }.Should().OnlyContain(count => count > 0);
        last.Done.Should().Be(300);
    }

    [Fact]
    public async Task The_time_left_includes_the_minutes_of_waiting_for_quota()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Limits.CallsPerMinute = 10;
        var progress = new Steps();
        var start = tenant.Clock.GetUtcNow();
        var gainsight = tenant.CreateClient(options => options.Quota.SetLimit("sync-minute", 10));

        await gainsight.Companies.InsertAsync(Rows.Companies(2000), new WriteOptions { Progress = progress, MaxConcurrency = 1 });

        var took = tenant.Clock.GetUtcNow() - start;
        var first = progress.All.First();
        first.Done.Should().Be(50);
        first.EstimatedTimeLeft.Should().BeCloseTo(took, TimeSpan.FromMinutes(1.5), "40 calls at 10 a minute take more than three minutes");
    }

    [Fact]
    public async Task The_time_left_for_users_includes_the_hours_of_their_own_window()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Limits.UserCallsPerHour = 2;
        var progress = new Steps();
        var start = tenant.Clock.GetUtcNow();
        var gainsight = tenant.CreateClient(options =>
        {
            options.Quota.SetLimit("users-hour", 2);
            options.Quota.MaxQueueWait = TimeSpan.FromDays(1);
        });
        var users = TenantUsers.Many(250);

        var report = await gainsight.Users.InsertAsync(users, new WriteOptions { Progress = progress, MaxConcurrency = 1 });

        report.AllSucceeded.Should().BeTrue();
        var took = tenant.Clock.GetUtcNow() - start;
        took.Should().BeGreaterThan(TimeSpan.FromHours(1), "5 calls at 2 an hour reach into the third hour");
        progress.All.First().EstimatedTimeLeft.Should().BeCloseTo(took, TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_stream_has_no_total_and_no_time_left()
    {
        await using var tenant = await Tenant.StartAsync();
        var progress = new Steps();

        await tenant.CreateClient().Companies.InsertStreamAsync(Rows.Companies(120), new WriteOptions { Progress = progress }).ToListAsync();

        progress.All.Should().OnlyContain(step => step.Total == null && step.EstimatedTimeLeft == null);
        progress.All.Last().Done.Should().Be(120);
    }

    [Fact]
    public async Task An_exception_of_the_progress_callback_is_in_the_report_and_all_keys_are_released()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        var report = await gainsight.Companies.UpsertAsync(
            Rows.Companies(120), CompanyFields.Name, new WriteOptions { Progress = new Broken() });

        report.StoppedBy!.InnerException.Should().BeOfType<NotSupportedException>();

        (await gainsight.Companies.UpsertAsync(Rows.Companies(120), CompanyFields.Name)).AllSucceeded.Should().BeTrue();
        tenant.Names().Should().OnlyHaveUniqueItems();
    }

    private sealed class Steps : IProgress<WriteProgress>
    {
        public ConcurrentQueue<WriteProgress> All { get; } = new();

        public void Report(WriteProgress value) => All.Enqueue(value);
    }

    private sealed class Broken : IProgress<WriteProgress>
    {
        public void Report(WriteProgress value) => throw new NotSupportedException("The caller's own.");
    }
}
