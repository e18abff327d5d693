using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Hedging;
using Polly.Retry;
using Polly.Timeout;

namespace Gainsight.Client.Tests;

public sealed class ConfigureRetryTests
{
    [Fact]
    public async Task The_callers_pipeline_replaces_the_retries()
    {
        using var fixture = RetryEverything(6);
        fixture.Wire.Answer(HttpStatusCode.BadRequest, """{"result":false,"errorCode":"GSOBJ_1002"}""");

        await fixture.FailAsync<GainsightValidationException>(PipelineFixture.Query());

        fixture.Wire.Sent.Should().HaveCount(7);
    }

    [Fact]
    public async Task It_runs_on_the_clients_clock()
    {
        using var fixture = RetryEverything(1);
        fixture.Wire.Fail(HttpRequestError.ConnectionError).Answer(StubHandler.Envelope());

        using var response = await fixture.SendAsync(PipelineFixture.Query());

        fixture.Clock.Passed.Should().Equal(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task It_cannot_resend_an_insert_after_a_broken_connection()
    {
        using var fixture = RetryEverything(3);
        fixture.Wire.Fail(HttpRequestError.ResponseEnded).Answer(StubHandler.Envelope());

        var failure = await fixture.FailAsync<GainsightTransportException>(PipelineFixture.Insert());

        failure.MayHaveBeenProcessed.Should().BeTrue();
        fixture.Wire.Sent.Should().ContainSingle();
        fixture.Logs.Records.Should().Contain(entry => entry.Id == 101);
    }

    [Theory]
    [InlineData(500, """{"result":false,"errorCode":"GU_1101","requestId":"r-9"}""", typeof(GainsightApiException), "r-9")]
    [InlineData(200, "<html>", typeof(GainsightProtocolException), null)]
    [InlineData(200, """{"result":tr""", typeof(GainsightProtocolException), null)]
    [InlineData(200, """{"result":true,"data":{"count":1}}""", typeof(GainsightProtocolException), null)]
    public async Task It_cannot_resend_an_insert_after_an_answer_of_unknown_fate(int status, string body, Type expected, string? requestId)
    {
        using var fixture = RetryEverything(3);
        fixture.Wire.Answer((HttpStatusCode)status, body).Answer(StubHandler.Envelope());

        var failure = await fixture.FailAnyAsync(PipelineFixture.Insert());

        failure.Should().BeOfType(expected);
        failure.As<GainsightException>().MayHaveBeenProcessed.Should().BeTrue();
        (failure is GainsightApiException told ? told.RequestId : null).Should().Be(requestId);
        fixture.Wire.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task It_cannot_resend_an_insert_after_a_bug_in_a_handler()
    {
        using var fixture = RetryEverything(3);
        fixture.Wire.Fail(new InvalidOperationException("a bug")).Answer(StubHandler.Envelope());

        await fixture.FailAsync<InvalidOperationException>(PipelineFixture.Insert());

        fixture.Wire.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task It_may_resend_an_insert_that_provably_was_not_processed()
    {
        using var fixture = RetryEverything(3, handleSuccess: false);
        fixture.Options.Quota.MaxQueueWait = TimeSpan.FromMinutes(1);
        fixture.Wire.Fail(HttpRequestError.ConnectionError)
            .Answer(HttpStatusCode.TooManyRequests, "{}")
            .Answer(HttpStatusCode.BadRequest, "{}")
            .Answer(StubHandler.Envelope());

        using var response = await fixture.SendAsync(PipelineFixture.Insert());

        fixture.Wire.Sent.Should().HaveCount(4);
        response.EarlierAttemptMayHaveBeenProcessed.Should().BeFalse();
    }

    [Fact]
    public async Task An_insert_that_succeeds_after_two_refused_tokens_and_a_retry_of_the_callers_pipeline_is_not_sent_again()
    {
        using var fixture = RetryEverything(3, handleSuccess: false);
        fixture.Options.Credential = new ClientCredentialsCredential("client-1", "client-s3cret");
        var tokens = 0;
        fixture.Wire.Do((request, _) => Task.FromResult(
            request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal)
                ? StubHandler.Json(HttpStatusCode.OK, $$"""{"access_token":"t-{{++tokens}}","expires_in":86400}""")
            : tokens < 3 ? StubHandler.Json(HttpStatusCode.Unauthorized, """{"result":false,"errorCode":"GS_APIG_2401"}""")
            : StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope())));

        using var response = await fixture.SendAsync(PipelineFixture.Insert());

        fixture.Wire.Sent.Select(sent => sent.Headers["Authorization"]).Where(header => header.StartsWith("Bearer", StringComparison.Ordinal))
            .Should().Equal("Bearer t-1", "Bearer t-2", "Bearer t-3");
    }

    [Fact]
    public async Task It_cannot_run_attempts_side_by_side()
    {
        var hedgedTwice = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var fixture = new PipelineFixture(options => options.ConfigureRetry(builder => builder.AddHedging(
            new HedgingStrategyOptions<HttpResponseMessage>
            {
                MaxHedgedAttempts = 2,
                Delay = TimeSpan.Zero,
                OnHedging = arguments =>
                {
                    if (arguments.AttemptNumber == 1)
                    {
                        hedgedTwice.SetResult();
                    }

                    return default;
                },
            })));
        fixture.Wire.Do(async (_, _) =>
        {
            await hedgedTwice.Task;
            return StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope());
        });

        using var response = await fixture.SendAsync(PipelineFixture.Insert());

        fixture.Wire.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task A_time_out_of_the_pipeline_is_a_transport_failure_of_unknown_fate()
    {
        using var fixture = new PipelineFixture(options => options.ConfigureRetry(builder => builder.AddTimeout(
            new TimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(95) })));
        fixture.Wire.Do((_, token) =>
        {
            fixture.Clock.Advance(TimeSpan.FromSeconds(96));
            token.ThrowIfCancellationRequested();
            throw new InvalidOperationException("not reached");
        });

        var failure = await fixture.FailAsync<GainsightTransportException>(PipelineFixture.Insert());

        failure.MayHaveBeenProcessed.Should().BeTrue();
        failure.Message.Should().Contain("retry pipeline gave up");
    }

    [Fact]
    public async Task An_open_circuit_is_a_transport_failure_that_never_left()
    {
        var breaker = new CircuitBreakerManualControl(isIsolated: true);
        using var fixture = new PipelineFixture(options => options.ConfigureRetry(builder => builder.AddCircuitBreaker(
            new CircuitBreakerStrategyOptions<HttpResponseMessage> { ManualControl = breaker })));

        var failure = await fixture.FailAsync<GainsightTransportException>(PipelineFixture.Insert());

        failure.MayHaveBeenProcessed.Should().BeFalse();
        fixture.Wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public void A_pipeline_must_be_given() =>
        FluentActions.Invoking(() => new GainsightClientOptions().ConfigureRetry(null!)).Should().Throw<ArgumentNullException>();

    private static PipelineFixture RetryEverything(int times, bool handleSuccess = true) => new(options => options.ConfigureRetry(builder =>
        builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = times,
            Delay = TimeSpan.FromSeconds(2),
            BackoffType = DelayBackoffType.Constant,
            ShouldHandle = arguments => new ValueTask<bool>(
                arguments.Outcome.Exception is not null || handleSuccess || !arguments.Outcome.Result!.IsSuccessStatusCode),
        })));
}
