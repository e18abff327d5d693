using System.Text.Json;

namespace Gainsight.Client.Benchmarks;

/// <summary>The body of a call that inserts 50 companies.</summary>
internal sealed class BodyWork
{
    private readonly Company[] _records = CompanyRows.Records[..50];
    private readonly CompanyBody _body = new([.. CompanyRows.Pocos[..50]]);

    /// <summary>Source-generated serialization to an array.</summary>
    public int Poco() => JsonSerializer.SerializeToUtf8Bytes(_body, CompanyPocoContext.Default.CompanyBody).Length;

    /// <summary>The SDK's body, in pooled memory.</summary>
    public int Records()
    {
        using var body = JsonBody.Create(_records, static (writer, records) =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("records");
            foreach (var record in records)
            {
                RecordWriter.WriteInsert(writer, record, CompanyFields.Definition, WireFormat.Default);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        return body.Memory.Length;
    }
}
