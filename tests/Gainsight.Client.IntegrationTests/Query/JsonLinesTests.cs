using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Rows as JSON lines.</summary>
public sealed partial class JsonLinesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rows_of_a_query_and_an_export_become_one_line_each(bool exports)
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 600);
        tenant.Companies.Insert(("Name", "Zwölf\n\"Lines\" 😀"), ("Arr", 12.50m), ("OriginalContractDate", new DateOnly(2026, 3, 31)));
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Gsid, CompanyFields.Name, CompanyFields.Arr, CompanyFields.OriginalContractDate);
        using var stream = new MemoryStream();

        var count = await (exports ? gainsight.Bulk.ExportAsync(query) : query.ReadAsync()).WriteJsonLinesAsync(stream);

        var text = Encoding.UTF8.GetString(stream.ToArray());
        text.Should().EndWith("}\n");
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize(line, LineJson.Default.Company)!).ToList();
        (count, rows.Count).Should().Be((601L, 601));
        rows.Select(row => row.Gsid).Should().BeEquivalentTo(tenant.Companies.Rows.Select(row => row.Gsid));
        var last = rows.Single(row => row.Name!.StartsWith("Zw", StringComparison.Ordinal));
        (last.Name, last.Arr, last.OriginalContractDate).Should().Be(("Zwölf\n\"Lines\" 😀", 12.50m, new DateOnly(2026, 3, 31)));
    }

    [Fact]
    public async Task No_rows_write_nothing()
    {
        await using var tenant = await Tenant.StartAsync();
        using var stream = new MemoryStream();

        (await tenant.CreateClient().Companies.Query().ReadAsync().WriteJsonLinesAsync(stream)).Should().Be(0);

        stream.Length.Should().Be(0);
    }

    [Fact]
    public async Task A_read_that_fails_leaves_whole_lines()
    {
        using var stream = new MemoryStream();

        await Failing().Awaiting(rows => rows.WriteJsonLinesAsync(stream)).Should().ThrowAsync<GainsightException>();

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be("{\"Name\":\"one\"}\n");

        static async IAsyncEnumerable<Company> Failing()
        {
            await Task.Yield();
            yield return new Company { Name = "one" };
            throw new GainsightException("end");
        }
    }

    [Fact]
    public async Task A_stream_that_cannot_be_written_is_refused_before_a_call()
    {
        await using var tenant = await Tenant.StartAsync();
        using var stream = new MemoryStream([], writable: false);

        await tenant.CreateClient().Companies.Query().ReadAsync().Awaiting(rows => rows.WriteJsonLinesAsync(stream)).Should().ThrowAsync<ArgumentException>();

        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [JsonSerializable(typeof(Company))]
    private sealed partial class LineJson : JsonSerializerContext;
}
