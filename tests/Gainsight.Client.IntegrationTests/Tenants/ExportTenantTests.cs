using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Tenants;

/// <summary>Exports whose files are not what was asked for.</summary>
public sealed class ExportTenantTests
{
    private const int Rows = 25;

    public static TheoryData<string> Forms => ["shuffled", "header", "empty"];

    /// <summary>Files that say what they are, so every value can be read.</summary>
    public static TheoryData<string> ReadableFiles => ["labels", "separator", "utf-8 mark", "utf-16", "latin-1"];

    /// <summary>Files that cannot be read for certain, and what the exception names.</summary>
    public static TheoryData<string, string> UnreadableFiles => new()
    {
        { "column", "Arr" },
        { "undeclared", "UTF-8" },
    };

    private static IEnumerable<(string? Name, decimal? Arr)> All => Enumerable.Range(0, Rows).Select(row => ((string?)$"é{row:00}", (decimal?)(row + 0.5m)));

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Parts_in_any_order_and_parts_without_rows_give_every_row_once_in_order(string form)
    {
        await using var tenant = await StartAsync();
        switch (form)
        {
            case "shuffled":
                tenant.Emulator.Switches.ExportChunksAreShuffled = true;
                break;
            case "header":
                tenant.Emulator.Switches.EmptyExportChunk = EmptyChunkForm.HeaderOnly;
                break;
            default:
                tenant.Emulator.Switches.EmptyExportChunk = EmptyChunkForm.NoBytes;
                break;
        }

        (await ReadAsync(tenant)).Should().Equal(All);
    }

    [Theory]
    [MemberData(nameof(ReadableFiles))]
    public async Task A_file_that_says_its_form_gives_every_value(string file)
    {
        await using var tenant = await StartAsync();
        Set(tenant, file);

        (await ReadAsync(tenant)).Should().Equal(All);
    }

    [Theory]
    [MemberData(nameof(UnreadableFiles))]
    public async Task A_file_that_cannot_be_read_for_certain_gives_an_error_that_says_why(string file, string says)
    {
        await using var tenant = await StartAsync();
        Set(tenant, file);

        var failure = (await FluentActions.Awaiting(() => ReadAsync(tenant)).Should().ThrowAsync<GainsightProtocolException>()).Which;

        failure.Message.Should().Contain(says).And.NotContain("é");
    }

    private static void Set(Tenant tenant, string file)
    {
        var emulator = tenant.Emulator;
        switch (file)
        {
            case "labels":
                tenant.Companies.Field("Name").Label = "Company Name";
                emulator.Switches.ExportHeader = ExportHeaderForm.Labels;
                break;
            case "separator":
                emulator.Switches.ExportSeparator = ";";
                break;
            case "column":
                emulator.Switches.ExportOmitsField = "Arr";
                break;
            default:
                emulator.Switches.ExportEncoding = file switch
                {
                    "utf-8 mark" => TextEncodingForm.Utf8WithMark,
                    "utf-16" => TextEncodingForm.Utf16,
                    "latin-1" => TextEncodingForm.Latin1,
                    _ => TextEncodingForm.Latin1Undeclared,
                };
                break;
        }
    }

    private static async Task<Tenant> StartAsync()
    {
        var tenant = await Tenant.StartAsync();
        tenant.Emulator.Limits.RowsPerExportChunk = 10;
        for (var i = 0; i < Rows; i++)
        {
            tenant.Companies.Insert(("Name", $"é{i:00}"), ("Arr", i + 0.5m));
        }

        return tenant;
    }

    private static async Task<List<(string? Name, decimal? Arr)>> ReadAsync(Tenant tenant)
    {
        var gainsight = tenant.CreateClient();
        var rows = new List<(string? Name, decimal? Arr)>();
        await foreach (var company in gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.Arr)))
        {
            rows.Add((company.Name, company.Arr));
        }

        return rows;
    }
}
