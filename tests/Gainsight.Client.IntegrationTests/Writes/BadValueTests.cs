namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class BadValueTests
{
    public static TheoryData<string, object?, string, string> Values => new()
    {
        { "Stage", "Onboarding (retired)", "GSOBJ_1012", "an inactive picklist item" },
        { "Summary", new string('s', 4001), "GSOBJ_1001", "a text that is too long" },
        { "Arr", "much", "GSOBJ_1008", "a text for a number" },
        { "Arr", 1.50m, "", "a good value" },
        { "Tags", new[] { "Strategic", "Nonsense" }, "GSOBJ_1012", "a multi-select with one bad item" },
        { "SfdcAccountId", "short", "GSOBJ_1008", "a Salesforce id of the wrong length" },
        { "Csm", "not a GSID", "GSOBJ_1008", "a lookup that is no GSID" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_bad_value_fails_only_its_row(string field, object? value, string code, string what)
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(50);
        rows[17][field] = value;

        var report = await tenant.CreateClient().Companies.UpsertAsync(rows, CompanyFields.Name);

        if (code.Length == 0)
        {
            report.Inserted.Should().HaveCount(50, what);
            return;
        }

        report.Failed.Should().ContainSingle(what).Which.Should().Match<RowOutcome<Company>>(
            row => row.Index == 17 && row.Errors[0].Code == code && row.Errors[0].Field == field);
        report.Inserted.Should().HaveCount(49);
        report.Calls.Should().BeLessThanOrEqualTo(4, "a read, the refused call, once a read that shows that it wrote nothing, and the good call");
    }

    [Fact]
    public async Task A_row_without_a_field_that_the_tenant_requires_fails_alone()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Object("Asset__gc").Field("Serial_Number__gc").Required = true;
        List<ObjectRecord> rows = [.. Enumerable.Range(0, 50).Select(i => new ObjectRecord { ["Name"] = $"A{i}", ["Serial_Number__gc"] = $"S{i}" })];
        rows[9] = new ObjectRecord { ["Name"] = "A9" };

        var report = await tenant.CreateClient().Objects("Asset__gc").InsertAsync(rows);

        report.Failed.Should().ContainSingle().Which.Should().Match<RowOutcome<ObjectRecord>>(
            row => row.Index == 9 && row.Errors[0].Code == "GSOBJ_1007" && row.Errors[0].Field == "Serial_Number__gc");
        report.Inserted.Should().HaveCount(49);
        report.Calls.Should().Be(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_null_in_a_field_that_requires_a_value_fails_its_row_but_not_rows_without_the_field(bool insert)
    {
        await using var tenant = await Tenant.StartAsync();
        var assets = tenant.Emulator.Object("Asset__gc");
        List<ObjectRecord> rows = [.. Enumerable.Range(0, 50).Select(i => new ObjectRecord { ["Name"] = $"A{i}", ["Seats__gc"] = i })];
        rows[9]["In_Use__gc"] = null;
        rows[10]["In_Use__gc"] = true;
        if (!insert)
        {
            rows.ForEach(row => assets.Insert(("Name", row["Name"])));
        }

        var client = tenant.CreateClient().Objects("Asset__gc");
        var report = insert ? await client.InsertAsync(rows) : await client.UpdateAsync(rows, Field.Custom<string>("Name"));

        report.Failed.Should().ContainSingle().Which.Should().Match<RowOutcome<ObjectRecord>>(
            row => row.Index == 9 && row.Errors[0].Code == "GSOBJ_1007" && row.Errors[0].Field == "In_Use__gc");
        report.Calls.Should().Be(2);
        assets.Rows.Count(row => Equals(row["Seats__gc"], null)).Should().Be(insert ? 0 : 1);
    }

    [Fact]
    public async Task A_value_that_was_only_loaded_is_not_reported_as_the_bad_value()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(50);
        var gainsight = tenant.CreateClient();
        List<Company> rows =
            [.. await gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.Stage, CompanyFields.Industry).ToListAsync()];
        rows.ForEach(row => row.Employees = 5);
        tenant.Companies.Field("Industry").Nillable = false;
        rows[20].Clear(CompanyFields.Industry);

        var report = await gainsight.Companies.UpdateAsync(rows, IdentifierKeys.Gsid);

        report.Failed.Should().ContainSingle().Which.Index.Should().Be(20);
        report.Updated.Should().HaveCount(49).And.OnlyContain(row => row.Gsid != null);
    }

    [Fact]
    public async Task An_unknown_object_throws_without_a_search_for_bad_rows()
    {
        await using var tenant = await Tenant.StartAsync();
        var nowhere = tenant.CreateClient().Objects("Nowhere__gc");

        await FluentActions.Awaiting(() => nowhere.InsertAsync([.. Enumerable.Range(0, 200).Select(i => new ObjectRecord { ["Name"] = $"A{i}" })]))
            .Should().ThrowAsync<GainsightApiException>();

        tenant.Emulator.Requests.Count.Should().BeLessThanOrEqualTo(5, "four calls at the same time, and the list of objects for a suggestion");
    }
}
