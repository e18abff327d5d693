using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>How far a read runs ahead of the caller, and how it stops early.</summary>
public sealed class ReadAheadTests
{
    private static readonly ReadOptions Pages = new() { PageSize = 100 };

    [Fact]
    public async Task Only_one_page_is_fetched_ahead_of_the_page_being_read()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 1050);
        using var started = new SemaphoreSlim(0);
        (var gainsight, var hook) = QueryHook.CreateClient(tenant, _ => started.Release());

        var pages = 0;
        await foreach (var page in gainsight.Companies.Query().ReadPagesAsync(Pages))
        {
            pages++;
            page.Should().HaveCount(pages == 11 ? 50 : 100);

            // The next page is requested automatically; the one after it only after this page was read.
            for (var goesOut = pages == 1 ? 2 : pages < 11 ? 1 : 0; goesOut > 0; goesOut--)
            {
                await started.WaitAsync();
            }

            hook.Bodies.Count.Should().BeLessThanOrEqualTo(Math.Min(pages + 1, 11));
        }

        pages.Should().Be(11);
    }

    [Fact]
    public async Task Leaving_the_loop_early_cancels_the_page_in_progress()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 1000);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Latency) { Delay = TimeSpan.FromDays(10), Skip = 1, Count = 1 });
        using var hold = tenant.Clock.Hold();
        using var started = new SemaphoreSlim(0);
        (var gainsight, var hook) = QueryHook.CreateClient(tenant);
        hook.AfterSend = _ => started.Release();

        await foreach (var page in gainsight.Companies.Query().ReadPagesAsync(Pages))
        {
            await started.WaitAsync();
            await started.WaitAsync();
            break;
        }

        hook.Bodies.Should().HaveCount(2);
        (await gainsight.CheckConnectionAsync()).ObjectCount.Should().BePositive("the client still works");
    }

    [Fact]
    public async Task A_failed_page_throws_after_the_rows_before_it()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 300);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Skip = 2 });
        var gainsight = tenant.CreateClient();

        var rows = 0;
        Func<Task> read = async () =>
        {
            await foreach (var _ in gainsight.Companies.Query().ReadAsync(Pages))
            {
                rows++;
            }
        };

        await read.Should().ThrowAsync<GainsightApiException>();
        rows.Should().Be(200);
    }

    [Fact]
    public async Task Cancellation_ends_a_read_that_waits_for_the_tenant()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 300);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Latency) { Delay = TimeSpan.FromDays(10), Skip = 1 });
        using var hold = tenant.Clock.Hold();
        using var cancellation = new CancellationTokenSource();
        (var gainsight, var hook) = QueryHook.CreateClient(tenant);
        hook.AfterSend = query =>
        {
            if (query == 2)
            {
                cancellation.Cancel();
            }
        };

        var rows = 0;
        Func<Task> read = async () =>
        {
            await foreach (var page in gainsight.Companies.Query().ReadPagesAsync(Pages).WithCancellation(cancellation.Token))
            {
                rows += page.Count;
            }
        };

        await read.Should().ThrowAsync<OperationCanceledException>();
        rows.Should().BeLessThanOrEqualTo(100);
    }

    [Fact]
    public async Task Cancellation_ends_a_read_between_two_rows_of_a_page()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 300);
        using var cancellation = new CancellationTokenSource();
        var gainsight = tenant.CreateClient();

        var rows = 0;
        Func<Task> read = async () =>
        {
            await foreach (var _ in gainsight.Companies.Query().ReadAsync(Pages, cancellation.Token))
            {
                if (++rows == 7)
                {
                    await cancellation.CancelAsync();
                }
            }
        };

        await read.Should().ThrowAsync<OperationCanceledException>();
        rows.Should().Be(7);
    }

    [Fact]
    public async Task Cancellation_ends_a_read_between_two_pages_although_the_next_one_has_arrived()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 300);
        using var cancellation = new CancellationTokenSource();
        using var started = new SemaphoreSlim(0);
        (var gainsight, _) = QueryHook.CreateClient(tenant, _ => started.Release());

        var pages = 0;
        Func<Task> read = async () =>
        {
            await foreach (var _ in gainsight.Companies.Query().ReadPagesAsync(Pages, cancellation.Token))
            {
                if (++pages == 1)
                {
                    await started.WaitAsync();
                    await started.WaitAsync();
                    await cancellation.CancelAsync();
                }
            }
        };

        await read.Should().ThrowAsync<OperationCanceledException>();
        pages.Should().Be(1);
    }

    [Fact]
    public async Task A_read_cancelled_before_its_start_sends_nothing()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await ((Func<Task>)(() => gainsight.Companies.Query().ToListAsync(cancellation.Token))).Should().ThrowAsync<OperationCanceledException>();
        await ((Func<Task>)(() => gainsight.Objects("Asset__gc").Query().FirstOrDefaultAsync(cancellation.Token))).Should().ThrowAsync<OperationCanceledException>();
        await ((Func<Task>)(() => gainsight.Companies.GetAsync("A", cancellation.Token))).Should().ThrowAsync<OperationCanceledException>();

        tenant.Calls(EmulatorOperations.Query).Should().Be(0);
    }
}
