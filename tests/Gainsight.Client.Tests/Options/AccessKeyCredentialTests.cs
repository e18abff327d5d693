using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text.Json;
using Gainsight.Client.TestSupport;
using Polly;
using Polly.Retry;

namespace Gainsight.Client.Tests;

public sealed class AccessKeyCredentialTests
{
    [Fact]
    public async Task A_new_key_is_used_from_the_next_attempt_on()
    {
        using var fixture = new PipelineFixture();
        fixture.Wire
            .Do((_, _) =>
            {
                ((AccessKeyCredential)fixture.Options.Credential!).Update("key-two");
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "wire");
            })
            .Answer(StubHandler.Envelope());

        using var response = await fixture.SendAsync(PipelineFixture.Query());

        fixture.Wire.Sent.Select(sent => sent.Headers["Accesskey"]).Should().Equal(PipelineFixture.AccessKey, "key-two");
    }

    [Fact]
    public async Task A_refused_key_is_final()
    {
        using var fixture = new PipelineFixture();
        fixture.Wire.Answer(HttpStatusCode.Unauthorized, """{"result":false,"errorCode":"GS_APIG_2401"}""").Answer(StubHandler.Envelope());

        var failure = await fixture.FailAsync<GainsightAuthenticationException>(PipelineFixture.Query());

        failure.Message.Should().Contain("replaced").And.Contain("revoked").And.NotContain(PipelineFixture.AccessKey);
        fixture.Wire.Sent.Should().ContainSingle();
    }

    [Theory]
    [InlineData("", "*empty*")]
    [InlineData(" ", "*white space*Remove it*")]
    [InlineData("key\n", "*white space*Remove it*")]
    [InlineData("k ey", "*white space*Remove it*")]
    [InlineData("key\u0001", "*not allowed in a header*")]
    [InlineData("kéy", "*not allowed in a header*")]
    public void An_invalid_key_is_refused_with_the_remedy(string key, string message)
    {
        var credential = new AccessKeyCredential("good");

        foreach (var refused in new Action[]
        {
            () => _ = new AccessKeyCredential(key),
            () => credential.Update(key),
            () => _ = new ClientCredentialsCredential("id", key),
            () => _ = new ClientCredentialsCredential(key, "secret"),
        })
        {
            refused.Should().Throw<ArgumentException>().WithMessage(message).Which.Message.Should().NotContain("kéy");
        }

        credential.Key.Should().Be("good");
    }

    [Fact]
    public void A_missing_key_is_refused()
    {
        FluentActions.Invoking(() => new AccessKeyCredential(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new ClientCredentialsCredential("id", null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void No_secret_shows_in_text_json_or_a_debugger()
    {
        object[] secrets = [new AccessKeyCredential("s3cret"), new ClientCredentialsCredential("s3cret", "s3cret"),
            new AccessToken("Bearer s3cret", default, default)];

        foreach (var secret in secrets)
        {
            secret.ToString().Should().NotContain("s3cret");
        }

        foreach (var credential in secrets[..2])
        {
            JsonSerializer.Serialize(credential, credential.GetType()).Should().NotContain("s3cret");
            credential.GetType().GetCustomAttribute<DebuggerDisplayAttribute>()!.Value.Should().Be("{ToString(),nq}");
            credential.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(property => property.GetValue(credential)?.ToString()).Should().NotContain("s3cret");
        }
    }

    [Fact]
    public async Task A_request_that_was_redirected_to_another_host_is_not_sent()
    {
        using var fixture = new PipelineFixture(options => options.ConfigureRetry(builder => builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 1,
            Delay = TimeSpan.Zero,
        })));
        fixture.Wire
            .Do((request, _) =>
            {
                request.RequestUri = new Uri("https://evil.example/v1");
                throw new HttpRequestException(HttpRequestError.ConnectionError, "wire");
            })
            .Answer(StubHandler.Envelope());

        var failure = await fixture.FailAsync<InvalidOperationException>(PipelineFixture.Query());

        failure.Message.Should().Contain("another host than northwind.gainsightcloud.com");
        fixture.Wire.Sent.Should().ContainSingle();
        fixture.Logs.Records.Should().Contain(entry => entry.Id == 102 && entry.Message.Contains("evil.example"));
    }

    [Theory]
    [InlineData("http://northwind.gainsightcloud.com/v1")]
    [InlineData("https://northwind.gainsightcloud.com:444/v1")]
    [InlineData("https://northwind.gainsightcloud.com.evil.example/v1")]
    public async Task Scheme_and_port_are_pinned_like_the_host(string address)
    {
        using var wire = new StubHandler();
        wire.Answer(StubHandler.Envelope());
        using var logs = new Logs();
        var options = new GainsightClientOptions { Credential = new AccessKeyCredential("key") };
        var credential = new RequestCredential(options, new Uri("https://northwind.gainsightcloud.com/"), logs.CreateLogger("test"));
        using var invoker = new HttpMessageInvoker(wire);
        var call = new CallState(PipelineFixture.Query());
        using var request = call.CreateMessage(HttpMethod.Post, new Uri(address));

        await FluentActions.Awaiting(() => credential.SendAsync(request, call, invoker.SendAsync, CancellationToken.None)).Should().ThrowAsync<InvalidOperationException>();

        wire.Sent.Should().BeEmpty();
        request.Headers.Contains("Accesskey").Should().BeFalse();
    }
}
