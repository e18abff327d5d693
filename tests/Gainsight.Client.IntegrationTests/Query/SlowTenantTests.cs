using Gainsight.Client.Emulator;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Pages that take too long.</summary>
public sealed class SlowTenantTests
{
    [Fact]
    public async Task The_page_size_decreases_to_500_and_the_read_continues_at_the_same_place()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 6000);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.SlowObject) { Delay = TimeSpan.FromSeconds(41) });
        using var logs = new Logs();
        (var gainsight, var hook) = CreateClient(tenant, logs);

        var read = await gainsight.Companies.Query().Select(CompanyFields.Name).ToListAsync();

        read.Select(row => row.Gsid).Order(StringComparer.Ordinal).Should().Equal(gsids.Order(StringComparer.Ordinal));
        int[] limits = [.. hook.Bodies.Select(Limit)];
        limits[..5].Should().Equal([5000, 2500, 1250, 625, 500], "two pages time out, and two are slow");
        limits[5..].Should().OnlyContain(limit => limit == 500);
        logs.Ids.Count(id => id == 400).Should().Be(4);
        tenant.Emulator.Requests.Snapshot().Count(entry => entry.Canceled).Should().Be(2);
    }

    [Theory]
    [InlineData(FaultKind.Latency)]
    [InlineData(FaultKind.LatencyAfterCommit)]
    public async Task A_page_that_hangs_is_requested_again_with_half_the_rows(FaultKind kind)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 3000);
        tenant.Emulator.Faults.Add(new Fault(kind) { Delay = TimeSpan.FromMinutes(10), Skip = 1, Count = 1 });
        (var gainsight, var hook) = CreateClient(tenant);

        List<string> read = [];
        await foreach (var row in gainsight.Companies.Query().Select(CompanyFields.Name).ReadAsync(new ReadOptions { PageSize = 2000 }))
        {
            read.Add(row.Gsid!);
        }

        read.Order(StringComparer.Ordinal).Should().Equal(gsids.Order(StringComparer.Ordinal));
        hook.Bodies.Select(Limit).Should().Equal(2000, 2000, 1000, 1000);
    }

    [Fact]
    public async Task The_smallest_page_is_retried_like_any_call_and_then_fails()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 10);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Latency) { Delay = TimeSpan.FromMinutes(10) });
        (var gainsight, var hook) = CreateClient(tenant);

        var failure = (await ((Func<Task>)(() => gainsight.Companies.Query().ToListAsync()))
            .Should().ThrowAsync<GainsightTransportException>()).Which;

        failure.IsTimeout.Should().BeTrue();
        hook.Bodies.Select(Limit).Should().Equal([5000, 2500, 1250, 625, 500, 500, 500], "the retries may take five minutes in total");
    }

    [Fact]
    public async Task A_gateway_timeout_makes_the_page_smaller_too()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 100);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Status = 504, Count = 4 });
        (var gainsight, var hook) = CreateClient(tenant);

        (await gainsight.Companies.Query().ToListAsync()).Select(row => row.Gsid).Should().BeEquivalentTo(gsids);

        hook.Bodies.Select(Limit).Should().Equal(5000, 5000, 5000, 5000, 2500, 2500);
    }

    private static (GainsightClient Client, QueryHook Hook) CreateClient(Tenant tenant, Logs? logs = null)
    {
        var hook = new QueryHook(QueryHook.InProcess(tenant));
        var client = tenant.CreateClient(options =>
        {
            options.PrimaryHandler = hook;
            options.LoggerFactory = logs;
        });
        return (client, hook);
    }

    private static int Limit(string body) => (int)System.Text.Json.Nodes.JsonNode.Parse(body)!["limit"]!;
}
