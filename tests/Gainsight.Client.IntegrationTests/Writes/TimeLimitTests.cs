namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>What a caller sets for one read or write: its time limit, its lane, and the expected number of rows.</summary>
public sealed class TimeLimitTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task A_write_that_reaches_its_time_limit_sends_no_further_call_and_reports_every_row()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = OneCallPerMinute(tenant);

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(250), new WriteOptions { TimeLimit = Limit, MaxConcurrency = 1 });

        report.Inserted.Count.Should().BeInRange(50, 100);
        report.NotAttempted.Should().HaveCount(250 - report.Inserted.Count);
        report.StoppedBy!.Message.Should().Contain("00:01:30").And.Contain("TimeLimit");
        tenant.Companies.Rows.Should().HaveCount(report.Inserted.Count);
    }

    [Fact]
    public async Task A_stream_that_reaches_its_time_limit_gives_its_outcomes_and_then_throws()
    {
        await using var tenant = await Tenant.StartAsync();
        var outcomes = OneCallPerMinute(tenant).Companies.InsertStreamAsync(Rows.Companies(250), new WriteOptions { TimeLimit = Limit, MaxConcurrency = 1 });

        var known = new List<RowOutcome<Company>>();
        var read = async () =>
        {
            await foreach (var outcome in outcomes)
            {
                known.Add(outcome);
            }
        };

        await read.Should().ThrowAsync<GainsightException>().WithMessage("*TimeLimit*");
        known.Count(outcome => outcome.Succeeded).Should().Be(tenant.Companies.Count).And.BeInRange(50, 100);
    }

    [Fact]
    public async Task An_expected_total_beyond_all_measure_says_nothing_of_the_time_left_and_stops_nothing()
    {
        await using var tenant = await Tenant.StartAsync();
        var told = new List<WriteProgress>();
        var options = new WriteOptions { ExpectedTotal = long.MaxValue, Progress = new Bulk.Now<WriteProgress>(told.Add) };

        var rows = await tenant.CreateClient().Companies.UpsertStreamAsync(Rows.Companies(60), CompanyFields.Name, options).ToListAsync();

        rows.Should().HaveCount(60).And.OnlyContain(row => row.Status == RowStatus.Inserted);
        told.Should().NotBeEmpty().And.OnlyContain(progress => progress.EstimatedTimeLeft == null);
    }

    [Fact]
    public async Task A_list_of_rows_is_read_as_its_options_say()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(7);

        var rows = await tenant.CreateClient().Companies.Query().ToListAsync(new ReadOptions { PageSize = 3 });

        rows.Should().HaveCount(7);
        tenant.Calls("record.query").Should().BeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task A_read_that_reaches_its_time_limit_times_out_after_valid_rows()
    {
        await using var tenant = await Tenant.StartAsync();
        Query.KeysetTests.Insert(tenant, 50);
        var rows = new List<string>();
        var gainsight = OneCallPerMinute(tenant);

        var read = async () =>
        {
            await foreach (var company in gainsight.Companies.Query().Select(CompanyFields.Name).ReadAsync(new ReadOptions { PageSize = 10, TimeLimit = Limit }))
            {
                rows.Add(company.Name!);
            }
        };

        (await read.Should().ThrowAsync<GainsightTransportException>().WithMessage("*Company*00:01:30*TimeLimit*")).Which.IsTimeout.Should().BeTrue();
        rows.Count.Should().BeOneOf(10, 20);
        rows.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_feed_that_reaches_its_time_limit_times_out()
    {
        await using var tenant = await Tenant.StartAsync();
        Query.KeysetTests.Insert(tenant, 50);
        var gainsight = OneCallPerMinute(tenant);
        var feed = gainsight.Changes.ReadAsync(gainsight.Companies.Query(), ChangeCheckpoint.Beginning, new ReadOptions { TimeLimit = Limit });

        var read = async () =>
        {
            await foreach (var change in feed)
            {
                change.Kind.Should().NotBe(ChangeKind.CaughtUp);
            }
        };

        (await read.Should().ThrowAsync<GainsightTransportException>().WithMessage("*TimeLimit*")).Which.IsTimeout.Should().BeTrue();
    }

    [Fact]
    public async Task Neither_a_read_nor_a_write_that_ends_in_time_notices_its_limit()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(60), new WriteOptions { TimeLimit = TimeSpan.FromHours(1) });
        var count = 0;
        await foreach (var page in gainsight.Companies.Query().ReadPagesAsync(new ReadOptions { PageSize = 20, TimeLimit = TimeSpan.FromHours(1) }))
        {
            count += page.Count;
        }

        (report.Inserted.Count, report.StoppedBy, count).Should().Be((60, null, 60));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(31 * 24 * 3600)]
    public void A_limit_that_is_not_positive_or_too_long_is_refused(int seconds)
    {
        FluentActions.Invoking(() => new ReadOptions { TimeLimit = TimeSpan.FromSeconds(seconds) }).Should().Throw<ArgumentOutOfRangeException>().WithMessage("TimeLimit*");
        FluentActions.Invoking(() => new WriteOptions { TimeLimit = TimeSpan.FromSeconds(seconds) }).Should().Throw<ArgumentOutOfRangeException>().WithMessage("TimeLimit*");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_of_the_interactive_lane_overtakes_those_that_wait_in_the_bulk_lane(bool reads)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = OneCallPerMinute(tenant);
        var order = new List<string>();
        List<Task> calls = [.. Enumerable.Range(0, 6).Select(i => RunAsync($"bulk {i}", RequestLane.Bulk))];

        calls.Add(RunAsync("interactive", RequestLane.Interactive));
        await Task.WhenAll(calls);

        order.IndexOf("interactive").Should().BeLessThanOrEqualTo(2, "it waits for the window at most once behind a bulk call");

        async Task RunAsync(string name, RequestLane lane)
        {
            if (reads)
            {
                await foreach (var _ in gainsight.Companies.Query().Where(CompanyFields.Name.EqualTo(name)).Take(1).ReadAsync(new ReadOptions { Lane = lane }))
                {
                }
            }
            else
            {
                await gainsight.Companies.InsertAsync([new Company { Name = name }], new WriteOptions { Lane = lane });
            }

            lock (order)
            {
                order.Add(name);
            }
        }
    }

    [Fact]
    public async Task A_stream_shows_its_time_left_when_the_total_is_given()
    {
        await using var tenant = await Tenant.StartAsync();
        var with = new List<WriteProgress>();
        var without = new List<WriteProgress>();
        var gainsight = tenant.CreateClient();

        await WriteAsync(new WriteOptions { ExpectedTotal = 300, Progress = new Bulk.Now<WriteProgress>(with.Add) });
        await WriteAsync(new WriteOptions { Progress = new Bulk.Now<WriteProgress>(without.Add) });

        with.Should().OnlyContain(progress => progress.Total == 300 && progress.EstimatedTimeLeft != null);
        with[^1].EstimatedTimeLeft.Should().Be(TimeSpan.Zero);
        without.Should().OnlyContain(progress => progress.Total == null && progress.EstimatedTimeLeft == null);

        async Task WriteAsync(WriteOptions options)
        {
            await foreach (var outcome in gainsight.Companies.UpsertStreamAsync(Rows.Companies(300), CompanyFields.Name, options))
            {
                outcome.Succeeded.Should().BeTrue();
            }
        }
    }

    private static GainsightClient OneCallPerMinute(Tenant tenant) => tenant.CreateClient(options => options.Quota.SetLimit("sync-minute", 1));
}
