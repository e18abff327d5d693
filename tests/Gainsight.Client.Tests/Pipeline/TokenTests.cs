using System.Net;
using System.Text;

namespace Gainsight.Client.Tests;

public sealed partial class TokenTests
{
    private const string TokenPath = "/v1/users/m2m/oauth/token";
    private const string Secret = "client-s3cret";

    [Fact]
    public async Task The_token_is_requested_once_and_sent_as_bearer()
    {
        using var fixture = Fixture();
        Serve(fixture, Token("t-1"));

        await CallAsync(fixture, 3);

        fixture.Wire.Sent.Should().HaveCount(4);
        var asked = fixture.Wire.Sent[0];
        asked.Method.Should().Be(HttpMethod.Post);
        asked.Address.Should().Be(new Uri($"https://northwind.gainsightcloud.com{TokenPath}"));
        asked.Headers["Authorization"].Should().Be("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"client-1:{Secret}")));
        asked.Headers.Should().Contain("Accept", "application/json").And.NotContainKey("Accesskey");
        asked.ContentType.Should().Be("application/x-www-form-urlencoded");
        asked.Body.Should().Be("grant_type=client_credentials");
        fixture.Wire.Sent.Skip(1).Should().OnlyContain(sent =>
            sent.Headers["Authorization"] == "Bearer t-1" && !sent.Headers.ContainsKey("Accesskey"));
    }

    [Fact]
    public async Task The_token_request_can_be_empty()
    {
        using var fixture = Fixture(empty: true);
        Serve(fixture, Token("t-1"));

        await CallAsync(fixture, 1);

        fixture.Wire.Sent[0].Body.Should().BeEmpty();
        fixture.Wire.Sent[0].ContentType.Should().Be("application/json");
    }

    [Fact]
    public async Task Many_calls_wait_for_one_token_request()
    {
        using var fixture = Fixture();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var requests = 0;
        fixture.Wire.Do(async (request, _) =>
        {
            if (request.RequestUri!.AbsolutePath != TokenPath)
            {
                return StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope());
            }

            if (Interlocked.Increment(ref requests) == 1)
            {
                return StubHandler.Json(HttpStatusCode.OK, Token("t-0", lifetime: 60));
            }

            asked.TrySetResult();
            await release.Task;
            return StubHandler.Json(HttpStatusCode.OK, Token("t-1"));
        });

        // The first call of a client is sent alone. The others follow together, here without a valid token.
        await CallAsync(fixture, 1);
        fixture.Clock.Advance(TimeSpan.FromMinutes(2));

        var impatient = new CancellationTokenSource();
        Task first = fixture.SendAsync(PipelineFixture.Query(), impatient.Token);
        await asked.Task;
        var others = Task.WhenAll(Enumerable.Range(0, 10).Select(_ => CallAsync(fixture, 1)));
        await impatient.CancelAsync();
        await FluentActions.Awaiting(() => first).Should().ThrowAsync<OperationCanceledException>();
        release.SetResult();
        await others;

        requests.Should().Be(2, "a caller that gives up does not take the token from the others");
    }

    [Theory]
    [InlineData(86_400, 86_400 - 300)]
    [InlineData(600, 540)]
    public async Task The_token_is_renewed_before_it_expires(int lifetime, int renewedAfter)
    {
        using var fixture = Fixture();
        Serve(fixture, Token("t-1", lifetime), Token("t-2", lifetime));
        await CallAsync(fixture, 1);

        fixture.Clock.Advance(TimeSpan.FromSeconds(renewedAfter - 1));
        await CallAsync(fixture, 1);
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        await CallAsync(fixture, 1);

        Bearers(fixture).Should().Equal("Bearer t-1", "Bearer t-1", "Bearer t-2");
    }

    [Fact]
    public async Task After_a_failed_renewal_the_old_token_is_used_until_it_expires()
    {
        using var fixture = Fixture();
        var asked = 0;
        fixture.Wire.Do((request, _) => Task.FromResult(
            request.RequestUri!.AbsolutePath != TokenPath ? StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope())
            : ++asked == 1 ? StubHandler.Json(HttpStatusCode.OK, Token("t-1", 600))
            : StubHandler.Json(HttpStatusCode.BadRequest, "{}")));
        await CallAsync(fixture, 1);

        fixture.Clock.Advance(TimeSpan.FromSeconds(545));
        await CallAsync(fixture, 3);
        asked.Should().Be(2, "a renewal that failed is not tried with every call");
        fixture.Clock.Advance(TimeSpan.FromSeconds(60));
        await fixture.FailAsync<GainsightAuthenticationException>(PipelineFixture.Query());

        Bearers(fixture).Should().OnlyContain(bearer => bearer == "Bearer t-1").And.HaveCount(4);
        fixture.Logs.Records.Should().Contain(entry => entry.Id == 201);
    }

    [Fact]
    public async Task An_old_token_that_is_used_after_a_failed_renewal_is_discarded_when_it_is_refused()
    {
        using var fixture = Fixture();
        var refuses = false;
        var answers = new Queue<HttpResponseMessage>(
        [
            StubHandler.Json(HttpStatusCode.OK, Token("t-1", 600)),
            StubHandler.Json(HttpStatusCode.BadRequest, "{}"),
            StubHandler.Json(HttpStatusCode.OK, Token("t-2", 600)),
        ]);
        fixture.Wire.Do((request, _) => Task.FromResult(
            request.RequestUri!.AbsolutePath == TokenPath ? answers.Dequeue()
            : refuses && request.Headers.Authorization!.Parameter == "t-1" ? StubHandler.Json(HttpStatusCode.Unauthorized, "{}")
            : StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope())));
        await CallAsync(fixture, 1);
        fixture.Clock.Advance(TimeSpan.FromSeconds(545));
        await CallAsync(fixture, 1);

        refuses = true;
        await CallAsync(fixture, 1);

        Bearers(fixture).Should().Equal("Bearer t-1", "Bearer t-1", "Bearer t-1", "Bearer t-2");
    }

    [Fact]
    public async Task A_token_that_is_refused_while_its_renewal_fails_is_not_put_back()
    {
        using var fixture = new PipelineFixture(options =>
        {
            options.Credential = new ClientCredentialsCredential("client-1", Secret);
            options.AttemptTimeout = TimeSpan.FromHours(1);
        });
        var isUnderWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isRefused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isRenewing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var renewalFails = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = 0;
        fixture.Wire.Do(async (request, _) =>
        {
            if (request.RequestUri!.AbsolutePath != TokenPath)
            {
                isUnderWay.TrySetResult();
                await isRefused.Task;
                return StubHandler.Json(HttpStatusCode.Unauthorized, """{"result":false,"errorCode":"GS_APIG_2401"}""");
            }

            if (++asked == 1)
            {
                return StubHandler.Json(HttpStatusCode.OK, Token("t-1", 600));
            }

            isRenewing.TrySetResult();
            await renewalFails.Task;
            return StubHandler.Json(HttpStatusCode.BadRequest, "{}");
        });
        var refused = fixture.FailAsync<GainsightAuthenticationException>(PipelineFixture.Query());
        await isUnderWay.Task;
        fixture.Clock.Advance(TimeSpan.FromSeconds(545));
        var waiting = fixture.FailAsync<GainsightAuthenticationException>(PipelineFixture.Query());
        await isRenewing.Task;

        isRefused.SetResult();
        while (!fixture.Logs.Ids.Contains(202))
        {
            await Task.Yield();
        }

        renewalFails.SetResult();
        await Task.WhenAll(refused, waiting);

        Bearers(fixture).Should().Equal(["Bearer t-1"], "the token was refused while its renewal was under way");
    }

    [Fact]
    public async Task A_renewal_that_fails_after_all_its_callers_have_left_is_not_an_unobserved_exception()
    {
        var unobserved = 0;
        void Count(object? sender, UnobservedTaskExceptionEventArgs arguments)
        {
            if (arguments.Exception.ToString().Contains("left behind", StringComparison.Ordinal))
            {
                unobserved++;
            }
        }

        TaskScheduler.UnobservedTaskException += Count;
        try
        {
            await LeaveAsync();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Count;
        }

        unobserved.Should().Be(0);

        static async Task LeaveAsync()
        {
            using var fixture = Fixture();
            using var impatient = new CancellationTokenSource();
            var asked = new TaskCompletionSource();
            var failure = new TaskCompletionSource<HttpResponseMessage>();
            fixture.Wire.Do((_, _) =>
            {
                asked.SetResult();
                return failure.Task;
            });
            Task calling = fixture.SendAsync(PipelineFixture.Query(), impatient.Token);
            await asked.Task;
            await impatient.CancelAsync();
            await FluentActions.Awaiting(() => calling).Should().ThrowAsync<OperationCanceledException>();
            failure.SetException(new InvalidOperationException("left behind"));
        }
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_client","error_description":"client-s3cret"}""")]
    [InlineData(401, """{"result":false,"errorCode":"GS_APIG_2401","errorDesc":"Unauthorized","requestId":"r-5"}""")]
    [InlineData(403, "<html>")]
    [InlineData(200, """{"token_type":"Bearer"}""")]
    [InlineData(200, """{"access_token":"","expires_in":5}""")]
    [InlineData(200, """{"access_token":"line\nbreak"}""")]
    [InlineData(200, "<html>")]
    [InlineData(200, """{"access_token":"cut""")]
    public async Task A_token_that_is_not_given_is_an_authentication_failure_and_the_call_is_not_sent(int status, string body)
    {
        using var fixture = Fixture();
        fixture.Wire.Answer((HttpStatusCode)status, body);

        var failure = await fixture.FailAsync<GainsightAuthenticationException>(PipelineFixture.Insert());

        failure.StatusCode.Should().Be((HttpStatusCode)status);
        failure.MayHaveBeenProcessed.Should().BeFalse();
        failure.ToString().Should().Contain("Authentication.Token").And.NotContain(Secret).And.NotContain("client-1");
        fixture.Wire.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task A_token_endpoint_that_fails_for_a_moment_is_asked_again_even_for_an_insert()
    {
        using var fixture = Fixture();
        fixture.Wire
            .Fail(HttpRequestError.ResponseEnded)
            .Answer(HttpStatusCode.BadGateway, "<html>")
            .Answer(Token("t-1"))
            .Answer(StubHandler.Envelope());

        using var response = await fixture.SendAsync(PipelineFixture.Insert());

        response.EarlierAttemptMayHaveBeenProcessed.Should().BeFalse();
        fixture.Wire.Sent.Select(sent => sent.Address.AbsolutePath).Should().Equal(TokenPath, TokenPath, TokenPath, "/v1/data/objects/Company");
    }

    [Theory]
    [InlineData("86400")]
    [InlineData("\"86400\"")]
    [InlineData("99999999999999")]
    [InlineData("-5")]
    [InlineData("null")]
    [InlineData("{}")]
    public void The_lifetime_of_a_token_is_read_leniently(string expiresIn)
    {
        var now = new DateTimeOffset(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

        var token = AccessToken.Read(
            Encoding.UTF8.GetBytes($$"""{"scope":["x"],"expires_in":{{expiresIn}},"access_token":"t"}"""), now)!;

        token.Header.Should().Be("Bearer t");
        token.ExpiresAt.Should().BeAfter(now);
        token.RefreshAt.Should().BeOnOrBefore(token.ExpiresAt).And.BeOnOrAfter(now);
        if (expiresIn.Contains("86400"))
        {
            token.ExpiresAt.Should().Be(now.AddDays(1));
        }
    }

    private static PipelineFixture Fixture(bool empty = false) => new(options =>
        options.Credential = new ClientCredentialsCredential("client-1", Secret) { UseEmptyTokenRequest = empty });

    private static string Token(string token, int lifetime = 86_400) =>
        $$"""{"access_token":"{{token}}","token_type":"Bearer","expires_in":{{lifetime}}}""";

    private static Func<string, bool> Refuse(string token) => header => header == $"Bearer {token}";

    private static void Serve(PipelineFixture fixture, params string[] tokens) => Serve(fixture, _ => false, tokens);

    private static void Serve(PipelineFixture fixture, Func<string, bool> refuses, params string[] tokens)
    {
        var left = new Queue<string>(tokens);
        fixture.Wire.Do((request, _) => Task.FromResult(
            request.RequestUri!.AbsolutePath == TokenPath ? StubHandler.Json(HttpStatusCode.OK, left.Dequeue())
            : refuses(request.Headers.Authorization!.ToString())
                ? StubHandler.Json(HttpStatusCode.Unauthorized, """{"result":false,"errorCode":"GS_APIG_2401"}""")
                : StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope())));
    }

    private static async Task CallAsync(PipelineFixture fixture, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var response = await fixture.SendAsync(PipelineFixture.Query());
        }
    }

    private static IEnumerable<string> Bearers(PipelineFixture fixture) =>
        fixture.Wire.Sent.Where(sent => sent.Address.AbsolutePath != TokenPath).Select(sent => sent.Headers["Authorization"]);

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<int>(new IOException("reset"));
    }
}
