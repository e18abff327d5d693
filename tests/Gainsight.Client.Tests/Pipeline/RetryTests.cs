using System.Net;

namespace Gainsight.Client.Tests;

public sealed class RetryTests : IDisposable
{
    private readonly PipelineFixture _fixture = new();

    public enum Wire
    {
        NotFoundName,
        NoConnection,
        NoTls,
        Cut,
        BodyCut,
        TimeOut,
        Status500,
        Status502,
        Status503,
        Html200,
        BrokenJson200,
        Status400,
        Status401,
        Status403,
        Status404,
        Status408,
        Status425,
        Html403,
        Html404,
        Redirect,
        Refused200,
        Fault200,
        NoResult200,
    }

    public static TheoryData<Wire, bool, bool> Table
    {
        get
        {
            // The event; whether every call is retried; whether only calls that can be carried out twice are retried.
            var table = new TheoryData<Wire, bool, bool>();
            Wire[] neverSent = [Wire.NotFoundName, Wire.NoConnection, Wire.NoTls];
            Wire[] ambiguous =
            [
                Wire.Cut, Wire.BodyCut, Wire.TimeOut, Wire.Status408, Wire.Status425, Wire.Status500, Wire.Status502, Wire.Status503, Wire.Fault200,
                Wire.Html200, Wire.BrokenJson200,
            ];
            foreach (var wire in Enum.GetValues<Wire>())
            {
                table.Add(wire, neverSent.Contains(wire), ambiguous.Contains(wire));
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task What_is_sent_again_depends_on_what_happened_and_on_the_operation(Wire wire, bool always, bool whenHarmless)
    {
        (Operation Operation, bool IsHarmless)[] operations =
            [(Operation.RecordsQuery, true), (Operation.RecordsUpdate, true), (Operation.RecordsDelete, true), (Operation.RecordsInsert, false)];
        foreach ((var operation, var isHarmless) in operations)
        {
            using var fixture = new PipelineFixture();
            Put(wire, fixture).Answer(StubHandler.Envelope());
            var sentAgain = always || (whenHarmless && isHarmless);

            GainsightException? failure = null;
            var call = new CallState(PipelineFixture.Of(operation));
            try
            {
                using var response = await fixture.SendAsync(call);
                response.EarlierAttemptMayHaveBeenProcessed.Should().Be(whenHarmless);
            }
            catch (GainsightException exception)
            {
                failure = exception;
            }

            fixture.Wire.Sent.Should().HaveCount(sentAgain ? 2 : 1, "{0} met {1}", operation.Name, wire);
            (failure is null).Should().Be(sentAgain);
            if (failure is not null)
            {
                failure.MayHaveBeenProcessed.Should().Be(whenHarmless || wire is Wire.NoResult200 or Wire.Html403);
                call.EarlierAttemptMayHaveBeenProcessed.Should().BeFalse();
            }
        }
    }

    [Fact]
    public async Task An_insert_of_unknown_fate_is_sent_once_and_says_so()
    {
        _fixture.Wire.Fail(HttpRequestError.ResponseEnded);

        var failure = await _fixture.FailAsync<GainsightTransportException>(PipelineFixture.Insert());

        failure.MayHaveBeenProcessed.Should().BeTrue();
        _fixture.Wire.Sent.Should().ContainSingle();
        _fixture.Clock.Passed.Should().BeEmpty();
    }

    [Fact]
    public async Task An_insert_is_not_sent_again_once_an_earlier_attempt_became_ambiguous()
    {
        _fixture.Wire.Fail(HttpRequestError.ConnectionError).Answer(HttpStatusCode.InternalServerError, "{}").Answer(StubHandler.Envelope());

        var failure = await _fixture.FailAsync<GainsightApiException>(PipelineFixture.Insert());

        failure.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        _fixture.Wire.Sent.Should().HaveCount(2);
    }

    [Fact]
    public async Task The_delay_doubles_and_jitter_reduces_it_by_up_to_half()
    {
        _fixture.Wire.Fail(HttpRequestError.ResponseEnded);

        await _fixture.FailAsync<GainsightTransportException>(PipelineFixture.Query());

        _fixture.Wire.Sent.Should().HaveCount(4);
        _fixture.Clock.Passed.Should().HaveCount(3);
        for (var i = 0; i < 3; i++)
        {
            _fixture.Clock.Passed[i].TotalSeconds.Should().BeInRange(0.5 * Math.Pow(2, i), Math.Pow(2, i));
        }
    }

    [Fact]
    public async Task A_failure_after_an_ambiguous_attempt_remembers_it()
    {
        _fixture.Wire.Fail(HttpRequestError.ResponseEnded).Fail(HttpRequestError.ConnectionError);

        var call = new CallState(PipelineFixture.Of(Operation.RecordsUpdate));

        var failure = await _fixture.FailAsync<GainsightTransportException>(call);

        failure.MayHaveBeenProcessed.Should().BeFalse();
        call.EarlierAttemptMayHaveBeenProcessed.Should().BeTrue();
    }

    [Fact]
    public async Task Retry_after_on_a_503_is_the_delay()
    {
        _fixture.Wire
            .Answer(HttpStatusCode.ServiceUnavailable, "{}", response => response.Headers.Add("Retry-After", "17"))
            .Answer(StubHandler.Envelope());

        using var response = await _fixture.SendAsync(PipelineFixture.Query());

        _fixture.Clock.Passed.Should().Equal(TimeSpan.FromSeconds(17));
    }

    [Theory]
    [InlineData("60", 2)]
    [InlineData("61", 1)]
    public async Task No_retry_begins_later_than_max_elapsed_after_the_first_attempt(string retryAfter, int expected)
    {
        using var fixture = new PipelineFixture(options => options.Retry.MaxElapsed = TimeSpan.FromSeconds(60));
        fixture.Wire
            .Answer(HttpStatusCode.ServiceUnavailable, "{}", response => response.Headers.Add("Retry-After", retryAfter))
            .Answer(HttpStatusCode.InternalServerError, "{}");

        await fixture.FailAsync<GainsightApiException>(PipelineFixture.Query());

        fixture.Wire.Sent.Should().HaveCount(expected);
        fixture.Clock.Passed.Sum(jump => jump.TotalSeconds).Should().BeLessThanOrEqualTo(60);
    }

    [Fact]
    public async Task Slow_attempts_use_up_max_elapsed()
    {
        using var fixture = new PipelineFixture(options => options.Retry.MaxElapsed = TimeSpan.FromSeconds(60));
        fixture.Wire.Do((_, _) =>
        {
            fixture.Clock.Advance(TimeSpan.FromSeconds(35));
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "wire");
        });

        await fixture.FailAsync<GainsightTransportException>(PipelineFixture.Query());

        fixture.Wire.Sent.Should().HaveCount(2);
    }

    [Fact]
    public async Task Waiting_for_quota_between_attempts_does_not_use_up_max_elapsed()
    {
        using var fixture = new PipelineFixture(options => options.Retry.MaxElapsed = TimeSpan.FromSeconds(60));
        fixture.Wire.Do((request, _) =>
        {
            fixture.Clock.Advance(TimeSpan.FromMinutes(10));
            CallState.Of(request).PermitWait += TimeSpan.FromMinutes(10);
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "wire");
        });

        await fixture.FailAsync<GainsightTransportException>(PipelineFixture.Query());

        fixture.Wire.Sent.Should().HaveCount(4);
    }

    [Fact]
    public async Task Answers_between_attempts_are_disposed()
    {
        _fixture.Wire.Answer(HttpStatusCode.BadGateway, "{\"result\":false}").Answer(StubHandler.Envelope("[1]"));

        using var response = await _fixture.SendAsync(PipelineFixture.Query());

        BufferedAnswer.Of(_fixture.Wire.Given[0]).Body.IsEmpty.Should().BeTrue();
        response.Data.ToArray().Should().Equal("[1]"u8.ToArray(), "the last answer is the caller's");
    }

    [Fact]
    public async Task A_call_without_retries_of_time_outs_fails_with_the_first_time_out()
    {
        Put(Wire.TimeOut, _fixture).Answer(StubHandler.Envelope());

        var failure = await _fixture.FailAsync<GainsightTransportException>(
            new ApiRequest { Operation = Operation.RecordsQuery, Object = "Company", RetryTimeouts = false });

        failure.IsTimeout.Should().BeTrue();
        _fixture.Wire.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task The_body_goes_out_again_with_every_attempt()
    {
        _fixture.Wire.Fail(HttpRequestError.ResponseEnded).Answer(StubHandler.Envelope());
        using var body = JsonBody.Create(0, static (writer, _) => writer.WriteStringValue("body"));

        using var response = await _fixture.SendAsync(PipelineFixture.Query(body: body));

        _fixture.Wire.Sent.Select(sent => sent.Body).Should().Equal("\"body\"", "\"body\"");
        body.Memory.Length.Should().Be(6);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_it_waits_to_be_sent_again_is_cancelled()
    {
        using var fixture = new PipelineFixture();
        fixture.Clock.PassesUpTo = null;
        using var cancellation = new CancellationTokenSource();
        fixture.Wire.Fail(HttpRequestError.ConnectionError);

        Task calling = fixture.SendAsync(PipelineFixture.Query(), cancellation.Token);
        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => calling).Should().ThrowAsync<OperationCanceledException>();
        fixture.Wire.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task Without_retries_a_failure_is_final()
    {
        using var fixture = new PipelineFixture(options => options.Retry.MaxRetries = 0);
        fixture.Wire.Fail(HttpRequestError.ConnectionError);

        await fixture.FailAsync<GainsightTransportException>(PipelineFixture.Query());

        fixture.Wire.Sent.Should().ContainSingle();
    }

    [Fact]
    public void Settings_out_of_range_are_named_with_the_range()
    {
        var options = new RetryOptions { MaxRetries = 11, Delay = TimeSpan.Zero, MaxElapsed = TimeSpan.FromDays(2), LateAfter = TimeSpan.FromSeconds(-1) };

        options.Problems().Select(problem => problem.Text).Should().HaveCount(4).And.Contain(text => text.Contains("between 0 and 10"));
        new RetryOptions().Problems().Should().BeEmpty();
    }

    public void Dispose() => _fixture.Dispose();

    private static StubHandler Put(Wire wire, PipelineFixture fixture) => wire switch
    {
        Wire.NotFoundName => fixture.Wire.Fail(HttpRequestError.NameResolutionError),
        Wire.NoConnection => fixture.Wire.Fail(HttpRequestError.ConnectionError),
        Wire.NoTls => fixture.Wire.Fail(HttpRequestError.SecureConnectionError),
        Wire.Cut => fixture.Wire.Fail(HttpRequestError.ResponseEnded),
        Wire.BodyCut => fixture.Wire.Fail(new IOException("reset")),
        Wire.TimeOut => fixture.Wire.Do((_, token) =>
        {
            fixture.Clock.Advance(fixture.Options.AttemptTimeout);
            token.ThrowIfCancellationRequested();
            throw new InvalidOperationException("not reached");
        }),
        Wire.Status500 => fixture.Wire.Answer(HttpStatusCode.InternalServerError, """{"result":false,"errorCode":"GU_1101"}"""),
        Wire.Status502 => fixture.Wire.Html(HttpStatusCode.BadGateway),
        Wire.Status503 => fixture.Wire.Answer(HttpStatusCode.ServiceUnavailable, "{}"),
        Wire.Html200 => fixture.Wire.Html(HttpStatusCode.OK),
        Wire.BrokenJson200 => fixture.Wire.Answer("""{"result":true,"data":["""),
        Wire.Status400 => fixture.Wire.Answer(HttpStatusCode.BadRequest, """{"result":false,"errorCode":"GSOBJ_1002"}"""),
        Wire.Status401 => fixture.Wire.Answer(HttpStatusCode.Unauthorized, """{"result":false,"errorCode":"GS_APIG_2401"}"""),
        Wire.Status403 => fixture.Wire.Answer(HttpStatusCode.Forbidden, """{"result":false,"errorCode":"GS_APIG_2402"}"""),
        Wire.Status404 => fixture.Wire.Answer(HttpStatusCode.NotFound, """{"result":false,"errorCode":"GS_APIG_1000"}"""),
        Wire.Status408 => fixture.Wire.Answer(HttpStatusCode.RequestTimeout, "{}"),
        Wire.Status425 => fixture.Wire.Html((HttpStatusCode)425),
        Wire.Html403 => fixture.Wire.Html(HttpStatusCode.Forbidden),
        Wire.Html404 => fixture.Wire.Html(HttpStatusCode.NotFound),
        Wire.Redirect => fixture.Wire.Html(HttpStatusCode.Found),
        Wire.Refused200 => fixture.Wire.Answer("""{"result":false,"errorCode":"GSOBJ_1002"}"""),
        Wire.Fault200 => fixture.Wire.Answer("""{"result":false,"errorCode":"GU_1101"}"""),
        Wire.NoResult200 => fixture.Wire.Answer("{}"),
        _ => throw new ArgumentOutOfRangeException(nameof(wire)),
    };
}
