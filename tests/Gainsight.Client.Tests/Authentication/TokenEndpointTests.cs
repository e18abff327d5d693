namespace Gainsight.Client.Tests;

/// <summary>A token endpoint that is slow: that is not the credential's fault, and the call that needs the token has not been sent.</summary>
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

        ApiRequest insert = PipelineFixture.Insert();
        Task<GainsightTransportException> failing = _fixture.FailAsync<GainsightTransportException>(insert);
        await asked.Task;
        _fixture.Clock.Advance(_fixture.Options.AttemptTimeout);
        GainsightTransportException failure = await failing;

        failure.MayHaveBeenProcessed.Should().BeFalse();
        failure.IsTimeout.Should().BeFalse("asking for less would not help");
        failure.Message.Should().ContainEquivalentOf("token").And.Contain("100 s");
        insert.MayHaveBeenProcessed.Should().BeFalse();
        _fixture.Wire.Sent.Should().ContainSingle().Which.Address.AbsolutePath.Should().Be(TokenPath);
    }

    public void Dispose() => _fixture.Dispose();
}
