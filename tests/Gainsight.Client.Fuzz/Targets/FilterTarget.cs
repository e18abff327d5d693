using System.Buffers;
using System.Text.Json;
using Gainsight.Client.Fuzz.Mutations;

namespace Gainsight.Client.Fuzz.Targets;

/// <summary>Filters as JSON. One that is accepted can be written, and its text is then stable.</summary>
internal sealed class FilterTarget : FuzzTarget
{
    public override string Name => "filter";

    public override byte[] Create(Random random) => Mutator.Tree(Samples.OneOf(Samples.Filters, random), random);

    public override Task RunAsync(byte[] input)
    {
        using var document = Json.TryParse(input);
        if (document is null)
        {
            return Task.CompletedTask;
        }

        Filter filter;
        try
        {
            filter = Filter.Parse(document.RootElement);
        }
        catch (FormatException)
        {
            return Task.CompletedTask;
        }

        var written = Write(filter);
        using var again = JsonDocument.Parse(written);
        CheckException.ThrowIf(!written.AsSpan().SequenceEqual(Write(Filter.Parse(again.RootElement.GetProperty("where")))), "A filter changes when it is written and read.");
        return Task.CompletedTask;
    }

    private static byte[] Write(Filter filter)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            filter.Write(writer, (condition, alias) =>
            {
                writer.WriteString("name", condition.Field.EncodedQueryName);
                writer.WriteString("alias", [alias]);
                writer.WriteStartArray("value");
                condition.WriteValues(writer, WireFormat.Default);
                writer.WriteEndArray();
            });
            writer.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }
}
