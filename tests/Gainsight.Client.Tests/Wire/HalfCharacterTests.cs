using System.Net;
using System.Text;
using System.Text.Json;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests;

/// <summary>Names with half a character, escaped or as invalid UTF-8. .NET throws when such a name is compared or read.</summary>
public sealed class HalfCharacterTests
{
    private static readonly VirtualClock Clock = new(new DateTimeOffset(2026, 3, 4, 10, 15, 0, TimeSpan.Zero));

    public static TheoryData<string, byte[]> HalfNames => new()
    {
        { "a high surrogate", Encoding.UTF8.GetBytes("\\ud800") },
        { "a low surrogate between letters", Encoding.UTF8.GetBytes("x\\uDC00y") },
        { "a byte of Latin-1", [(byte)'n', 0xE9] },
    };

    [Theory]
    [MemberData(nameof(HalfNames))]
    public async Task A_half_character_in_a_name_of_the_envelope_hides_no_other_member(string kind, byte[] name)
    {
        using var response = Response(name, """{"$":1,"data":{"$":1,"errors":[{"$":1,"errorCode":"c"}]},"result":false,"errorCode":"GSOBJ_1002"}""");

        var answer = await BufferedAnswer.ReadAsync(response, int.MaxValue, Clock, CancellationToken.None);

        answer.ErrorCode.Should().Be("GSOBJ_1002", kind);
        answer.ToRefusal().Errors.Should().ContainSingle().Which.Code.Should().Be("c");
    }

    [Theory]
    [MemberData(nameof(HalfNames))]
    public void A_half_character_in_a_name_does_not_disturb_the_lenient_readers(string kind, byte[] name)
    {
        RecordErrorReader.Read(Json(name, """[{"$":{"errorCode":"c"}}]""")).Should().ContainSingle(kind);
        ConfigurationReader.Read(Json(name, """{"$":["x"],"status":[{"$":1,"name":"New"}]}""")).Should().Contain(item => item.Name == "New");
        ActivityAnswer.Read(Json(name, """{"$":1,"failures":{"$":[{"$":1,"code":"c"}]}}""")).NamesRows.Should().BeTrue();
        PersonBatchAnswer.Read(Json(name, """{"$":1,"jobId":"7","status":"COMPLETED"}""")).State.Should().Be("COMPLETED");
        UserAnswer.Errors(Json(name, """{"records":[{"$":1,"Email":"a@b.example","errors":[{"errorCode":"c"}]}]}""")).Should().ContainSingle().Which.Ids.Should().ContainValue("a@b.example");
        CockpitAnswer.Read(Json(name, """{"success":[{"$":"x","ref":"1S01"}]}"""), "ref").Gsid.Should().Be("1S01");
        WriteAnswer.Read(Json(name, """{"$":1,"count":1,"records":[{"$":1,"Gsid":"1P01"}]}""").Span).Written.Should().Be(1);
        ExportStatus.Read(Json(name, """{"$":1,"data":{"$":1,"jobStatus":"COMPLETED"}}""")).IsCompleted.Should().BeTrue();
        AccessToken.Read(Json(name, """{"$":1,"access_token":"t"}""").Span, Clock.GetUtcNow())!.Header.Should().Be("Bearer t");
        new MetadataReader().ReadDescriptions(Json(name, """[{"$":1,"objectName":"Company","label":"$","fields":[{"$":1,"fieldName":"Name"}]}]""").Span)
            .Should().ContainSingle().Which.Summary.Name.Should().Be("Company");
        UserPageReader.Read(Json(name, """{"$":1,"total":1,"users":[{"Name":"x"}]}""")).Total.Should().Be(1);
    }

    [Theory]
    [InlineData("""{"\ud800":1,"conditions":[],"expression":"A"}""")]
    [InlineData("""{"conditions":[{"\ud800":1,"name":"Name","alias":"A","operator":"EQ","value":["x"]}],"expression":"A"}""")]
    [InlineData("""{"conditions":[{"name":"\ud800","alias":"A","operator":"EQ","value":["x"]}],"expression":"A"}""")]
    [InlineData("""{"conditions":[{"name":"Name","alias":"A","operator":"EQ","value":["\ud800"]}],"expression":"A"}""")]
    [InlineData("""{"conditions":[{"name":"Name","alias":"A","operator":"EQ","value":["x"]}],"expression":"\ud800"}""")]
    public void A_filter_with_half_a_character_is_not_a_filter(string where)
    {
        using var document = JsonDocument.Parse(where);

        FluentActions.Invoking(() => Filter.Parse(document.RootElement)).Should().Throw<FormatException>();
    }

    [Fact]
    public void A_byte_order_mark_before_a_token_does_not_hide_it() =>
        AccessToken.Read(Encoding.UTF8.GetBytes("\uFEFF{\"access_token\":\"t\"}"), Clock.GetUtcNow())!.Header.Should().Be("Bearer t");

    private static HttpResponseMessage Response(byte[] name, string json) =>
        new(HttpStatusCode.BadRequest) { Content = new ByteArrayContent(Json(name, json).ToArray()) };

    private static ReadOnlyMemory<byte> Json(byte[] name, string json)
    {
        var parts = json.Split('$');
        return parts.Skip(1).Aggregate(Encoding.UTF8.GetBytes(parts[0]).AsEnumerable(), (bytes, part) => [.. bytes, .. name, .. Encoding.UTF8.GetBytes(part)]).ToArray();
    }
}
