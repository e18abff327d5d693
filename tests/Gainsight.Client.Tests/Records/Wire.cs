using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gainsight.Client.Tests;

/// <summary>Records from and to the text that crosses the wire.</summary>
internal static class Wire
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<T> Read<T>(string data)
        where T : GainsightRecord, new() => new RecordPageReader<T>().Read(Encoding.UTF8.GetBytes(data));

    public static Company Company(string row) => Read<Company>($"[{row}]").Single();

    /// <summary>A row with one field, which holds the given JSON.</summary>
    public static ObjectRecord Row(string json) => Read<ObjectRecord>($$"""[{"F__gc":{{json}}}]""").Single();

    public static string Insert(GainsightRecord record, ObjectDefinition? definition = null, WireFormat? format = null) =>
        Write(writer => RecordWriter.WriteInsert(writer, record, definition ?? CompanyFields.Definition, format ?? WireFormat.Default));

    public static string Update(GainsightRecord record, IReadOnlyList<Field> keys, string? gsid = null) =>
        Write(writer => RecordWriter.WriteUpdate(writer, record, keys, gsid, CompanyFields.Definition, WireFormat.Default));

    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
