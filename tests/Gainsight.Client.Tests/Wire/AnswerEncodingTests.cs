using System.Net;
using System.Text;
using Gainsight.Client.Tests.Query;

namespace Gainsight.Client.Tests.Http;

/// <summary>Answers whose encoding is not the one that their header declares, or that hold what is no character.</summary>
public sealed class AnswerEncodingTests
{
    private const string Rows = """[{"Gsid":"1P01","Name":"Zoë ✓"}]""";

    [Theory]
    [InlineData("application/json; charset=ISO-8859-1")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("text/plain; charset=\"UTF-16BE\"")]
    [InlineData("; ;")]
    public async Task An_answer_in_UTF_8_is_read_as_such_whatever_its_header_declares(string type) =>
        (await ReadAsync(Encoding.UTF8.GetBytes(StubHandler.Envelope(Rows)), type)).Should().ContainSingle().Which.Name.Should().Be("Zoë ✓");

    [Theory]
    [InlineData("utf-16", "utf-16LE")]
    [InlineData("utf-16BE", "utf-16BE")]
    [InlineData("utf-16", null)]
    [InlineData("utf-16BE", null)]
    public async Task Half_a_character_in_UTF_16_makes_one_value_unreadable(string encoding, string? declared)
    {
        var text = StubHandler.Envelope("""[{"Gsid":"1P01","Name":"Zo#"},{"Gsid":"1P02","Name":"Acme"}]""");
        var body = Encoding.GetEncoding(encoding).GetBytes(text);
        var half = 2 * text.IndexOf('#', StringComparison.Ordinal);
        (body[half], body[half + 1]) = encoding == "utf-16" ? ((byte)0x00, (byte)0xD8) : ((byte)0xD8, (byte)0x00);
        byte[] mark = declared is not null ? [] : encoding == "utf-16" ? [0xFF, 0xFE] : [0xFE, 0xFF];

        var rows = await ReadAsync([.. mark, .. body], declared is null ? "application/json" : $"application/json; charset={declared}");

        rows[0].Invoking(row => row.Name).Should().Throw<GainsightProtocolException>().Which.Field.Should().Be("Name");
        rows[1].Name.Should().Be("Acme");
    }

    [Fact]
    public async Task Metadata_that_is_not_UTF_8_is_refused()
    {
        using var fixture = new QueryFixture();
        Answer(fixture, Encoding.Latin1.GetBytes(StubHandler.Envelope("""[{"objectName":"Company","fields":[{"fieldName":"Stage","label":"Étape","dataType":"STRING"}]}]""")), "application/json");

        var describe = () => fixture.Client.Metadata.DescribeAsync("Company");

        (await describe.Should().ThrowAsync<GainsightProtocolException>()).WithMessage("*Metadata.Describe*not UTF-8*");
    }

    [Fact]
    public async Task A_long_name_with_escapes_is_skipped_without_a_copy()
    {
        var name = new string('n', 1 << 20) + "\\u0041";
        var body = Encoding.UTF8.GetBytes(StubHandler.Envelope(Rows).Insert(1, $"\"{name}\":1,"));
        using var response = new HttpResponseMessage { Content = new ByteArrayContent(body) };
        var before = GC.GetAllocatedBytesForCurrentThread();

        using var answer = await BufferedAnswer.ReadAsync(response, int.MaxValue, TimeProvider.System, CancellationToken.None);

        answer.Result.Should().BeTrue();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(5 * body.Length);
    }

    private static async Task<IReadOnlyList<Company>> ReadAsync(byte[] body, string type)
    {
        using var fixture = new QueryFixture();
        Answer(fixture, body, type);
        fixture.Wire.Answer(StubHandler.Envelope("[]"));
        return await fixture.Companies.Select(CompanyFields.Name).ToListAsync();
    }

    private static void Answer(QueryFixture fixture, byte[] body, string type) => fixture.Wire.Do((_, _) =>
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
    });
}
