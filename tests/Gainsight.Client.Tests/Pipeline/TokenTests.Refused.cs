using System.Net;

namespace Gainsight.Client.Tests;

/// <content>Tokens that are refused.</content>
public sealed partial class TokenTests
{
    [Fact]
    public async Task A_refused_token_is_replaced_and_even_an_insert_is_sent_again()
    {
        using var fixture = Fixture();
        Serve(fixture, Refuse("t-1"), Token("t-1"), Token("t-2"));

        using var response = await fixture.SendAsync(PipelineFixture.Insert());

        Bearers(fixture).Should().Equal("Bearer t-1", "Bearer t-2");
        response.EarlierAttemptMayHaveBeenProcessed.Should().BeFalse();
        fixture.Clock.Passed.Should().BeEmpty();
        fixture.Logs.Ids.Should().Equal(200, 202, 200);
    }

    [Fact]
    public async Task A_second_token_that_is_refused_is_final()
    {
        using var fixture = Fixture();
        Serve(fixture, _ => true, Token("t-1"), Token("t-2"), Token("t-3"));

        var failure = await fixture.FailAsync<GainsightAuthenticationException>(PipelineFixture.Query());

        Bearers(fixture).Should().Equal("Bearer t-1", "Bearer t-2");
        failure.Message.Should().Contain("OAuth client was refused");
    }

    [Fact]
    public async Task A_401_with_a_truncated_body_costs_one_resend_and_not_two()
    {
        using var fixture = Fixture();
        var calls = 0;
        fixture.Wire.Do((request, _) => Task.FromResult(
            request.RequestUri!.AbsolutePath == TokenPath ? StubHandler.Json(HttpStatusCode.OK, Token($"t-{calls + 1}"))
            : ++calls == 1 ? new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StreamContent(new BrokenStream()) }
            : StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope())));

        await CallAsync(fixture, 1);

        Bearers(fixture).Should().Equal("Bearer t-1", "Bearer t-2");
    }

    [Fact]
    public async Task A_token_that_many_calls_saw_refused_is_replaced_once()
    {
        using var fixture = Fixture();
        var allUnderWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var replaced = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int tokens = 0, refused = 0;
        var isRevoked = false;
        fixture.Wire.Do(async (request, _) =>
        {
            if (request.RequestUri!.AbsolutePath == TokenPath)
            {
                return StubHandler.Json(HttpStatusCode.OK, Token($"t-{Interlocked.Increment(ref tokens)}"));
            }

            if (request.Headers.Authorization!.ToString() != "Bearer t-1")
            {
                replaced.TrySetResult();
            }
            else if (isRevoked)
            {
                // Seven of the refusals arrive after the first one has led to a new token, which must not be discarded.
                var number = Interlocked.Increment(ref refused);
                if (number == 8)
                {
                    allUnderWay.SetResult();
                }

                await (number == 1 ? allUnderWay.Task : replaced.Task);
                return StubHandler.Json(HttpStatusCode.Unauthorized, """{"result":false,"errorCode":"GS_APIG_2401"}""");
            }

            return StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope());
        });
        await CallAsync(fixture, 1);
        isRevoked = true;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CallAsync(fixture, 1)));

        refused.Should().Be(8);
        tokens.Should().Be(2);
    }

    [Theory]
    [InlineData(400, "GSOBJ_1024")]
    [InlineData(200, "GSOBJ_1024")]
    [InlineData(400, "GS_APIG_2401")]
    public async Task A_token_that_any_status_refuses_by_its_code_is_renewed_and_the_call_is_sent_once_more(int status, string code)
    {
        using var fixture = Fixture();
        var refusal = $$"""{"result":false,"errorCode":"{{code}}"}""";
        fixture.Wire
            .Answer(Token("t-1")).Answer((HttpStatusCode)status, refusal)
            .Answer(Token("t-2")).Answer(StubHandler.Envelope())
            .Answer((HttpStatusCode)status, refusal).Answer(Token("t-3")).Answer((HttpStatusCode)status, refusal);

        (await fixture.SendAsync(PipelineFixture.Insert())).Dispose();

        Bearers(fixture).Should().Equal("Bearer t-1", "Bearer t-2");
        await fixture.FailAsync<GainsightAuthenticationException>(PipelineFixture.Insert());
        Bearers(fixture).Should().Equal(["Bearer t-1", "Bearer t-2", "Bearer t-2", "Bearer t-3"], "a token is renewed once for each call");
    }
}
