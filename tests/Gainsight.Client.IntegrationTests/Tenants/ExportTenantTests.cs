using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Tenants;

/// <summary>Exports whose files are not what was asked for.</summary>
public sealed class ExportTenantTests
{
    private const int Rows = 25;

    public static TheoryData<string> Forms => ["shuffled", "header", "empty"];

    public static TheoryData<string> Files => ["labels", "separator", "column", "utf-8 mark", "utf-16", "latin-1", "undeclared"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Parts_in_any_order_and_parts_without_rows_give_every_row_once_or_a_typed_error(string form)
    {
        await using var tenant = await StartAsync();
        switch (form)
        {
            case "shuffled":
                tenant.Emulator.Switches.ExportPartsAreShuffled = true;
                break;
            case "header":
                tenant.Emulator.Switches.EmptyExportPart = EmptyPartForm.HeaderOnly;
                break;
            default:
                tenant.Emulator.Switches.EmptyExportPart = EmptyPartForm.NoBytes;
                break;
        }

        var names = await NamesOrErrorAsync(tenant);

        names.Should().Match<List<string?>?>(all => all == null || (all.Count == Rows && all.Distinct().Count() == Rows));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_of_another_form_gives_as_many_rows_as_there_are_or_a_typed_error(string file)
    {
        await using var tenant = await StartAsync();
        switch (file)
        {
            case "labels":
                tenant.Companies.Field("Name").Label = "Company Name";
                tenant.Emulator.Switches.ExportHeader = ExportHeaderForm.Labels;
                break;
            case "separator":
                tenant.Emulator.Switches.ExportSeparator = ";";
                break;
            case "column":
                tenant.Emulator.Switches.ExportOmitsField = "Arr";
                break;
            case "utf-8 mark":
                tenant.Emulator.Switches.ExportEncoding = TextEncodingForm.Utf8WithMark;
                break;
            case "utf-16":
                tenant.Emulator.Switches.ExportEncoding = TextEncodingForm.Utf16;
                break;
            case "latin-1":
                tenant.Emulator.Switches.ExportEncoding = TextEncodingForm.Latin1;
                break;
            default:
                tenant.Emulator.Switches.ExportEncoding = TextEncodingForm.Latin1Undeclared;
                break;
        }

        (await NamesOrErrorAsync(tenant)).Should().Match<List<string?>?>(all => all == null || all.Count == Rows);
    }

    private static async Task<Tenant> StartAsync()
    {
        var tenant = await Tenant.StartAsync();
        tenant.Emulator.Limits.RowsPerExportPart = 10;
        for (var i = 0; i < Rows; i++)
        {
            tenant.Companies.Insert(("Name", $"é{i:00}"), ("Arr", i + 0.5m));
        }

        return tenant;
    }

    private static async Task<List<string?>?> NamesOrErrorAsync(Tenant tenant)
    {
        var gainsight = tenant.CreateClient();
        var names = new List<string?>();
        try
        {
            await foreach (var company in gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.Arr)))
            {
                names.Add(company.Name);
            }
        }
        catch (GainsightException)
        {
            return null;
        }

        return names;
    }
}
