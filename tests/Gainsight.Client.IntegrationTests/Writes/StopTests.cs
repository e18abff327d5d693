using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class StopTests
{
    [Fact]
    public async Task A_key_revoked_halfway_leaves_the_remaining_rows_not_attempted()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Before = number =>
            {
                if (number == 4)
                {
                    tenant.Emulator.RevokeAccessKey();
                }
            },
        });

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(500), new WriteOptions { MaxConcurrency = 1 });

        report.Inserted.Select(row => row.Index).Should().Equal(Enumerable.Range(0, 150).Select(i => (long)i));
        report.NotAttempted.Should().HaveCount(350);
        report.StoppedBy.Should().BeOfType<GainsightAuthenticationException>();
        report.AllSucceeded.Should().BeFalse();
        tenant.Companies.Count.Should().Be(150);
        tenant.Emulator.Requests.Count.Should().Be(4);
    }

    [Theory]
    [InlineData("insert")]
    [InlineData("update")]
    [InlineData("upsert")]
    [InlineData("delete")]
    public async Task A_refused_first_call_throws(string kind)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        tenant.Emulator.RotateAccessKey();
        var rows = Rows.Companies(300);

        Func<Task> write = kind switch
        {
            "insert" => () => gainsight.Companies.InsertAsync(rows, new WriteOptions { MaxConcurrency = 1 }),
            "update" => () => gainsight.Companies.UpdateAsync(rows, CompanyFields.Name, new WriteOptions { MaxConcurrency = 1 }),
            "upsert" => () => gainsight.Companies.UpsertAsync(rows, CompanyFields.Name),
            _ => () => gainsight.Companies.DeleteAsync(["1P02A"]),
        };

        await write.Should().ThrowAsync<GainsightAuthenticationException>();
        tenant.Emulator.Requests.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_daily_quota_exhausted_halfway_leaves_the_remaining_rows_not_attempted_and_then_no_write_can_start()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.Quota.SetLimit("sync-day", 3));

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(500));

        report.Inserted.Should().HaveCount(150);
        report.NotAttempted.Should().HaveCount(350);
        report.StoppedBy.Should().BeOfType<GainsightQuotaExceededException>().Which.Window.Should().Be("sync-day");
        await FluentActions.Awaiting(() => gainsight.Companies.InsertAsync(Rows.Companies(1, first: 500)))
            .Should().ThrowAsync<GainsightQuotaExceededException>();
        tenant.Companies.Count.Should().Be(150);
    }

    [Fact]
    public async Task A_daily_quota_exhausted_by_others_stops_the_write_without_losing_a_row()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Limits.CallsPerDay = 3;

        var report = await tenant.CreateClient(options => options.Quota.MaxQueueWait = TimeSpan.FromMinutes(3))
            .Companies.InsertAsync(Rows.Companies(500), new WriteOptions { MaxConcurrency = 1 });

        report.Inserted.Should().HaveCount(150);
        report.NotAttempted.Should().HaveCount(350);
        report.StoppedBy.Should().BeOfType<GainsightThrottledException>();
    }

    [Fact]
    public async Task A_host_without_a_listener_throws_and_leaves_no_row_unknown()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.BaseAddress = new Uri("http://127.0.0.1:1"));

        await FluentActions.Awaiting(() => gainsight.Companies.UpsertAsync(Rows.Companies(200), CompanyFields.Name))
            .Should().ThrowAsync<GainsightTransportException>();
        await FluentActions.Awaiting(() => gainsight.Companies.InsertAsync(Rows.Companies(200)))
            .Should().ThrowAsync<GainsightTransportException>();
    }

    [Fact]
    public async Task A_stream_returns_the_known_outcomes_and_then_throws()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Before = number =>
            {
                if (number == 3)
                {
                    tenant.Emulator.RevokeAccessKey();
                }
            },
        });
        var outcomes = new List<RowOutcome<Company>>();

        Func<Task> write = async () =>
        {
            await foreach (var outcome in gainsight.Companies.InsertStreamAsync(
                Rows.Companies(400).ToStream(), new WriteOptions { MaxConcurrency = 1 }))
            {
                outcomes.Add(outcome);
            }
        };

        await write.Should().ThrowAsync<GainsightAuthenticationException>();
        outcomes.Count(outcome => outcome.Succeeded).Should().Be(100);
        outcomes.Skip(100).Should().OnlyContain(outcome => outcome.Status == RowStatus.NotAttempted);
        outcomes.Select(outcome => outcome.Index).Should().Equal(Enumerable.Range(0, outcomes.Count).Select(i => (long)i));
        tenant.Companies.Count.Should().Be(100);
    }

    [Fact]
    public async Task A_stream_with_a_silent_source_ends_when_the_write_stops()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        tenant.Emulator.RevokeAccessKey();
        var silence = new TaskCompletionSource();

        async IAsyncEnumerable<Company> Source()
        {
            foreach (var row in Rows.Companies(50))
            {
                yield return row;
            }

            await silence.Task;
        }

        Func<Task> write = () => gainsight.Companies.InsertStreamAsync(Source()).ToListAsync();

        await write.Should().ThrowAsync<GainsightAuthenticationException>();
        silence.SetResult();
    }

    [Fact]
    public async Task A_write_that_stops_does_not_wait_for_keys_held_by_its_own_unsent_rows()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = tenant.Seed(100);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ExpiredToken) { Skip = 10, Count = 1 });

        var report = await tenant.CreateClient().Companies.DeleteAsync([.. gsids, .. gsids], new WriteOptions { MaxConcurrency = 1 });

        report.Deleted.Should().HaveCount(10);
        report.NotAttempted.Should().HaveCount(190);
        report.StoppedBy.Should().BeOfType<GainsightAuthenticationException>();
    }
}
