using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Trips;

/// <summary>One simple use each. <c>tests/trips.sh</c> counts the SDK files that each test runs through.</summary>
public sealed class TripTests : IDisposable
{
    private readonly GainsightEmulator _emulator = new();
    private readonly HttpMessageHandler _wire;
    private readonly GainsightClient _gainsight;

    public TripTests()
    {
        _wire = _emulator.CreateHandler();
        _gainsight = new GainsightClient(new GainsightClientOptions
        {
            BaseAddress = _emulator.BaseAddress,
            Credential = new AccessKeyCredential(_emulator.AccessKey),
            PrimaryHandler = _wire,
        });
    }

    private EmulatedObject Companies => _emulator.Object("Company");

    [Fact]
    public void A_client_is_made_without_a_call()
    {
        _gainsight.Companies.Should().NotBeNull();

        _emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task An_upsert_by_name_updates_the_companies_that_are_present_and_inserts_the_others()
    {
        Companies.Insert(("Name", "Acme"), ("Arr", 1m));
        Companies.Insert(("Name", "Brightwater"), ("Arr", 2m));
        Company[] companies =
        [
            new() { Name = "Acme", Arr = 125_000m },
            new() { Name = "Corvid", Arr = 90_000m },
            new() { Name = "Brightwater", Arr = 40_000m },
            new() { Name = "Dunmore", Arr = 10_000m },
        ];

        var report = await _gainsight.Companies.UpsertAsync(companies, CompanyFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Inserted, RowStatus.Updated, RowStatus.Inserted);
        Companies.Rows.Select(row => (row["Name"], row["Arr"])).Should().BeEquivalentTo(new (object?, object?)[]
        {
            ("Acme", 125_000m), ("Corvid", 90_000m), ("Brightwater", 40_000m), ("Dunmore", 10_000m),
        });
    }

    [Fact]
    public async Task A_query_of_one_page_gives_the_companies_that_the_filter_names()
    {
        Companies.Insert(("Name", "Acme"), ("Arr", 125_000m));
        Companies.Insert(("Name", "Brightwater"), ("Arr", 40_000m));
        Companies.Insert(("Name", "Corvid"), ("Arr", 250_000m));

        var companies = await _gainsight.Companies.Query()
            .Select(CompanyFields.Name, CompanyFields.Arr)
            .Where(CompanyFields.Arr.GreaterThan(100_000m))
            .ToListAsync();

        companies.Select(company => (company.Name, company.Arr)).Should().BeEquivalentTo(new (string?, decimal?)[] { ("Acme", 125_000m), ("Corvid", 250_000m) });
        _emulator.Requests.Count.Should().Be(2, "an empty page ends the read");
    }

    [Fact]
    public async Task A_list_of_CTAs_gives_those_that_the_filter_names()
    {
        var company = Companies.Insert(("Name", "Larch Mills"));
        var ctas = _emulator.Object("call_to_action");
        ctas.Insert(("Name", "Invoice unpaid"), ("CompanyId", company), ("DueDate", new DateOnly(2031, 3, 14)));
        ctas.Insert(("Name", "Renewal near"), ("CompanyId", company), ("DueDate", new DateOnly(2031, 9, 1)));

        var listed = await _gainsight.Ctas.List()
            .Select(CtaFields.Name, CtaFields.DueDate)
            .Where(CtaFields.Name.EqualTo("Invoice unpaid"))
            .ToListAsync();

        listed.Should().ContainSingle().Which.DueDate.Should().Be(new DateOnly(2031, 3, 14));
        _emulator.Requests.Count.Should().Be(2, "an empty page ends the list");
    }

    public void Dispose()
    {
        _gainsight.Dispose();
        _wire.Dispose();
        _emulator.Dispose();
    }
}
