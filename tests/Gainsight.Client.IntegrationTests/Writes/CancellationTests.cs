using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class CancellationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_write_cancelled_halfway_reports_written_unknown_and_unsent_rows(bool committed)
    {
        await using var tenant = await Tenant.StartAsync();
        using var cancellation = new CancellationTokenSource();
        var gainsight = Cancelling(tenant, cancellation, afterRequests: 3);

        // The third call hangs, so it is in progress when the write is cancelled.
        tenant.Emulator.Faults.Add(new Fault(committed ? FaultKind.LatencyAfterCommit : FaultKind.Latency) { Skip = 2, Delay = TimeSpan.FromHours(1) });

        var canceled = (await FluentActions
            .Awaiting(() => gainsight.Companies.InsertAsync(Rows.Companies(500), new WriteOptions { MaxConcurrency = 1 }, cancellation.Token))
            .Should().ThrowAsync<WriteCanceledException>()).Which;

        canceled.CancellationToken.Should().Be(cancellation.Token);
        var report = canceled.GetReport<Company>()!;
        canceled.GetReport<string>().Should().BeNull();
        report.Inserted.Select(row => row.Index).Should().Equal(Enumerable.Range(0, 100).Select(i => (long)i));
        report.Unknown.Should().HaveCount(50).And.OnlyContain(row => row.Errors[0].Code == RecordErrorCodes.Canceled);
        report.NotAttempted.Should().HaveCount(350);
        tenant.Names().Should().OnlyHaveUniqueItems().And.Contain(report.Inserted.Select(row => row.Record.Name));
        tenant.Companies.Count.Should().BeOneOf(100, 150);
    }

    [Fact]
    public async Task Rows_of_a_call_that_was_only_throttled_are_reported_as_not_attempted()
    {
        await using var tenant = await Tenant.StartAsync();
        using var cancellation = new CancellationTokenSource();
        var gainsight = Cancelling(tenant, cancellation, afterRequests: 2);
        tenant.Emulator.Limits.CallsPerMinute = 1;

        var canceled = (await FluentActions
            .Awaiting(() => gainsight.Companies.InsertAsync(Rows.Companies(150), new WriteOptions { MaxConcurrency = 1 }, cancellation.Token))
            .Should().ThrowAsync<WriteCanceledException>()).Which;

        var report = canceled.GetReport<Company>()!;
        tenant.Emulator.Requests.Snapshot().Select(call => call.Status).Should().Equal(200, 429);
        report.Inserted.Should().HaveCount(50);
        report.NotAttempted.Should().HaveCount(100);
        report.Unknown.Should().BeEmpty();
        tenant.Companies.Count.Should().Be(50);
    }

    [Fact]
    public async Task A_token_cancelled_before_the_start_costs_no_call()
    {
        await using var tenant = await Tenant.StartAsync();
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        var gainsight = tenant.CreateClient();

        var canceled = (await FluentActions
            .Awaiting(() => gainsight.Companies.UpsertAsync(Rows.Companies(5), CompanyFields.Name, cancellation.Token))
            .Should().ThrowAsync<WriteCanceledException>()).Which;

        canceled.GetReport<Company>()!.NotAttempted.Should().HaveCount(5);
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_cancelled_upsert_releases_its_keys()
    {
        await using var tenant = await Tenant.StartAsync();
        using var cancellation = new CancellationTokenSource();
        var gainsight = Cancelling(tenant, cancellation, afterRequests: 1);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Latency) { Count = 1, Delay = TimeSpan.FromHours(1) });

        await FluentActions.Awaiting(() => gainsight.Companies.UpsertAsync(Rows.Companies(5), CompanyFields.Name, cancellation.Token))
            .Should().ThrowAsync<WriteCanceledException>();
        var report = await gainsight.Companies.UpsertAsync(Rows.Companies(5), CompanyFields.Name);

        report.Inserted.Should().HaveCount(5);
    }

    [Fact]
    public async Task A_cancelled_stream_reports_the_rows_whose_outcomes_it_had_not_returned()
    {
        await using var tenant = await Tenant.StartAsync();
        using var cancellation = new CancellationTokenSource();
        var gainsight = tenant.CreateClient();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.LatencyAfterCommit) { Skip = 2, Delay = TimeSpan.FromHours(1) });
        var handedOut = new List<RowOutcome<Company>>();

        Func<Task> write = async () =>
        {
            await foreach (var outcome in gainsight.Companies.InsertStreamAsync(
                Rows.Companies(400).ToStream(), new WriteOptions { MaxConcurrency = 1 }, cancellation.Token))
            {
                handedOut.Add(outcome);
                if (handedOut.Count == 100)
                {
                    await cancellation.CancelAsync();
                }
            }
        };

        var report = (await write.Should().ThrowAsync<WriteCanceledException>()).Which.GetReport<Company>()!;

        handedOut.Should().HaveCount(100).And.OnlyContain(outcome => outcome.Status == RowStatus.Inserted);
        report.Rows.Select(row => row.Index).Should().BeInAscendingOrder();
        report.Rows[0].Index.Should().Be(100);
        report.Rows.Should().OnlyContain(row => row.Status == RowStatus.Unknown || row.Status == RowStatus.NotAttempted);
        report.Unknown.Should().HaveCountLessThanOrEqualTo(50);
        HashSet<string> names = [.. tenant.Names()];
        report.NotAttempted.Should().NotContain(row => names.Contains(row.Record.Name!));
    }

    [Fact]
    public async Task A_source_that_ignores_its_token_does_not_delay_the_cancellation()
    {
        await using var tenant = await Tenant.StartAsync();
        using var cancellation = new CancellationTokenSource();
        var gainsight = tenant.CreateClient();
        var silence = new TaskCompletionSource();
        var disposed = false;

        async IAsyncEnumerable<Company> Source()
        {
            try
            {
                yield return new Company { Name = "Acme" };
                await cancellation.CancelAsync();
                await silence.Task;
            }
            finally
            {
                disposed = true;
            }
        }

        Func<Task> write = async () =>
        {
            await foreach (var outcome in gainsight.Companies.UpsertStreamAsync(Source(), CompanyFields.Name, cancellation.Token))
            {
                outcome.Should().NotBeNull();
            }
        };

        await write.Should().ThrowAsync<WriteCanceledException>();
        disposed.Should().BeFalse("the source is still reading");
        silence.SetResult();
        SpinWait.SpinUntil(() => Volatile.Read(ref disposed), TimeSpan.FromSeconds(30)).Should().BeTrue("the source is disposed after it has ended");
    }

    /// <summary>A client that cancels as soon as the tenant is processing a number of requests.</summary>
    private static GainsightClient Cancelling(Tenant tenant, CancellationTokenSource cancellation, int afterRequests) =>
        tenant.CreateClient(options =>
        {
            options.InProcess(tenant);
            options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
            {
                Before = number =>
                {
                    if (number == afterRequests)
                    {
                        // Triggered by the clock, which jumps when the request hangs at the tenant.
                        cancellation.CancelAfterOn(tenant.Clock, TimeSpan.FromSeconds(10));
                    }
                },
            };
        });
}
