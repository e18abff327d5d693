using System.Net;
using System.Text.Json;

namespace Gainsight.Client.Tests;

public sealed class GainsightRequestTests
{
    [Theory]
    [InlineData("https://evil.example/v1/x", "*begin with one slash*")]
    [InlineData("//evil.example/v1/x", "*begin with one slash*")]
    [InlineData("v1/x", "*begin with one slash*")]
    [InlineData("", "*begin with one slash*")]
    [InlineData("/v1/../v2", "*'..'*")]
    [InlineData("/v1/%2e%2e/v2", "*'..'*")]
    [InlineData("/v1/%252e%252e/v2", "*'..'*")]
    [InlineData("/v1/a%2f..%2fb", "*'..'*")]
    [InlineData("/v1/./x", "*'.'*")]
    [InlineData("/v1/..;a=b/v2", "*'..'*")]
    [InlineData("/v1/%2e%2e%3b/v2", "*'..'*")]
    [InlineData("/v1/a b", "*white space*")]
    [InlineData("/v1/a\r\nHost: x", "*white space*")]
    [InlineData("/v1\\x", "*white space*")]
    [InlineData("/v1/x#y", "*white space*")]
    [InlineData("/v1/{id}", "*placeholder*")]
    public void A_path_that_leads_elsewhere_is_refused(string path, string problem) =>
        FluentActions.Invoking(() => new GainsightRequest(HttpMethod.Get, path)).Should().Throw<ArgumentException>().WithMessage(problem).WithParameterName(nameof(path));

    [Fact]
    public void A_method_is_sent_in_capitals() => new GainsightRequest(new HttpMethod("get"), "/v1/x").Method.Method.Should().Be("GET");

    [Theory]
    [InlineData("/v1/x")]
    [InlineData("/v1/a%20b/%7Bid%7D?from=..&to=a/../b")]
    [InlineData("/v1/...")]
    public void Other_paths_are_taken_as_they_are(string path) => new GainsightRequest(HttpMethod.Get, path).Path.Should().Be(path);

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("{\"secret\":")]
    [InlineData("{} {}")]
    public void A_body_that_is_not_one_JSON_value_is_refused_without_being_quoted(string body) =>
        FluentActions.Invoking(() => new GainsightRequest(HttpMethod.Post, "/v1/x") { Body = body })
            .Should().Throw<ArgumentException>().WithParameterName("Body").Which.ToString().Should().NotContain("secret");

    [Fact]
    public void A_body_with_half_a_character_is_refused() =>
        FluentActions.Invoking(() => new GainsightRequest(HttpMethod.Post, "/v1/x") { Body = "\"\ud800\"" }).Should().Throw<ArgumentException>();

    [Theory]
    [InlineData("""{"result":true,"data":{"a":1}}""", """{"a":1}""")]
    [InlineData("""{"result":true}""", null)]
    [InlineData("""{"schemas":[],"id":"x"}""", """{"schemas":[],"id":"x"}""")]
    [InlineData("[1]", "[1]")]
    [InlineData("", null)]
    [InlineData("plain", null)]
    public void Data_is_that_of_the_envelope_or_the_whole_JSON(string body, string? data)
    {
        var read = new GainsightResponse(HttpStatusCode.OK, body).Data;

        (read.ValueKind == JsonValueKind.Undefined ? null : read.GetRawText()).Should().Be(data);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"schemas":[]}""")]
    public async Task An_empty_answer_and_one_without_an_envelope_are_answers(string body)
    {
        using var client = Client(body, out var wire);

        var answer = await client.SendAsync(new GainsightRequest(HttpMethod.Delete, "/v1/x"));

        answer.Body.Should().Be(body);
        wire.Sent.Should().ContainSingle().Which.Address.Should().Be(new Uri("https://northwind.gainsightcloud.com/v1/x"));
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("""{"result":false,"errorCode":"X"}""")]
    public async Task A_web_page_and_a_refusal_are_no_answers(string body)
    {
        using var client = Client(body, out _);

        await FluentActions.Awaiting(() => client.SendAsync(new GainsightRequest(HttpMethod.Get, "/v1/x"))).Should().ThrowAsync<GainsightException>();
    }

    [Fact]
    public async Task An_attempt_that_was_not_sent_does_not_hide_an_earlier_one_that_may_have_been_carried_out()
    {
        using var clock = new TestSupport.VirtualClock { PassesUpTo = TimeSpan.FromMinutes(1) };
        using var wire = new StubHandler();
        wire.Fail(HttpRequestError.ResponseEnded).Fail(HttpRequestError.ConnectionError);
        using var client = new GainsightClient(new GainsightClientOptions { Tenant = "northwind", Credential = new AccessKeyCredential("key"), PrimaryHandler = wire, TimeProvider = clock });

        var failure = (await FluentActions.Awaiting(() => client.SendAsync(new GainsightRequest(HttpMethod.Put, "/v1/x") { Body = "{}", CanRepeat = true }))
            .Should().ThrowAsync<GainsightTransportException>()).Which;

        failure.MayHaveBeenProcessed.Should().BeTrue();
        failure.Message.Should().Contain("an earlier attempt may have been carried out");
    }

    [Theory]
    [InlineData("PUT", true)]
    [InlineData("GET", false)]
    public async Task A_refusal_after_such_an_attempt_keeps_its_type(string method, bool mayHaveBeenProcessed)
    {
        using var clock = new TestSupport.VirtualClock { PassesUpTo = TimeSpan.FromMinutes(1) };
        using var wire = new StubHandler();
        wire.Fail(HttpRequestError.ResponseEnded).Answer(HttpStatusCode.BadRequest, """{"result":false,"errorCode":"GSOBJ_1002","errorDesc":"x"}""");
        using var client = new GainsightClient(new GainsightClientOptions { Tenant = "northwind", Credential = new AccessKeyCredential("key"), PrimaryHandler = wire, TimeProvider = clock });

        var failure = (await FluentActions.Awaiting(() => client.SendAsync(new GainsightRequest(new HttpMethod(method), "/v1/x") { CanRepeat = true }))
            .Should().ThrowAsync<GainsightValidationException>()).Which;

        (failure.MayHaveBeenProcessed, failure.ErrorCode).Should().Be((mayHaveBeenProcessed, "GSOBJ_1002"));
    }

    private static GainsightClient Client(string body, out StubHandler wire)
    {
        wire = new StubHandler();
        wire.Answer(body);
        return new GainsightClient(new GainsightClientOptions { Tenant = "northwind", Credential = new AccessKeyCredential("key"), PrimaryHandler = wire });
    }
}
