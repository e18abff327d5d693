using System.Net;
using System.Text;
using System.Text.Json;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests;

public sealed class TransportTests : IDisposable
{
    private readonly PipelineFixture _fixture = new();

    [Fact]
    public async Task A_call_goes_out_with_its_route_body_and_headers()
    {
        _fixture.Wire.Answer(StubHandler.Envelope("""{"records":[]}"""));
        using var body = JsonBody.Create("Name", static (writer, field) =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("select");
            writer.WriteStringValue(field);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });

        using var response = await _fixture.SendAsync(PipelineFixture.Query(body: body));

        var sent = _fixture.Wire.Sent.Should().ContainSingle().Which;
        sent.Method.Should().Be(HttpMethod.Post);
        sent.Address.Should().Be(new Uri("https://northwind.gainsightcloud.com/v1/data/objects/query/Company"));
        sent.Body.Should().Be("""{"select":["Name"]}""");
        sent.ContentType.Should().Be("application/json");
        sent.Headers.Should().Contain("Accesskey", PipelineFixture.AccessKey).And.Contain("Accept", "application/json");
        Encoding.UTF8.GetString(response.Data.Span).Should().Be("""{"records":[]}""");
        response.RequestId.Should().Be("r-1");
        response.Errors.Should().BeEmpty();
        response.EarlierAttemptMayHaveBeenProcessed.Should().BeFalse();
        _fixture.Transport.Host.Should().Be("northwind.gainsightcloud.com");
    }

    [Fact]
    public async Task The_query_of_a_call_follows_the_route()
    {
        _fixture.Wire.Answer(StubHandler.Envelope());

        using var response = await _fixture.SendAsync(
            new ApiRequest { Operation = Operation.RecordsUpdate, Object = "Company", Query = "keys=Name" });

        _fixture.Wire.Sent[0].Address.PathAndQuery.Should().Be("/v1/data/objects/Company?keys=Name");
    }

    [Fact]
    public async Task Errors_of_a_partly_successful_write_come_with_the_answer()
    {
        _fixture.Wire.Answer(StubHandler.Envelope(
            """{"count":1,"errors":[{"errors":[{"errorMessage":"bad","errorCode":"GSOBJ_1012","fieldName":"Stage","invalidValue":["Orbiting"]}]}],"records":[{"Gsid":"1P02"}]}"""));

        using var response = await _fixture.SendAsync(PipelineFixture.Insert());

        response.Errors.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new RecordError("GSOBJ_1012", "bad", "Stage", "Orbiting"));
    }

    [Fact]
    public async Task The_time_of_the_answering_attempt_is_reported()
    {
        _fixture.Wire.Do((_, _) =>
        {
            _fixture.Clock.Advance(TimeSpan.FromSeconds(3));
            return Task.FromResult(StubHandler.Json(HttpStatusCode.OK, StubHandler.Envelope()));
        });

        using var response = await _fixture.SendAsync(PipelineFixture.Query());

        response.Call!.LastAttempt.Should().Be(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_large_answer_of_unknown_length_arrives_whole()
    {
        var rows = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $$"""{"Gsid":"{{i}}"}"""));
        _fixture.Wire.Do((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new PushContent(Encoding.UTF8.GetBytes(StubHandler.Envelope($"[{rows}]"))),
        }));

        using var response = await _fixture.SendAsync(PipelineFixture.Query());

        using var document = JsonDocument.Parse(response.Data);
        document.RootElement.GetArrayLength().Should().Be(20_000);
    }

    [Fact]
    public async Task Disposing_a_response_twice_does_no_harm_and_empties_its_data()
    {
        _fixture.Wire.Answer(StubHandler.Envelope("{}"));
        var response = await _fixture.SendAsync(PipelineFixture.Query());

        response.Dispose();
        response.Dispose();

        response.Data.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void A_client_without_a_credential_cannot_be_built()
    {
        using var fixture = new PipelineFixture(options => options.Credential = null);

        FluentActions.Invoking(() => fixture.Transport).Should().Throw<ArgumentException>().WithMessage("*AccessKeyCredential*");
    }

    [Fact]
    public void The_inner_handler_is_disposed_only_when_it_is_ours()
    {
        using var own = new StubHandler();
        using var others = new StubHandler();
        var options = new GainsightClientOptions { Credential = new AccessKeyCredential("k") };

        foreach ((var handler, var dispose) in new[] { (own, true), (others, false) })
        {
            new Transport(options, new Uri("https://a.example/"), handler, dispose, new Logs(), PipelineFixture.CreateLedger()).Dispose();
        }

        own.IsDisposed.Should().BeTrue();
        others.IsDisposed.Should().BeFalse();
    }

    public void Dispose() => _fixture.Dispose();

    private sealed class PushContent(byte[] bytes) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
