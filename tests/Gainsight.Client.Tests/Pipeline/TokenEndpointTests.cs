using System.Net;

namespace Gainsight.Client.Tests;

/// <summary>A slow or throttled token endpoint. The credential is not the reason, and the call that needs the token is not sent.</summary>
public sealed class TokenEndpointTests : IDisposable
{
    private const string TokenPath = "/v1/users/m2m/oauth/token";

    private readonly PipelineFixture _fixture = new(options => options.Credential = new ClientCredentialsCredential("client-1", "client-s3cret"));

    [Fact]
    public async Task A_token_that_does_not_come_in_time_is_a_call_that_was_not_sent()
    {
        _fixture.Options.Retry.MaxRetries = 0;
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _fixture.Wire.Do(async (_, token) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException("not reached");
        });

        var insert = new CallState(PipelineFixture.Insert());
        var failing = _fixture.FailAsync<GainsightTransportException>(insert);
        await asked.Task;
        _fixture.Clock.Advance(_fixture.Options.AttemptTimeout);
        var failure = await failing;

        failure.MayHaveBeenProcessed.Should().BeFalse();
        failure.IsTimeout.Should().BeFalse("asking for less would not help");
        failure.Message.Should().ContainEquivalentOf("token").And.Contain("100 s");
        insert.MayHaveBeenProcessed.Should().BeFalse();
        _fixture.Wire.Sent.Should().ContainSingle().Which.Address.AbsolutePath.Should().Be(TokenPath);
    }

    [Fact]
    public async Task A_throttled_token_request_is_retried_and_is_not_a_refused_credential()
    {
        _fixture.Wire
            .Answer(HttpStatusCode.TooManyRequests, "{}", response => response.Headers.Add("Retry-After", "7"))
            .Answer(HttpStatusCode.OK, """{"result":false,"errorCode":"GS_APIG_2404"}""")
            .Answer("""{"access_token":"t-1","expires_in":86400}""")
            .Answer(StubHandler.Envelope());

        using var response = await _fixture.SendAsync(PipelineFixture.Insert());

        _fixture.Wire.Sent.Select(sent => sent.Address.AbsolutePath).Should().Equal(TokenPath, TokenPath, TokenPath, "/v1/data/objects/Company");
        _fixture.Clock.Passed.Should().HaveCount(2);
        _fixture.Clock.Passed[0].Should().Be(TimeSpan.FromSeconds(7));
        _fixture.Clock.Passed[1].Should().BeCloseTo(TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(0.5), "without a time of the server's the back-off counts");
    }

    [Fact]
    public async Task A_token_request_that_stays_throttled_says_so()
    {
        _fixture.Wire.Answer(HttpStatusCode.TooManyRequests, "{}", response => response.Headers.Add("Retry-After", "30"));

        var failure = await _fixture.FailAsync<GainsightThrottledException>(PipelineFixture.Insert());

        failure.RetryAt.Should().Be(_fixture.Clock.GetUtcNow() + TimeSpan.FromSeconds(30));
        failure.MayHaveBeenProcessed.Should().BeFalse();
        _fixture.Wire.Sent.Should().HaveCount(4);
    }

    [Fact]
    public async Task A_time_of_the_year_9999_in_a_refusal_is_no_other_exception()
    {
        _fixture.Wire.Answer(HttpStatusCode.TooManyRequests, "{}", response =>
        {
            response.Headers.Date = _fixture.Clock.GetUtcNow() - TimeSpan.FromMinutes(1);
            response.Headers.TryAddWithoutValidation("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT");
        });

        await _fixture.FailAsync<GainsightThrottledException>(PipelineFixture.Insert());
    }

    [Fact]
    public async Task A_handler_that_fails_in_an_early_renewal_does_not_cost_the_call_while_the_old_token_is_good()
    {
        _fixture.Wire.Answer("""{"access_token":"t-1","expires_in":3600}""").Answer(StubHandler.Envelope());
        (await _fixture.SendAsync(PipelineFixture.Insert())).Dispose();
        _fixture.Clock.Advance(TimeSpan.FromMinutes(58));
        _fixture.Wire.Do((request, _) => request.RequestUri!.AbsolutePath == TokenPath
            ? throw new TimeoutException("A handler of the application.")
            : Task.FromResult(StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope())));

        (await _fixture.SendAsync(PipelineFixture.Insert())).Dispose();

        _fixture.Wire.Sent[^1].Headers["Authorization"].Should().Be("Bearer t-1");
        _fixture.Wire.Sent.Count(sent => sent.Address.AbsolutePath == TokenPath).Should().Be(2);
    }

    public void Dispose() => _fixture.Dispose();
}
