using System.IO.Compression;
using System.Net;
using System.Text;

namespace Gainsight.Client.Tests.Http;

public sealed class AnswerFormTests
{
    [Theory]
    [InlineData("")]
    [InlineData("OK")]
    [InlineData("{}")]
    [InlineData("{\"result\":true}")]
    [InlineData("{\"anything\":1}")]
    public async Task In_an_open_form_every_answer_that_is_not_a_refusal_is_a_success(string body)
    {
        using PipelineFixture pipeline = new();
        pipeline.Wire.Do((_, _) => Task.FromResult(Text(HttpStatusCode.OK, body)));

        using var response = await pipeline.SendAsync(Event());

        Encoding.UTF8.GetString(response.Body.Span).Should().Be(body);
    }

    [Theory]
    [InlineData("<html>Log in</html>")]
    [InlineData("{\"result\":tr")]
    public async Task A_web_page_and_truncated_json_are_never_a_success(string body)
    {
        using PipelineFixture pipeline = new();
        pipeline.Wire.Do((_, _) => Task.FromResult(Text(HttpStatusCode.OK, body)));

        await pipeline.FailAsync<GainsightProtocolException>(Event());
    }

    [Fact]
    public async Task In_an_open_form_a_refusal_in_the_body_is_a_refusal()
    {
        using PipelineFixture pipeline = new();
        pipeline.Wire.Do((_, _) => Task.FromResult(Text(HttpStatusCode.OK, "{\"result\":false,\"errorCode\":\"X_1\"}")));

        await pipeline.FailAsync<GainsightValidationException>(Event());
    }

    [Theory]
    [InlineData("Name\nAcme\n")]
    [InlineData("\uFEFFName\nAcme\n")]
    [InlineData("\"Name\"\n\"Acme\"\n")]
    public async Task A_file_is_returned_as_a_stream(string body)
    {
        using PipelineFixture pipeline = new();
        pipeline.Wire.Do((_, _) => Task.FromResult(Text(HttpStatusCode.OK, body)));

        using var response = await pipeline.SendAsync(PipelineFixture.Of(Operation.ExportChunk));
        using var reader = new StreamReader(response.File!, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false);

        (await reader.ReadToEndAsync()).Should().Be(body);
    }

    [Fact]
    public async Task A_file_that_cannot_be_decompressed_completely_fails()
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes("Name\n" + new string('x', 100_000)));
        }

        var bytes = zipped.ToArray();
        bytes[^5] ^= 1;
        using PipelineFixture pipeline = new();
        pipeline.Wire.Do((_, _) => Task.FromResult(
            new HttpResponseMessage { Content = new StreamContent(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress)) }));

        using var response = await pipeline.SendAsync(PipelineFixture.Of(Operation.ExportChunk));

        await response.File!.Awaiting(file => file.CopyToAsync(Stream.Null)).Should().ThrowAsync<GainsightTransportException>();
    }

    [Fact]
    public async Task A_refusal_in_place_of_a_file_is_a_refusal()
    {
        using PipelineFixture pipeline = new();
        pipeline.Wire.Do((_, _) => Task.FromResult(Text(HttpStatusCode.OK, "{\"result\":false,\"errorCode\":\"GS_APIG_2404\"}")));

        await pipeline.FailAsync<GainsightThrottledException>(PipelineFixture.Of(Operation.ExportChunk));
    }

    [Theory]
    [InlineData("v3/exports/1")]
    [InlineData("/v3/exports/1")]
    [InlineData("https://northwind.gainsightcloud.com/v3/exports/1")]
    [InlineData("HTTPS://NORTHWIND.gainsightcloud.com:443/v3/exports/1")]
    public void An_address_on_the_tenants_host_is_accepted(string address)
    {
        using PipelineFixture pipeline = new();

        pipeline.Transport.Resolve(address).Should().Be(new Uri("https://northwind.gainsightcloud.com/v3/exports/1"));
    }

    [Theory]
    [InlineData("https://northwind.gainsightcloud.com.evil.example/v3")]
    [InlineData("https://evil.example/v3")]
    [InlineData("//evil.example/v3")]
    [InlineData("\\\\evil.example\\v3")]
    [InlineData("http://northwind.gainsightcloud.com/v3")]
    [InlineData("https://northwind.gainsightcloud.com:8443/v3")]
    [InlineData("https://northwind.gainsightcloud.com@evil.example/v3")]
    [InlineData("https://user@northwind.gainsightcloud.com/v3")]
    [InlineData("ftp://northwind.gainsightcloud.com/v3")]
    [InlineData("file:///etc/passwd")]
    public void An_address_on_another_host_is_not_accepted(string address)
    {
        using PipelineFixture pipeline = new();

        pipeline.Transport.Resolve(address).Should().BeNull();
    }

    private static ApiRequest Event() => new() { Operation = Operation.EventsPublish };

    private static HttpResponseMessage Text(HttpStatusCode status, string body) =>
        new(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
}
