using System.Text;
using System.Text.Json;

namespace Gainsight.Client.Tests;

public sealed class JsonBodyTests
{
    [Fact]
    public void Text_is_escaped_only_where_json_asks_for_it()
    {
        using var body = Text("Ünïted & <Söns> \"5\" \u0001 日本 😀");

        Encoding.UTF8.GetString(body.Memory.Span).Should().Contain("Ünïted & <Söns> \\\"5\\\" \\u0001 日本");
        JsonSerializer.Deserialize<string>(body.Memory.Span).Should().Be("Ünïted & <Söns> \"5\" \u0001 日本 😀");
    }

    [Fact]
    public async Task A_body_can_be_sent_several_times_with_its_length()
    {
        using var body = Text("again");
        using var content = body.ToContent(new CallState(PipelineFixture.Query()));

        for (var i = 0; i < 3; i++)
        {
            using var wire = new MemoryStream();
            await content.CopyToAsync(wire);
            Encoding.UTF8.GetString(wire.ToArray()).Should().Be("\"again\"");
        }

        content.Headers.ContentLength.Should().Be(7);
        content.Headers.ContentType!.MediaType.Should().Be("application/json");
    }

    [Fact]
    public async Task Disposing_the_content_leaves_the_body_to_its_creator()
    {
        using var body = Text("mine");

        body.ToContent(new CallState(PipelineFixture.Query())).Dispose();

        using var content = body.ToContent(new CallState(PipelineFixture.Query()));
        (await content.ReadAsStringAsync()).Should().Be("\"mine\"");
    }

    [Fact]
    public void A_disposed_body_cannot_be_read()
    {
        var body = Text("gone");
        body.Dispose();
        body.Dispose();

        FluentActions.Invoking(() => body.Memory).Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public void Bodies_larger_than_the_first_buffer_arrive_whole()
    {
        string text = new('x', 1_000_000);
        using var body = Text(text);

        body.Memory.Length.Should().Be(text.Length + 2);
    }

    [Fact]
    public void A_writer_that_fails_leaves_nothing_behind_for_the_next_body()
    {
        Action failing = () => JsonBody.Create(0, static (writer, _) =>
        {
            writer.WriteStartArray();
            throw new InvalidOperationException("half-way");
        });
        failing.Should().Throw<InvalidOperationException>();

        using var next = Text("clean");
        Encoding.UTF8.GetString(next.Memory.Span).Should().Be("\"clean\"");
    }

    [Fact]
    public void A_body_built_within_another_does_not_mix_with_it()
    {
        using var outer = JsonBody.Create(0, static (writer, _) =>
        {
            writer.WriteStartArray();
            using var inner = Text("inner");
            writer.WriteRawValue(inner.Memory.Span);
            writer.WriteStringValue("outer");
            writer.WriteEndArray();
        });

        Encoding.UTF8.GetString(outer.Memory.Span).Should().Be("[\"inner\",\"outer\"]");
    }

    [Fact]
    public void Building_a_body_allocates_next_to_nothing()
    {
        for (var i = 0; i < 100; i++)
        {
            Text("warm").Dispose();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Text("measured").Dispose();

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(256);
    }

    private static JsonBody Text(string text) => JsonBody.Create(text, static (writer, value) => writer.WriteStringValue(value));
}
