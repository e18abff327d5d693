using System.Net;

namespace Gainsight.Client.Tests.Query;

/// <summary>The size of pages, and the lane in which they wait for quota.</summary>
public sealed class PageFetchTests
{
    private const int StepDown = 400;
    private const string Row = """[{"Gsid":"1","Name":"a"}]""";

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(1, null, false)]
    [InlineData(5000, null, false)]
    [InlineData(5001, null, true)]
    [InlineData(1, RequestLane.Bulk, true)]
    [InlineData(5001, RequestLane.Interactive, false)]
    public async Task A_read_of_one_page_is_interactive_and_a_longer_one_is_bulk_unless_the_caller_chose(int? take, RequestLane? lane, bool isBulk)
    {
        using QueryFixture fixture = new(options => options.Quota.SetLimit("sync-minute", 1));
        await fixture.BodyAsync(fixture.Companies);
        using CancellationTokenSource cancellation = new();

        var read = (take is { } count ? fixture.Companies.Take(count) : fixture.Companies).ToListAsync(new ReadOptions { Lane = lane }, cancellation.Token);

        (fixture.Client.Quota.WaitingInteractive, fixture.Client.Quota.WaitingBulk).Should().Be(isBulk ? (0, 1) : (1, 0));
        await cancellation.CancelAsync();
        await FluentActions.Awaiting(() => read).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task The_call_that_checks_offsets_waits_in_the_lane_of_the_read()
    {
        using QueryFixture fixture = new(options => options.Quota.SetLimit("sync-minute", 1));
        fixture.Wire.Answer(StubHandler.Envelope(Row));
        using CancellationTokenSource cancellation = new();

        var read = fixture.Companies.Skip(1).ToListAsync(new ReadOptions { Lane = RequestLane.Interactive }, cancellation.Token);

        (fixture.Client.Quota.WaitingInteractive, fixture.Client.Quota.WaitingBulk).Should().Be((1, 0));
        await cancellation.CancelAsync();
        await FluentActions.Awaiting(() => read).Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [InlineData(5000, 20, 5000)]
    [InlineData(5000, 21, 2500)]
    [InlineData(501, 21, 500)]
    [InlineData(500, 21, 500)]
    [InlineData(10, 21, 10)]
    public async Task A_page_that_takes_longer_than_20_seconds_halves_the_next_one_down_to_500(int size, int seconds, int next)
    {
        using QueryFixture fixture = new();
        fixture.Wire.Do((_, _) =>
        {
            fixture.Clock.Advance(TimeSpan.FromSeconds(seconds));
            return Task.FromResult(StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope(Row)));
        });
        fixture.Wire.Answer(StubHandler.Envelope("[]"));

        await fixture.Companies.ToListAsync(new ReadOptions { PageSize = size });

        Limits(fixture).Should().Equal(size, next);
        var logged = fixture.Logs.Records.Where(record => record.Id.Id == StepDown).Select(record => record.Message);
        logged.Should().Equal(next == size ? [] : [$"Pages of Company are too slow: the page size is reduced from {size} to {next}"]);
    }

    [Fact]
    public async Task A_refused_query_is_not_sent_again_with_fewer_rows()
    {
        using QueryFixture fixture = new();
        fixture.Describe(rows: null);

        await fixture.Companies.Awaiting(query => query.ToListAsync()).Should().ThrowAsync<GainsightValidationException>();

        Limits(fixture).Should().Equal(5000);
    }

    [Fact]
    public async Task A_connection_that_cannot_be_made_does_not_make_pages_smaller()
    {
        using QueryFixture fixture = new();
        fixture.Wire.Fail(HttpRequestError.ConnectionError);
        fixture.Clock.StartJumping();

        await fixture.Companies.Awaiting(query => query.ToListAsync()).Should().ThrowAsync<GainsightTransportException>();

        Limits(fixture).Should().OnlyContain(limit => limit == 5000);
    }

    private static int[] Limits(QueryFixture fixture) =>
        [.. Enumerable.Range(0, fixture.Wire.Sent.Count).Where(i => fixture.Wire.Sent[i].Address.AbsolutePath.Contains("/query/")).Select(i => fixture.Body(i).GetProperty("limit").GetInt32())];
}
