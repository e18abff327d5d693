namespace Gainsight.Client.Tests.Writes;

public sealed class WriteTallyTests : IDisposable
{
    private readonly PipelineFixture _fixture = new();
    private readonly List<WriteProgress> _told = [];
    private readonly CallCounter _calls = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Rows_are_counted_by_status_and_told()
    {
        var tally = Tally(total: 20);
        var rows = new int[WriteTally.Statuses];
        (rows[(int)RowStatus.Failed], rows[(int)RowStatus.Unknown], rows[(int)RowStatus.NotAttempted], rows[(int)RowStatus.Inserted]) = (1, 2, 3, 4);

        tally.Add(rows);
        tally.Add(RowStatus.Inserted, 5);
        tally.Report(_calls).Should().BeNull();

        _told.Should().Equal(new WriteProgress { Total = 20, Done = 15, Failed = 1, Unknown = 2, NotAttempted = 3 });
        tally.Of(RowStatus.Inserted).Should().Be(9);
        tally.Of(RowStatus.Updated).Should().Be(0);
    }

    [Fact]
    public void Nothing_is_told_when_nothing_changed_or_nobody_listens()
    {
        var tally = Tally(total: null);
        tally.Report(_calls);
        tally.Add(RowStatus.Updated, 1);
        tally.Report(_calls);
        tally.Report(_calls);

        _told.Should().ContainSingle().Which.Done.Should().Be(1);
        var silent = new WriteTally(_fixture.Transport, "Company", progress: null, total: 1);
        silent.Add(RowStatus.Updated, 1);
        silent.Report(_calls).Should().BeNull();
    }

    [Fact]
    public void An_exception_of_the_callers_code_is_returned()
    {
        var tally = new WriteTally(_fixture.Transport, "Company", new Listener(_ => throw new FormatException()), total: 1);
        tally.Add(RowStatus.Updated, 1);

        tally.Report(_calls).Should().BeOfType<FormatException>();
    }

    [Fact]
    public void The_time_left_follows_the_pace_so_far()
    {
        var tally = Tally(total: 100);
        _calls.Increment();
        tally.Add(RowStatus.Inserted, 25);
        _fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        tally.Report(_calls);
        tally.Add(RowStatus.Inserted, 75);
        tally.Report(_calls);

        _told.Select(told => told.EstimatedTimeLeft).Should().Equal(TimeSpan.FromSeconds(30), TimeSpan.Zero);
    }

    [Fact]
    public void More_rows_than_were_expected_leave_no_time()
    {
        var tally = Tally(total: 10);
        _calls.Increment();
        _fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        tally.Add(RowStatus.Inserted, 20);
        tally.Report(_calls);

        _told[0].EstimatedTimeLeft.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Rows_of_an_earlier_run_say_nothing_of_the_pace()
    {
        var tally = Tally(total: 100);
        _calls.Increment();
        _fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        tally.Add(RowStatus.Inserted, 1);
        tally.Skip();
        tally.Report(_calls);
        tally.Add(RowStatus.Inserted, 49);
        tally.Report(_calls);
        tally.Add(RowStatus.Inserted, 1);
        tally.Report(_calls);

        _told.Select(told => told.EstimatedTimeLeft).Should().Equal(null, TimeSpan.FromSeconds(10 * 50 / 49.0), TimeSpan.FromSeconds(10 * 49 / 50.0));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(100L, 0)]
    [InlineData(300_000L, 1)]
    public void The_time_left_is_not_known_without_a_total_a_call_or_a_pace(long? total, int calls)
    {
        var tally = Tally(total);
        for (var i = 0; i < calls; i++)
        {
            _calls.Increment();
        }

        tally.Add(RowStatus.Inserted, 2);
        tally.Report(_calls);
        tally.Add(RowStatus.Inserted, 1);
        tally.Report(_calls);

        _told.Select(told => told.EstimatedTimeLeft).Should().Equal(null, total == 300_000 ? TimeSpan.Zero : null);
    }

    [Fact]
    public void The_time_left_is_that_of_the_quota_if_that_is_longer()
    {
        _fixture.Options.Quota.SetLimit("sync-minute", 10);
        var tally = Tally(total: 50);
        _calls.Increment();
        _calls.End(QuotaBuckets.Sync, 1);
        tally.Add(RowStatus.Inserted, 1);
        tally.Report(_calls);
        _fixture.Clock.Advance(TimeSpan.FromHours(1));
        tally.Add(RowStatus.Inserted, 1);
        tally.Report(_calls);

        _told[0].EstimatedTimeLeft.Should().BeGreaterThan(TimeSpan.FromMinutes(3)).And.BeLessThan(TimeSpan.FromMinutes(6));
        _told[1].EstimatedTimeLeft.Should().Be(TimeSpan.FromHours(24));
    }

    [Fact]
    public void The_end_is_logged_with_the_number_of_each_status()
    {
        var tally = Tally(total: null);
        foreach (var status in Enum.GetValues<RowStatus>())
        {
            tally.Add(status, (int)status + 1);
        }

        _fixture.Clock.Advance(TimeSpan.FromSeconds(2));
        tally.LogEnd(_fixture.Logs.CreateLogger("test"), calls: 7);

        _fixture.Logs.Records.Should().ContainSingle().Which.Message.Should().Be(
            "A write of Company ended after 00:00:02 (rows: 36, calls: 7): 2 inserted, 3 updated, 4 upserted, 5 unchanged, 6 deleted, 7 failed, 8 unknown, 1 not attempted");
    }

    private WriteTally Tally(long? total) => new(_fixture.Transport, "Company", new Listener(_told.Add), total);

    private sealed class Listener(Action<WriteProgress> listen) : IProgress<WriteProgress>
    {
        public void Report(WriteProgress value) => listen(value);
    }
}
