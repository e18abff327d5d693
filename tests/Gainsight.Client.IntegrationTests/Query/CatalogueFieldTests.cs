using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Cockpit;

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Fields that the tenant describes and the library's records do not have. Their tokens come from the description.</summary>
public sealed class CatalogueFieldTests
{
    private static readonly DateOnly Day = new(2027, 3, 31);

    [Fact]
    public async Task They_are_selected_filtered_sorted_and_read_with_the_tokens_of_the_description()
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient();
        var company = await gainsight.Metadata.DescribeAsync("Company");
        var (seats, tier) = (company.Find("Seats__gc")!.As<decimal>(), company.Find("Plan__gc")!.As<string>());
        var (signed, isPilot) = (company.Find("Signed__gc")!.As<DateOnly>(), company.Find("Pilot__gc")!.As<bool>());

        var rows = await gainsight.Companies.Query()
            .Select(CompanyFields.Name, seats, tier, signed, isPilot)
            .Where(seats.GreaterThan(5m) & tier.EqualTo("Gold") & signed.GreaterThanOrEqualTo(Day) & isPilot.EqualTo(true))
            .OrderBy(seats)
            .ToListAsync();

        rows.Select(row => (row.Name, row.Get(seats), row.Get(signed), row.Get(isPilot))).Should().Equal(("Acme", 12m, Day, true), ("Corvid", 40m, Day, true));
        rows[0]["Seats__gc"].Should().Be(12m);
    }

    [Fact]
    public async Task They_are_read_by_name_alone_with_the_type_of_the_description()
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient();

        var row = (await gainsight.Companies.Query().Select("Name", "Seats__gc", "Signed__gc", "Pilot__gc").Where(CompanyFields.Name.EqualTo("Acme")).ToListAsync()).Single();

        (row.Get(Field.Custom<int>("Seats__gc")), row.Get(Field.Custom<DateOnly>("Signed__gc")), row.Get(Field.Custom<bool>("Pilot__gc"))).Should().Be((12, Day, true));
    }

    [Fact]
    public async Task Exports_feeds_and_data_readers_have_them()
    {
        await using var tenant = await StartAsync();
        tenant.Clock.Advance(TimeSpan.FromMinutes(2));
        var gainsight = tenant.CreateClient();
        var company = await gainsight.Metadata.DescribeAsync("Company");
        var (seats, signed) = (company.Find("Seats__gc")!.Token, company.Find("Signed__gc")!.Token);
        var query = gainsight.Companies.Query().Select(CompanyFields.Name, seats, signed).Where(((Field<decimal>)seats).GreaterThan(5m));

        var exported = new List<Company>();
        await foreach (var row in gainsight.Bulk.ExportAsync(query))
        {
            exported.Add(row);
        }

        var changed = new List<Company?>();
        await foreach (var change in gainsight.Changes.ReadAsync(query, ChangeCheckpoint.Beginning))
        {
            changed.Add(change.Record);
        }

        await using var reader = await query.ToDataReaderAsync();
        exported.Should().HaveCount(2).And.OnlyContain(row => row["Seats__gc"] is decimal && (DateOnly?)row.Get((Field<DateOnly>)signed) == Day);
        changed.OfType<Company>().Should().HaveCount(2).And.OnlyContain(row => row["Seats__gc"] is decimal);
        (reader.GetFieldType(1), reader.GetFieldType(2)).Should().Be((typeof(decimal), typeof(DateTime)));
    }

    [Fact]
    public async Task Keyed_reads_and_writes_have_them()
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient();
        var company = await gainsight.Metadata.DescribeAsync("Company");
        var code = company.Find("Code__gc")!.As<string>();

        var found = await gainsight.Companies.GetManyAsync(code, ["c-1", "c-3"]);
        var row = new Company { Name = "Acme" };
        row.Set(code, "c-1");
        row.Set(company.Find("Seats__gc")!.As<decimal>(), 13m);
        var written = await gainsight.Companies.UpsertAsync(row, code);

        found.Select(one => one.Name).Should().BeEquivalentTo("Acme", "Corvid");
        written.Status.Should().Be(RowStatus.Updated);
        tenant.Companies.Rows.Single(one => (string?)one["Name"] == "Acme")["Seats__gc"].Should().Be(13m);
    }

    [Fact]
    public async Task Lists_of_the_cockpit_have_them()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Ctas.AddField("Risk_Score__gc", EmulatedDataType.Number);
        var (low, high) = (tenant.Cta(), tenant.Cta());
        (low["Risk_Score__gc"], high["Risk_Score__gc"]) = (3m, 7m);
        (await tenant.Gainsight.Ctas.InsertAsync([low, high])).AllSucceeded.Should().BeTrue();
        var score = (await tenant.Gainsight.Metadata.DescribeAsync("call_to_action")).Find("Risk_Score__gc")!.As<decimal>();

        var rows = await tenant.Gainsight.Ctas.List().Select(CtaFields.Name, score).Where(score.GreaterThan(5m)).ToListAsync();

        rows.Should().ContainSingle().Which.Get(score).Should().Be(7m);
    }

    private static async Task<Tenant> StartAsync()
    {
        var tenant = await Tenant.StartAsync();
        tenant.Companies.AddField("Seats__gc", EmulatedDataType.Number);
        tenant.Companies.AddField("Plan__gc", EmulatedDataType.String);
        tenant.Companies.AddField("Code__gc", EmulatedDataType.String);
        tenant.Companies.AddField("Signed__gc", EmulatedDataType.Date);
        tenant.Companies.AddField("Pilot__gc", EmulatedDataType.Boolean);
        tenant.Companies.Insert(("Name", "Acme"), ("Code__gc", "c-1"), ("Seats__gc", 12), ("Plan__gc", "Gold"), ("Signed__gc", Day), ("Pilot__gc", true));
        tenant.Companies.Insert(("Name", "Brightwater"), ("Code__gc", "c-2"), ("Seats__gc", 3), ("Plan__gc", "Gold"), ("Signed__gc", Day), ("Pilot__gc", true));
        tenant.Companies.Insert(("Name", "Corvid"), ("Code__gc", "c-3"), ("Seats__gc", 40), ("Plan__gc", "Gold"), ("Signed__gc", Day), ("Pilot__gc", true));
        return tenant;
    }
}
