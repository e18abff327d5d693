using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client.Tests;

public sealed class RecordAllocationTests
{
    private const int Rows = 5_000;
    private const int Fields = 30;

    [Fact]
    public void A_page_of_5000_rows_of_30_fields_allocates_at_most_4_and_a_half_MB()
    {
        var page = Page();
        var reader = new RecordPageReader<Company>();
        reader.Read(page);

        var allocated = Measure(() => reader.Read(page).Count.Should().Be(Rows));

        allocated.Should().BeLessThan(4_500_000);
    }

    [Fact]
    public void Writing_50_records_of_typed_values_allocates_nothing()
    {
        var companies = Enumerable.Range(0, 50).Select(Typed).ToArray();
        var buffer = new ArrayBufferWriter<byte>(1 << 20);
        using var writer = new Utf8JsonWriter(buffer);

        void Write()
        {
            buffer.ResetWrittenCount();
            writer.Reset(buffer);
            writer.WriteStartArray();
            foreach (var company in companies)
            {
                RecordWriter.WriteInsert(writer, company, CompanyFields.Definition, WireFormat.Default);
            }

            writer.WriteEndArray();
            writer.Flush();
        }

        Write();
        Measure(Write).Should().Be(0);
        buffer.WrittenCount.Should().BeGreaterThan(50 * 100);
    }

    [Fact]
    public void Writing_loaded_rows_back_allocates_nothing()
    {
        var rows = new RecordPageReader<Company>().Read(Page()).Take(50).ToArray();
        var buffer = new ArrayBufferWriter<byte>(1 << 20);
        using var writer = new Utf8JsonWriter(buffer);

        void Write()
        {
            buffer.ResetWrittenCount();
            writer.Reset(buffer);
            writer.WriteStartArray();
            foreach (var row in rows)
            {
                RecordWriter.WriteInsert(writer, row, CompanyFields.Definition, WireFormat.Default);
            }

            writer.WriteEndArray();
            writer.Flush();
        }

        Write();
        Measure(Write).Should().Be(0);
        buffer.WrittenCount.Should().BeGreaterThan(50 * 100);
    }

    private static Company Typed(int i)
    {
        var company = new Company
        {
            Name = $"Company {i}",
            Arr = 125_000.50m + i,
            Employees = i,
            RenewalDate = new DateOnly(2027, 3, 1).AddDays(i),
            Stage = "Adopting",
            Industry = null,
        };
        company.Set(Field.Custom<DateTimeOffset>("At__gc"), DateTimeOffset.UnixEpoch.AddDays(i));
        company.Set(Field.Custom<double>("Rate__gc"), i / 7d);
        company.Set(Field.Custom<bool>("Live__gc"), i % 2 == 0);
        company["Region__gc"] = "EMEA";
        return company;
    }

    private static byte[] Page()
    {
        var page = new StringBuilder("{\"records\":[");
        for (var row = 0; row < Rows; row++)
        {
            page.Append(row == 0 ? "{" : ",{")
                .Append("\"Name\":\"Company ").Append(row).Append("\",\"Arr\":").Append(row * 1_000).Append(".25,\"Tags\":\"A;B\",\"RenewalDate\":1806451200000");
            for (var field = 4; field < Fields; field++)
            {
                page.Append(",\"Custom_").Append(field).Append("__gc\":").Append(field % 3 == 0 ? "null" : field % 3 == 1 ? "12345" : "\"some text value\"");
            }

            page.Append('}');
        }

        return Encoding.UTF8.GetBytes(page.Append("]}").ToString());
    }

    /// <summary>The fewest bytes of several runs: the runtime's own work in the background of a run is not ours.</summary>
    private static long Measure(Action action)
    {
        var fewest = long.MaxValue;
        for (var run = 0; run < 10; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            fewest = Math.Min(fewest, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return fewest;
    }
}
