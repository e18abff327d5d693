using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>Nothing is sent twice: inserts that are carried out late, and keys that several writes of one process name in different ways.</summary>
public sealed class OnceTests
{
    [Theory]
    [InlineData(FaultKind.LateCommit)]
    [InlineData(FaultKind.LateCommitCut)]
    public async Task An_insert_that_is_carried_out_late_is_not_sent_again(FaultKind kind)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(kind)
        {
            Operation = EmulatorOperations.Insert,
            Count = 1,
            Delay = TimeSpan.FromSeconds(60),
            CommitDelay = TimeSpan.FromSeconds(90),
        });

        var report = await tenant.CreateClient(options => options.InProcess(tenant)).Companies.UpsertAsync(Rows.Companies(5), CompanyFields.Name);

        report.Unknown.Should().HaveCount(5);
        tenant.Calls(EmulatorOperations.Insert).Should().Be(1);
        await Task.Delay(TimeSpan.FromMinutes(5), tenant.Clock);
        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount(5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_insert_that_may_still_be_carried_out_is_not_made_again_by_the_next_write(bool isCancelled)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(isCancelled
            ? new Fault(FaultKind.LateCommitCut) { Operation = EmulatorOperations.Insert, Count = 1, Delay = TimeSpan.FromSeconds(4), CommitDelay = TimeSpan.FromSeconds(6) }
            : new Fault(FaultKind.LateCommit) { Operation = EmulatorOperations.Insert, Count = 1, Delay = TimeSpan.FromSeconds(60), CommitDelay = TimeSpan.FromSeconds(90) });
        var gainsight = tenant.CreateClient(options => options.InProcess(tenant));
        using var cancellation = new CancellationTokenSource();
        if (isCancelled)
        {
            cancellation.CancelAfterOn(tenant.Clock, TimeSpan.FromSeconds(2));
            await FluentActions.Awaiting(() => gainsight.Companies.UpsertAsync(Rows.Companies(5), CompanyFields.Name, cancellation.Token)).Should().ThrowAsync<WriteCanceledException>();
        }
        else
        {
            (await gainsight.Companies.UpsertAsync(Rows.Companies(5), CompanyFields.Name)).Unknown.Should().HaveCount(5);
        }

        var report = await gainsight.Companies.UpsertAsync(Rows.Companies(5), CompanyFields.Name);

        report.AllSucceeded.Should().BeTrue();
        await Task.Delay(TimeSpan.FromMinutes(5), tenant.Clock);
        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount(5);
    }

    [Fact]
    public async Task Writes_that_name_other_keys_beside_the_same_one_create_each_row_once()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Limits.CallsPerMinute = 100_000;
        var gainsight = tenant.CreateClient(options => options.Quota.SetLimit("sync-minute", 100_000));

        for (var round = 0; round < 20; round++)
        {
            var rows = Rows.Companies(30, first: round * 30);
            var reports = await Task.WhenAll(
                gainsight.Companies.UpsertAsync(rows, CompanyFields.Name),
                gainsight.Companies.UpsertAsync(Rows.Companies(30, first: round * 30), [CompanyFields.Name, CompanyFields.Employees]),
                gainsight.Companies.UpsertAsync(Rows.Companies(30, first: round * 30), [CompanyFields.Employees, CompanyFields.Name]));
            reports.Should().OnlyContain(report => report.AllSucceeded);
        }

        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount(600);
    }

    [Fact]
    public async Task A_row_that_waits_for_its_call_to_fill_does_not_keep_another_write_waiting()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        async IAsyncEnumerable<Company> Source()
        {
            // A block with five updates, which wait for their call to fill and hold their keys.
            foreach (var row in Rows.Companies(510))
            {
                yield return row;
            }

            await open.Task;
        }

        tenant.Seed(5);
        var start = tenant.Clock.GetUtcNow();
        var stream = gainsight.Companies.UpsertStreamAsync(Source(), CompanyFields.Name, new WriteOptions { MaxFillDelay = TimeSpan.FromDays(1) }).ToListAsync();
        SpinWait.SpinUntil(() => tenant.Companies.Count >= 455, TimeSpan.FromSeconds(60)).Should().BeTrue();
        var report = await gainsight.Companies.UpsertAsync([new Company { Name = Rows.Name(0), Employees = 7 }], CompanyFields.Name);

        report.AllSucceeded.Should().BeTrue();
        (tenant.Clock.GetUtcNow() - start).Should().BeLessThan(TimeSpan.FromHours(1));
        open.SetResult();
        await stream;
    }
}
