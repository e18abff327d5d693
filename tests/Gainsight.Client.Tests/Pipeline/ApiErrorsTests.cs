using System.Net;
using System.Text;

namespace Gainsight.Client.Tests;

public sealed class ApiErrorsTests : IDisposable
{
    private readonly PipelineFixture _fixture = new(options => options.Retry.MaxRetries = 0);

    [Theory]
    [InlineData(401, "GS_APIG_2401", typeof(GainsightAuthenticationException), "*access key was refused*wrong*replaced*revoked*")]
    [InlineData(401, null, typeof(GainsightAuthenticationException), "*access key was refused*")]
    [InlineData(403, null, typeof(GainsightAuthenticationException), "*access key was refused*")]
    [InlineData(400, "GSOBJ_1024", typeof(GainsightAuthenticationException), "*access key was refused*")]
    [InlineData(401, "GS_APIG_2402", typeof(GainsightAuthenticationException), "*allow-list*")]
    [InlineData(403, "GS_APIG_2402", typeof(GainsightAuthenticationException), "*allow-list*")]
    [InlineData(200, "GS_APIG_2402", typeof(GainsightAuthenticationException), "*allow-list*")]
    [InlineData(429, null, typeof(GainsightThrottledException), "*quota is used up*Nothing was written*")]
    [InlineData(429, "GU_2400", typeof(GainsightThrottledException), "*quota is used up*")]
    [InlineData(200, "GS_APIG_2404", typeof(GainsightThrottledException), "*quota is used up*")]
    [InlineData(404, "GS_APIG_1000", typeof(GainsightNotFoundException), "*route does not exist*")]
    [InlineData(404, null, typeof(GainsightNotFoundException), "*does not exist*")]
    [InlineData(400, "OBJECT_NOT_FOUND", typeof(GainsightNotFoundException), "*object does not exist*Data Management*")]
    [InlineData(200, "OBJECT_NOT_FOUND", typeof(GainsightNotFoundException), "*object does not exist*")]
    [InlineData(400, "GSOBJ_1001", typeof(GainsightValidationException), "*longer than its field*")]
    [InlineData(400, "GSOBJ_1002", typeof(GainsightValidationException), "*field does not exist*")]
    [InlineData(400, "GSOBJ_1004", typeof(GainsightValidationException), "*GSID*")]
    [InlineData(400, "GSOBJ_1005", typeof(GainsightValidationException), "*date-time*")]
    [InlineData(400, "GSOBJ_1006", typeof(GainsightValidationException), "*DateFormat*")]
    [InlineData(400, "GSOBJ_1007", typeof(GainsightValidationException), "*null*")]
    [InlineData(400, "GSOBJ_1008", typeof(GainsightValidationException), "*type*")]
    [InlineData(400, "GSOBJ_1011", typeof(GainsightValidationException), "*No record matches*")]
    [InlineData(400, "GSOBJ_1012", typeof(GainsightValidationException), "*picklist value*")]
    [InlineData(400, "GSOBJ_1023", typeof(GainsightValidationException), "*path*")]
    [InlineData(400, "GSOBJ_PEOPLE1001", typeof(GainsightValidationException), "*Create it first*")]
    [InlineData(400, "GSOBJ_VDTEMAIL1001", typeof(GainsightValidationException), "*type*")]
    [InlineData(400, "GSOBJ_9999", typeof(GainsightValidationException), "*GSOBJ_9999*")]
    [InlineData(200, "GSOBJ_1XXX", typeof(GainsightValidationException), "*GSOBJ_1XXX*")]
    [InlineData(200, "COCKPIT_5101", typeof(GainsightValidationException), "*COCKPIT_5101*")]
    [InlineData(200, null, typeof(GainsightValidationException), "*without a reason*")]
    [InlineData(400, null, typeof(GainsightValidationException), "*refused the request's data*")]
    [InlineData(400, "GU_1101", typeof(GainsightApiException), "*unexpected error*")]
    [InlineData(404, "GU_1101", typeof(GainsightApiException), "*unexpected error*")]
    [InlineData(200, "GSOBJ_1003", typeof(GainsightApiException), "*database failed*")]
    [InlineData(200, "GU_1101", typeof(GainsightApiException), "*unexpected error*")]
    [InlineData(500, "GU_1101", typeof(GainsightApiException), "*unexpected error*request id*")]
    [InlineData(500, "GSOBJ_1003", typeof(GainsightApiException), "*database failed*")]
    [InlineData(503, null, typeof(GainsightApiException), "*failed while working*")]
    public async Task Every_refusal_has_its_type_and_its_remedy(int status, string? code, Type expected, string message)
    {
        var codeJson = code is null ? "null" : $"\"{code}\"";
        _fixture.Wire.Answer(
            (HttpStatusCode)status, $$"""{"result":false,"errorCode":{{codeJson}},"errorDesc":"Stage = Orbiting","requestId":"r-7","data":null}""");

        var failure = (GainsightApiException)await _fixture.FailAnyAsync(PipelineFixture.Query());

        failure.Should().BeOfType(expected);
        failure.StatusCode.Should().Be((HttpStatusCode)status);
        failure.ErrorCode.Should().Be(code);
        failure.ErrorDescription.Should().Be("Stage = Orbiting");
        failure.RequestId.Should().Be("r-7");
        failure.Message.Should().Match(message).And.Contain("Records.Query of Company").And.Contain("r-7").And.NotContain("Orbiting");
        failure.MayHaveBeenProcessed.Should().Be(status >= 500 || code == "GU_1101");
    }

    [Theory]
    [InlineData(405, "*verb*override*")]
    [InlineData(407, "*proxy*credentials*")]
    [InlineData(408, "*stopped waiting*")]
    [InlineData(411, "*form of the request*")]
    [InlineData(421, "*form of the request*")]
    [InlineData(425, "*early request*")]
    [InlineData(431, "*form of the request*")]
    [InlineData(451, "*legal reasons*")]
    public async Task A_page_of_something_on_the_way_does_not_blame_the_data(int status, string message)
    {
        _fixture.Wire.Html((HttpStatusCode)status);

        var failure = await _fixture.FailAsync<GainsightApiException>(PipelineFixture.Insert());

        failure.Message.Should().Match(message).And.NotContain("refused the request's data");
        failure.MayHaveBeenProcessed.Should().Be(status is 408 or 425);
    }

    [Theory]
    [InlineData(302, "redirect", "API does not use")]
    [InlineData(307, "redirect", "API does not use")]
    [InlineData(101, "API does not use", "redirect")]
    [InlineData(304, "API does not use", "redirect")]
    public async Task Only_a_redirect_is_called_one(int status, string says, string doesNotSay)
    {
        _fixture.Wire.Html((HttpStatusCode)status);

        var failure = await _fixture.FailAsync<GainsightProtocolException>(PipelineFixture.Insert());

        failure.Message.Should().Contain(says).And.NotContain(doesNotSay);
    }

    [Theory]
    [InlineData("req-7f3e.1:2_x", "req-7f3e.1:2_x")]
    [InlineData("Acme pays 5000", null)]
    [InlineData("name@acme.example", null)]
    public async Task A_request_id_that_could_be_a_value_is_left_out(string id, string? expected)
    {
        _fixture.Wire.Answer(HttpStatusCode.BadRequest, $$"""{"result":false,"errorCode":"GSOBJ_1002","requestId":"{{id}}"}""");

        var failure = await _fixture.FailAsync<GainsightValidationException>(PipelineFixture.Insert());

        failure.RequestId.Should().Be(expected);
        failure.ToString().Contains(id, StringComparison.Ordinal).Should().Be(expected is not null);
    }

    [Theory]
    [InlineData("GSOBJ_1012", "Stage", "GSOBJ_1012 (Stage)")]
    [InlineData("GSOBJ_1012", "Acme pays 5000", "GSOBJ_1012")]
    [InlineData("Acme pays 5000", "Stage", "error (Stage)")]
    public void The_text_of_an_error_leaves_out_what_could_be_a_value(string code, string field, string expected) =>
        new RecordError(code, "text", field).ToString().Should().Be(expected);

    [Fact]
    public async Task A_disposed_client_says_so()
    {
        var transport = _fixture.Transport;
        transport.Dispose();
        transport.Dispose();

        var failure = await _fixture.FailAsync<ObjectDisposedException>(PipelineFixture.Query());

        failure.ObjectName.Should().Be("GainsightClient");
        _fixture.Wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task A_describe_that_names_no_code_is_known_by_its_title()
    {
        _fixture.Wire.Answer(
            HttpStatusCode.BadRequest,
            """{"requestId":"r-7","result":false,"title":"OBJECT_NOT_FOUND","detail":"Requested object not found.","errorDesc":"Requested object not found."}""");

        var failure = await _fixture.FailAsync<GainsightNotFoundException>(PipelineFixture.Of(Operation.MetadataDescribe));

        failure.ErrorCode.Should().Be("OBJECT_NOT_FOUND");
    }

    [Fact]
    public async Task An_unknown_object_is_known_by_its_text_where_no_code_says_so()
    {
        _fixture.Wire.Answer("""{"result":false,"errorDesc":"Requested object not found"}""");

        await _fixture.FailAsync<GainsightNotFoundException>(PipelineFixture.Query("record_delete_log_high_volume"));
    }

    [Theory]
    [InlineData(200, "<html>", "*without JSON, as a web page does*")]
    [InlineData(204, "", "*without JSON*")]
    [InlineData(200, """{"result":true""", "*not complete, well-formed JSON*")]
    [InlineData(200, """{"data":[]}""", "*no 'result'*")]
    public async Task An_answer_in_another_format_is_a_protocol_failure(int status, string body, string message)
    {
        _fixture.Wire.Answer((HttpStatusCode)status, body);

        var failure = await _fixture.FailAsync<GainsightProtocolException>(PipelineFixture.Query());

        failure.Message.Should().Match(message).And.Contain("northwind.gainsightcloud.com");
        failure.MayHaveBeenProcessed.Should().BeTrue();
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_and_says_what_to_set(int status)
    {
        _fixture.Wire.Answer((HttpStatusCode)status, "{}", response => response.Headers.Location = new Uri("https://evil.example/"));

        var failure = await _fixture.FailAsync<GainsightProtocolException>(PipelineFixture.Insert());

        failure.Message.Should().Contain("redirect").And.Contain("BaseAddress");
        failure.MayHaveBeenProcessed.Should().BeFalse();
        _fixture.Wire.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task A_refusal_that_is_not_json_says_that_it_may_not_be_gainsights()
    {
        _fixture.Wire.Html(HttpStatusCode.NotFound);

        var failure = await _fixture.FailAsync<GainsightNotFoundException>(PipelineFixture.Query());

        failure.Message.Should().Contain("not JSON").And.Contain("northwind.gainsightcloud.com");
    }

    [Fact]
    public async Task Field_names_are_in_the_message_once_and_values_never()
    {
        _fixture.Wire.Answer(HttpStatusCode.BadRequest, $$$"""
            {"result":false,"errorCode":"GSOBJ_1012","errorDesc":"Invalid (Stage = Orbiting).","requestId":"r-7","message":"Orbiting",
             "data":{"count":0,"errors":[[{{{Leaf("Stage")}}},{{{Leaf("Stage")}}}],[{{{Leaf("Region__gc")}}}],{{{Leaf("bad name = Orbiting")}}}]}}
            """);

        var failure = await _fixture.FailAsync<GainsightValidationException>(PipelineFixture.Insert());

        failure.Errors.Should().HaveCount(4).And.OnlyContain(error => error.InvalidValue == "Orbiting");
        failure.Message.Should().Contain("Fields: Stage, Region__gc.");
        failure.ToString().Should().NotContain("Orbiting");

        static string Leaf(string field) =>
            $$"""{"success":false,"parsedValue":"Orbiting","errors":[{"errorMessage":"Orbiting!","errorCode":"GSOBJ_1012","fieldName":"{{field}}","invalidValue":["Orbiting"]}]}""";
    }

    [Fact]
    public async Task A_text_that_is_not_a_code_is_not_in_the_message()
    {
        _fixture.Wire.Answer(HttpStatusCode.BadRequest, """{"result":false,"errorCode":"Stage = Orbiting","requestId":"id of Orbiting"}""");

        var failure = await _fixture.FailAsync<GainsightValidationException>(PipelineFixture.Insert());

        failure.ErrorCode.Should().Be("Stage = Orbiting");
        failure.Message.Should().NotContain("Orbiting");
    }

    [Theory]
    [InlineData("Société", "Soci\uFFFDt\uFFFD")]
    [InlineData("\\\"Société\\\"\\n", "\"Soci\uFFFDt\uFFFD\"\n")]
    [InlineData("\\ud83d\\u00e9 \\ud83d\\ude80", "\uFFFDé \U0001F680")]
    public async Task A_refusal_with_invalid_utf8_is_still_a_refusal(string words, string expected)
    {
        var body = Encoding.Latin1.GetBytes($$$"""
            {"result":false,"errorCode":"GSOBJ_1012","errorDesc":"{{{words}}}","requestId":"r-7",
             "data":{"errors":[{"errorCode":"GSOBJ_1012","errorMessage":"{{{words}}}","invalidValue":["{{{words}}}"]},{"errors":[],"1":"{{{words}}}"},{"errorCode":"c","invalidValue":{"a":"{{{words}}}"}}]}}
            """);
        _fixture.Wire.Do((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new ByteArrayContent(body) }));

        var failure = await _fixture.FailAsync<GainsightValidationException>(PipelineFixture.Insert());

        failure.ErrorDescription.Should().Be(expected);
        failure.Errors.Should().HaveCount(3);
        failure.Errors[0].Should().BeEquivalentTo(new RecordError("GSOBJ_1012", expected, null, expected));
        failure.Errors[1].Message.Should().Be(expected);
    }

    [Theory]
    [InlineData("7", 7, "the server says so")]
    [InlineData(null, 30, "the minute's window ends then")]
    public async Task A_throttled_answer_says_when_to_try_again(string? retryAfter, int seconds, string because)
    {
        _fixture.Wire.Answer(HttpStatusCode.TooManyRequests, "{}", response => response.Headers.TryAddWithoutValidation("Retry-After", retryAfter));

        var failure = await _fixture.FailAsync<GainsightThrottledException>(PipelineFixture.Query());

        failure.RetryAt.Should().Be(_fixture.Clock.GetUtcNow() + TimeSpan.FromSeconds(seconds), because);
    }

    public void Dispose() => _fixture.Dispose();
}
