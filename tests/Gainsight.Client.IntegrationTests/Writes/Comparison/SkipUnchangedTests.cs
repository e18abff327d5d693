using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class SkipUnchangedTests
{
    private static readonly WriteOptions Skip = new() { SkipUnchanged = true };

    public static TheoryData<DateForm, EmptyValueForm, QueryDataForm> ReadForms
    {
        get
        {
            var forms = new TheoryData<DateForm, EmptyValueForm, QueryDataForm>();
            foreach (var dates in Enum.GetValues<DateForm>())
            {
                foreach (var empty in Enum.GetValues<EmptyValueForm>())
                {
                    forms.Add(dates, empty, QueryDataForm.BareArray);
                    forms.Add(dates, empty, QueryDataForm.RecordsObject);
                }
            }

            return forms;
        }
    }

    [Fact]
    public async Task Only_rows_with_changes_are_sent_and_no_additional_read_is_made()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Companies.InsertAsync(Rows.Companies(1000));
        var rows = Rows.Companies(1200);
        rows[7].Employees = -7;
        var before = tenant.Emulator.Requests.Count;

        var report = await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name, Skip);

        report.Unchanged.Should().HaveCount(999).And.OnlyContain(row => row.Gsid != null);
        report.Updated.Should().ContainSingle().Which.Index.Should().Be(7);
        report.Inserted.Should().HaveCount(200);
        report.Calls.Should().Be(3 + 1 + 4).And.Be(tenant.Emulator.Requests.Count - before);
        tenant.Named(Rows.Name(7)).Single()["Employees"].Should().Be(-7m);
    }

    [Fact]
    public async Task An_upsert_of_5000_rows_of_which_half_exist_costs_no_more_calls_than_without_the_option()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(2500);

        var report = await tenant.CreateClient().Companies.UpsertAsync(Rows.Companies(5000), CompanyFields.Name, Skip);

        report.Updated.Should().HaveCount(2500);
        report.Inserted.Should().HaveCount(2500);
        report.Calls.Should().BeLessThanOrEqualTo(112).And.Be(tenant.Emulator.Requests.Count);
    }

    [Fact]
    public async Task Without_the_option_only_the_keys_are_read()
    {
        await using var tenant = await Tenant.StartAsync();
        Intercept? intercept = null;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = intercept = new Intercept(options.PrimaryHandler!));

        await gainsight.Companies.UpsertAsync(Rows.Companies(1), CompanyFields.Name);
        await gainsight.Companies.UpsertAsync(Rows.Companies(1), CompanyFields.Name, Skip);

        intercept!.Sent.Where(call => call.Path.Contains("/query/", StringComparison.Ordinal)).Select(call => call.Body.Split(']')[0])
            .Should().Equal("{\"select\":[\"Gsid\",\"Name\"", "{\"select\":[\"Gsid\",\"Name\",\"Employees\"");
    }

    [Theory]
    [MemberData(nameof(ReadForms))]
    public async Task The_same_rows_are_unchanged_in_every_form_of_the_answer(DateForm dates, EmptyValueForm empty, QueryDataForm data)
    {
        await using var tenant = await Tenant.StartAsync();
        (tenant.Emulator.Switches.Dates, tenant.Emulator.Switches.EmptyValues, tenant.Emulator.Switches.QueryData) = (dates, empty, data);
        var gainsight = tenant.CreateClient();
        var assets = gainsight.Objects("Asset__gc");
        List<Company> companies = [.. Enumerable.Range(0, 3).Select(Full)];
        List<ObjectRecord> rows = [.. Enumerable.Range(0, 3).Select(Asset)];
        (await gainsight.Companies.InsertAsync(companies)).AllSucceeded.Should().BeTrue();
        (await assets.InsertAsync(rows)).AllSucceeded.Should().BeTrue();

        var report = await gainsight.Companies.UpsertAsync(companies, CompanyFields.Name, Skip);
        var byName = await assets.UpsertAsync(rows, Field.Custom<string>("Name"), Skip);

        report.Unchanged.Should().HaveCount(3);
        byName.Unchanged.Should().HaveCount(3);
    }

    public static TheoryData<object> SameDay { get; } =
    [
        new DateOnly(2027, 3, 31),
        new DateTime(2027, 3, 31, 0, 0, 0, DateTimeKind.Unspecified),
        new DateTime(2027, 3, 31, 0, 0, 0, DateTimeKind.Utc),
        new DateTimeOffset(2027, 3, 31, 0, 0, 0, TimeSpan.FromHours(5.5)),
        new DateTimeOffset(2027, 3, 31, 23, 0, 0, TimeSpan.FromHours(-8)),
        "2027-03-31",
        "03-31-2027",
    ];

    [Theory]
    [MemberData(nameof(SameDay))]
    public async Task A_custom_date_that_is_known_by_name_is_unchanged_in_every_form_of_its_day(object day)
    {
        foreach (var form in Enum.GetValues<DateForm>())
        {
            await using var tenant = await Tenant.StartAsync();
            tenant.Emulator.Switches.Dates = form;
            _ = tenant.Emulator.Object("Asset__gc").Insert(("Name", "Press"), ("Purchased_On__gc", new DateOnly(2027, 3, 31)));

            var report = await tenant.CreateClient().Objects("Asset__gc").UpsertAsync(
                [new() { ["Name"] = "Press", ["Purchased_On__gc"] = day }], Field.Custom<string>("Name"), Skip);

            report.Unchanged.Should().ContainSingle(form.ToString());
        }
    }

    [Fact]
    public async Task The_object_is_described_once_and_only_if_a_value_is_unclear()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Companies.InsertAsync(Rows.Companies(3));
        await gainsight.Companies.UpsertAsync(Rows.Companies(3), CompanyFields.Name, Skip);
        tenant.Calls("metadata.describe").Should().Be(0);
        List<Company> staged = [.. Rows.Companies(3).Select(row => new Company { Name = row.Name, Stage = "Adopting" })];

        await gainsight.Companies.UpsertAsync(staged, CompanyFields.Name, Skip);
        var report = await gainsight.Companies.UpsertAsync(staged, CompanyFields.Name, Skip);

        report.Unchanged.Should().HaveCount(3);
        tenant.Calls("metadata.describe").Should().Be(1);
    }

    [Fact]
    public async Task Without_a_description_a_row_with_a_label_is_sent()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (request, _, _) => request.RequestUri!.AbsolutePath.Contains("/meta/", StringComparison.Ordinal)
                ? (System.Net.HttpStatusCode.BadRequest, Intercept.Refusal)
                : null,
        });
        Company[] rows = [new() { Name = "Acme", Stage = "Adopting" }];
        await gainsight.Companies.InsertAsync(rows);

        var report = await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name, Skip);

        report.Updated.Should().ContainSingle();
    }

    [Fact]
    public async Task A_lookup_is_unchanged_if_the_row_it_points_to_has_the_requested_values()
    {
        await using var tenant = await Tenant.StartAsync();
        string[] emails = [.. tenant.Emulator.Object("gsuser").Rows.Take(2).Select(row => (string)row["Email"]!)];
        var gainsight = tenant.CreateClient();
        await gainsight.Companies.InsertAsync([Managed("Acme", emails[0]), Managed("Globex", emails[0])]);

        var report = await gainsight.Companies.UpsertAsync(
            [Managed("Acme", emails[0]), Managed("Globex", emails[1])], CompanyFields.Name, Skip);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Unchanged, RowStatus.Updated);
    }

    [Fact]
    public async Task Rows_are_sent_if_the_tenant_refuses_to_read_a_field()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(2);
        var rows = Rows.Companies(2);
        rows[0].Employees = -1;
        rows[1]["No_Such_Field__gc"] = "x";

        var report = await tenant.CreateClient().Companies.UpsertAsync(rows, CompanyFields.Name, Skip);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Failed);
        report.Rows[1].Errors[0].Code.Should().Be("GSOBJ_1002");
    }

    [Fact]
    public async Task Rows_are_compared_on_a_tenant_that_accepts_few_values_per_read()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.In = OperatorSupport.Refused;
        var gainsight = tenant.CreateClient();
        await gainsight.Companies.InsertAsync(Rows.Companies(20));

        var report = await gainsight.Companies.UpsertAsync(Rows.Companies(20), CompanyFields.Name, Skip);

        report.Unchanged.Should().HaveCount(20);
    }

    [Fact]
    public async Task An_update_makes_one_read_and_sends_changed_or_missing_rows()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Companies.InsertAsync(Rows.Companies(3));
        var rows = Rows.Companies(4);
        rows[1].Employees = 100;

        var report = await gainsight.Companies.UpdateAsync(rows, CompanyFields.Name, Skip);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Unchanged, RowStatus.Updated, RowStatus.Unchanged, RowStatus.Failed);
        report.Rows[0].Gsid.Should().Be(tenant.Named(Rows.Name(0)).Single().Gsid);
    }

    [Fact]
    public async Task An_update_by_GSID_is_compared_too()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = tenant.Seed(2);
        Company[] rows = [new() { Gsid = gsids[0], Employees = -1 }, new() { Gsid = gsids[1], Employees = 5 }];

        var report = await tenant.CreateClient().Companies.UpdateAsync(rows, IdentifierKeys.Gsid, Skip);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Unchanged, RowStatus.Updated);
        report.Calls.Should().Be(2);
    }

    [Fact]
    public async Task An_update_is_unchanged_only_if_every_row_with_its_key_is()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(2);
        tenant.Companies.Insert(("Name", Rows.Name(1)), ("Employees", 8));
        Company[] rows = [new() { Name = Rows.Name(0), Employees = -1 }, new() { Name = Rows.Name(1), Employees = -1 }];

        var report = await tenant.CreateClient().Companies.UpdateAsync(rows, CompanyFields.Name, Skip);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Unchanged, RowStatus.Updated);
        tenant.Companies.Rows.Should().OnlyContain(row => Equals(row["Employees"], -1m));
    }

    [Fact]
    public async Task Rows_with_the_same_key_are_compared_as_the_merged_row()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(1);
        Company[] rows = [new() { Name = Rows.Name(0), Employees = 3 }, new() { Name = Rows.Name(0), Employees = -1 }];

        var report = await tenant.CreateClient().Companies.UpsertAsync(rows, CompanyFields.Name, Skip);

        report.Unchanged.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_stream_skips_unchanged_rows()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Companies.InsertAsync(Rows.Companies(700));

        var outcomes =
            await gainsight.Companies.UpsertStreamAsync(Rows.Companies(701).ToStream(), CompanyFields.Name, Skip).ToListAsync();

        outcomes.Take(700).Should().OnlyContain(row => row.Status == RowStatus.Unchanged);
        outcomes[700].Status.Should().Be(RowStatus.Inserted);
    }

    private static Company Managed(string name, string email)
    {
        var company = new Company { Name = name };
        company.SetLookup(CompanyFields.Csm, UserFields.Email, email);
        return company;
    }

    private static Company Full(int i) => new()
    {
        Name = Rows.Name(i),
        Arr = 125_000.50m,
        Employees = i,
        RenewalDate = new DateOnly(2027, 3, 31),
        Stage = "Adopting",
        Tags = ["Strategic", "Beta"],
        ["Industry"] = null,
    };

    /// <summary>An asset whose fields the client knows only by name.</summary>
    private static ObjectRecord Asset(int i) => new()
    {
        ["Name"] = $"Asset {i}",
        ["Seats__gc"] = 25,
        ["Cost__gc"] = 12.5,
        ["In_Use__gc"] = true,
        ["Purchased_On__gc"] = "2027-03-31",
        ["Last_Seen__gc"] = new DateTimeOffset(2027, 3, 31, 9, 30, 0, TimeSpan.FromHours(2)),
        ["Tier__gc"] = "Gold",
        ["Regions__gc"] = new[] { "EMEA", "APAC" },
        ["Notes__gc"] = "",
        ["Contact_Email__gc"] = null,
    };
}
