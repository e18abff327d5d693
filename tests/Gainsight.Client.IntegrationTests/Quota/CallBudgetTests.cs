using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.Quota;

/// <summary>The calls that a client may send in its life.</summary>
public sealed class CallBudgetTests
{
    [Fact]
    public async Task A_write_with_one_call_at_a_time_ends_in_order_and_says_where_to_go_on()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.Quota.MaxCalls = 3);

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(300), new WriteOptions { MaxConcurrency = 1 });

        report.Inserted.Select(row => row.Index).Should().Equal(Enumerable.Range(0, 150).Select(i => (long)i));
        report.NotAttempted.Select(row => row.Index).Should().Equal(Enumerable.Range(150, 150).Select(i => (long)i));
        var stopped = report.StoppedBy.Should().BeOfType<GainsightQuotaExceededException>().Which;
        stopped.Window.Should().Be(GainsightQuotaExceededException.Budget);
        stopped.RetryAt.Should().Be(DateTimeOffset.MaxValue);
        stopped.Message.Should().Contain("Quota.MaxCalls").And.Contain("report.NotAttempted");
        tenant.Emulator.Requests.Count.Should().Be(3);
    }

    [Fact]
    public async Task Side_by_side_calls_do_not_exceed_it_and_the_rest_can_be_written_by_another_client()
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(1_000);

        var report = await tenant.CreateClient(options => options.Quota.MaxCalls = 7).Companies.InsertAsync(rows, new WriteOptions { MaxConcurrency = 8 });
        var rest = await tenant.CreateClient().Companies.InsertAsync(report.NotAttempted.Select(row => row.Record));

        tenant.Emulator.Requests.Count.Should().Be(20);
        report.Inserted.Should().HaveCount(350);
        rest.Inserted.Should().HaveCount(650);
        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount(1_000);
    }

    [Fact]
    public async Task Retries_count()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Count = 5 });
        var gainsight = tenant.CreateClient(options => options.Quota.MaxCalls = 2);

        await FluentActions.Awaiting(() => gainsight.Companies.Query().ToListAsync()).Should().ThrowAsync<GainsightException>();

        tenant.Emulator.Requests.Count.Should().Be(2);
    }

    [Fact]
    public void A_budget_below_one_is_refused() =>
        FluentActions.Invoking(() => new GainsightClient(new GainsightClientOptions { Tenant = "acme", Credential = new AccessKeyCredential("key"), Quota = { MaxCalls = 0 } }))
            .Should().Throw<ArgumentException>().WithMessage("*Quota.MaxCalls*");
}
