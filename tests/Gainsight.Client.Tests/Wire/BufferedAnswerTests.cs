using System.Net;
using System.Text;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests;

public sealed class BufferedAnswerTests
{
    private static readonly VirtualClock Clock = new(new DateTimeOffset(2026, 3, 4, 10, 15, 0, TimeSpan.Zero));

    public static TheoryData<string, string, bool?, string?, string?, string?> Variants => new()
    {
        { "A, success", """{"result":true,"errorCode":null,"errorDesc":null,"requestId":"a-1","data":{"records":[]},"message":null}""", true, null, null, """{"records":[]}""" },
        { "A+, localized", """{"result":true,"errorCode":null,"errorDesc":null,"localizedErrorDesc":null,"requestId":"a-1","data":{"records":[]},"message":null,"localizedMessage":null}""", true, null, null, """{"records":[]}""" },
        { "B, metadata", """{"requestId":"a-1","result":true,"data":[{"objectName":"company"}]}""", true, null, null, """[{"objectName":"company"}]""" },
        { "C, describe failure", """{"requestId":"a-1","result":false,"instance":"2026-02-11 08:15:00 UTC","title":"OBJECT_NOT_FOUND","detail":"Requested object not found.","errorDesc":"Requested object not found."}""", false, "OBJECT_NOT_FOUND", "Requested object not found.", null },
        { "D, gateway", """{"result":false,"errorCode":"GS_APIG_2401","errorDesc":"Unauthorized","requestId":"a-1","message":"Unauthorized"}""", false, "GS_APIG_2401", "Unauthorized", null },
        { "Timeline, failure", """{"data":null,"result":false,"code":"GS_TL_10_0206","message":"Invalid activity","additionalInfo":{"code":"x"},"requestId":"a-1"}""", false, "GS_TL_10_0206", "Invalid activity", null },
        { "only a title", """{"requestId":"a-1","result":false,"title":"Bad thing"}""", false, null, "Bad thing", null },
        { "only a detail", """{"requestId":"a-1","result":false,"title":"T","detail":"D"}""", false, "T", "D", null },
        { "errorCode before code", """{"requestId":"a-1","result":false,"code":"two","errorCode":"one"}""", false, "one", null, null },
        { "empty texts count as absent", """{"requestId":"a-1","result":false,"errorCode":"","code":"two","errorDesc":"","message":"M"}""", false, "two", "M", null },
        { "a numeric code", """{"requestId":"a-1","result":false,"code":4711}""", false, "4711", null, null },
        { "data as text", """{"requestId":"a-1","result":true,"data":"deleted"}""", true, null, null, "\"deleted\"" },
        { "data null", """{"requestId":"a-1","result":true,"data":null}""", true, null, null, null },
        { "unknown members around", """{"x":[{"result":false}],"requestId":"a-1","y":{"data":1},"result":true,"data":{"a":{"errors":[1]}},"z":null}""", true, null, null, """{"a":{"errors":[1]}}""" },
        { "escaped member names", """{"requestId":"a-1","\u0072esult":true,"d\u0061ta":[1]}""", true, null, null, "[1]" },
        { "white space and a byte order mark", "\uFEFF \r\n{ \"requestId\" : \"a-1\" , \"result\" : true , \"data\" : [ 1 ] } \n", true, null, null, "[ 1 ]" },
        { "no result", """{"requestId":"a-1","data":1}""", null, null, null, "1" },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Every_envelope_variant_is_read(
        string variant, string json, bool? result, string? code, string? description, string? data)
    {
        using var response = StubHandler.Json(HttpStatusCode.OK, json);

        var answer = await ReadAsync(response);

        answer.IsComplete.Should().BeTrue(variant);
        answer.Result.Should().Be(result);
        answer.ErrorCode.Should().Be(code);
        answer.ErrorDescription.Should().Be(description);
        answer.RequestId.Should().Be("a-1");
        Encoding.UTF8.GetString(answer.Data.Span).Should().Be(data ?? string.Empty);
        answer.ErrorData.IsEmpty.Should().BeTrue();
        answer.IsSuccess.Should().Be(result == true);
    }

    [Theory]
    [InlineData("<html><body>Sign in</body></html>", false)]
    [InlineData("", false)]
    [InlineData("   ", false)]
    [InlineData("[1]", false)]
    [InlineData("null", false)]
    [InlineData("{", true)]
    [InlineData("""{"result":true""", true)]
    [InlineData("""{"result":true,"data":{"records":[{"Gsid":"1P""", true)]
    [InlineData("""{"result":true,"data":{"records":[]}}}""", true)]
    [InlineData("""{"result":true}<html>""", true)]
    [InlineData("""{"result":true,}""", true)]
    [InlineData("""{result:true}""", true)]
    public async Task An_answer_that_is_not_one_complete_json_object_is_not_a_success(string body, bool looksLikeJson)
    {
        using var response = StubHandler.Json(HttpStatusCode.OK, body);

        var answer = await ReadAsync(response);

        answer.IsComplete.Should().BeFalse();
        answer.IsSuccess.Should().BeFalse();
        answer.IsJson.Should().Be(looksLikeJson);
    }

    [Fact]
    public async Task Every_proper_prefix_of_an_answer_is_incomplete()
    {
        var whole = Encoding.UTF8.GetBytes(StubHandler.Envelope("""{"count":1,"errors":[[{"a":"ü"}]],"records":[{"x":-1.5e3}]}"""));
        for (var length = 0; length < whole.Length; length++)
        {
            using var response = new HttpResponseMessage { Content = new ByteArrayContent(whole, 0, length) };

            (await ReadAsync(response)).IsComplete.Should().BeFalse("only {0} bytes came", length);
        }
    }

    [Fact]
    public async Task The_errors_inside_data_are_found_at_every_position()
    {
        using var response = StubHandler.Json(
            HttpStatusCode.OK, """{"data":{"records":[{"errors":[9]}],"errors":[[1]],"count":0},"result":true}""");

        var answer = await ReadAsync(response);

        Encoding.UTF8.GetString(answer.ErrorData.Span).Should().Be("[[1]]");
    }

    [Theory]
    [InlineData("x-gs-request-id")]
    [InlineData("X-Request-Id")]
    public async Task The_request_id_comes_from_a_header_when_the_body_has_none(string header)
    {
        using var response = StubHandler.Json(HttpStatusCode.OK, """{"result":true,"requestId":null}""");
        response.Headers.Add(header, "h-1");

        (await ReadAsync(response)).RequestId.Should().Be("h-1");
    }

    [Theory]
    [InlineData(429, """{"result":false}""", true)]
    [InlineData(429, "<html>", true)]
    [InlineData(200, """{"result":false,"errorCode":"GS_APIG_2404"}""", true)]
    [InlineData(400, """{"result":false,"errorCode":"GU_2400"}""", true)]
    [InlineData(503, """{"result":false,"errorCode":"GU_2400"}""", true)]
    [InlineData(200, """{"result":true,"code":"GU_2400"}""", false)]
    [InlineData(500, """{"result":false,"errorCode":"GU_1101"}""", false)]
    public async Task A_throttled_answer_is_recognized_by_status_or_code(int status, string body, bool throttled)
    {
        using var response = StubHandler.Json((HttpStatusCode)status, body);

        (await ReadAsync(response)).IsThrottled.Should().Be(throttled);
    }

    [Theory]
    [InlineData("7", null, 7)]
    [InlineData("Wed, 04 Mar 2026 10:15:30 GMT", null, 30)]
    [InlineData("Wed, 04 Mar 2026 10:15:30 GMT", "Wed, 04 Mar 2026 10:15:20 GMT", 10)]
    [InlineData("Wed, 04 Mar 2026 10:14:00 GMT", null, 0)]
    [InlineData("soon", null, null)]
    public async Task Retry_after_is_a_delay_or_a_date_of_the_servers_clock(string header, string? date, int? seconds)
    {
        using var response = StubHandler.Json(HttpStatusCode.ServiceUnavailable, "{}");
        response.Headers.TryAddWithoutValidation("Retry-After", header);
        if (date is not null)
        {
            response.Headers.TryAddWithoutValidation("Date", date);
        }

        (await ReadAsync(response)).RetryAfter.Should().Be(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value));
    }

    [Fact]
    public async Task A_false_content_length_does_not_allocate_memory()
    {
        using var response = new HttpResponseMessage { Content = new StringContent("{\"result\":true}") };
        response.Content.Headers.ContentLength = 1_500_000_000;

        (await BufferedAnswer.ReadAsync(response, int.MaxValue, Clock, CancellationToken.None)).IsSuccess.Should().BeTrue();
    }

    [Theory]
    [InlineData(64 * 1024 + 1L)]
    [InlineData(long.MaxValue)]
    public async Task A_declared_length_above_the_limit_is_refused_before_the_body_is_read(long length)
    {
        using var response = new HttpResponseMessage { Content = new StringContent("{\"result\":true}") };
        response.Content.Headers.ContentLength = length;

        (await FluentActions.Awaiting(() => ReadAsync(response)).Should().ThrowAsync<GainsightProtocolException>())
            .WithMessage("*MaxAnswerBytes*").Which.MayHaveBeenProcessed.Should().BeTrue();
    }

    [Theory]
    [InlineData(64 * 1024, true)]
    [InlineData(64 * 1024 + 1, false)]
    public async Task A_body_may_have_as_many_bytes_as_the_limit_and_no_more(int length, bool isRead)
    {
        var body = Encoding.ASCII.GetBytes("{\"result\":true}".PadRight(length));
        using var response = new HttpResponseMessage { Content = new StreamContent(new MemoryStream(body)) };

        if (isRead)
        {
            (await ReadAsync(response)).IsSuccess.Should().BeTrue();
        }
        else
        {
            await FluentActions.Awaiting(() => ReadAsync(response)).Should().ThrowAsync<GainsightProtocolException>().WithMessage("*MaxAnswerBytes*");
        }
    }

    [Fact]
    public async Task An_answer_that_is_nested_too_deep_says_so()
    {
        using var response = StubHandler.Json(HttpStatusCode.OK, $$"""{"result":true,"data":{{new string('[', 600)}}{{new string(']', 600)}}}""");

        var answer = await ReadAsync(response);

        (answer.IsComplete, answer.IsTooDeep).Should().Be((false, true));
    }

    [Fact]
    public async Task The_values_of_the_envelope_survive_disposal_and_the_bytes_do_not()
    {
        var response = StubHandler.Json(
            HttpStatusCode.BadRequest, """{"result":false,"errorCode":"GSOBJ_1002","requestId":"a-1","data":{"errors":[1]}}""");
        var answer = await ReadAsync(response);

        response.Dispose();

        answer.ErrorCode.Should().Be("GSOBJ_1002");
        answer.RequestId.Should().Be("a-1");
        answer.ErrorData.IsEmpty.Should().BeTrue();
        answer.Body.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public async Task An_outer_handler_can_read_the_body_like_any_content()
    {
        using var response = StubHandler.Json(HttpStatusCode.OK, "{\"result\":true}");
        await ReadAsync(response);

        (await response.Content.ReadAsStringAsync()).Should().Be("{\"result\":true}");
        BufferedAnswer.Of(response).Should().BeSameAs(response.Content);
    }

    [Fact]
    public void A_foreign_response_is_refused_with_the_reason()
    {
        using var response = new HttpResponseMessage();

        FluentActions.Invoking(() => BufferedAnswer.Of(response)).Should().Throw<InvalidOperationException>().WithMessage("*retry pipeline*");
    }

    private static Task<BufferedAnswer> ReadAsync(HttpResponseMessage response) =>
        BufferedAnswer.ReadAsync(response, 64 * 1024, Clock, CancellationToken.None).AsTask();
}
