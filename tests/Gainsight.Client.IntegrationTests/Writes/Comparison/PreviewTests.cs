using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class PreviewTests
{
    [Fact]
    public async Task A_preview_shows_field_by_field_what_an_upsert_would_do_and_writes_nothing()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Companies.InsertAsync(
        [
            new() { Name = "Acme", Arr = 100m, Stage = "Launched", RenewalDate = new DateOnly(2027, 3, 31), Tags = ["Beta"] },
            new() { Name = "Globex", Arr = 5m },
        ]);
        var calls = tenant.Emulator.Requests.Count;
        Company[] rows =
        [
            new() { Name = "Acme", Arr = 120.50m, Stage = "Adopting", RenewalDate = new DateOnly(2028, 3, 31), Tags = ["Reference", "Beta"], Industry = "Rail" },
            new() { Name = "Globex", Arr = 5.00m },
            new() { Name = "Initech", Arr = 9m, ["Industry"] = null },
        ];

        var preview = await gainsight.Companies.PreviewUpsertAsync(rows, CompanyFields.Name);

        preview.Rows.Select(row => row.Status).Should().Equal(PreviewStatus.WouldUpdate, PreviewStatus.Unchanged, PreviewStatus.WouldInsert);
        preview.Rows.Select(row => row.Record).Should().Equal(rows);
        preview.Rows[0].Gsid.Should().Be(tenant.Named("Acme").Single().Gsid);
        preview.Rows[0].Changes.Should().BeEquivalentTo(new[]
        {
            new { Field = (Field)CompanyFields.Arr, Before = (object?)100m, After = (object?)120.50m },
            new { Field = (Field)CompanyFields.Stage, Before = (object?)"Launched", After = (object?)"Adopting" },
            new { Field = (Field)CompanyFields.RenewalDate, Before = (object?)new DateOnly(2027, 3, 31), After = (object?)new DateOnly(2028, 3, 31) },
            new { Field = (Field)CompanyFields.Tags, Before = (object?)new[] { "Beta" }, After = (object?)new[] { "Reference", "Beta" } },
            new { Field = (Field)CompanyFields.Industry, Before = (object?)null, After = (object?)"Rail" },
        });
        preview.Rows[0].Changes.Should().OnlyContain(change => change.IsKnownToDiffer);
        preview.Rows[1].Changes.Should().BeEmpty();
        preview.WouldInsert.Should().ContainSingle().Which.Changes.Select(change => change.Field.Name).Should().Equal("Name", "Arr");
        tenant.Companies.Rows.Should().HaveCount(2);
        tenant.Named("Acme").Single()["Arr"].Should().Be(100m);
        preview.Calls.Should().Be(3, "one read, an empty page that shows which rows are missing, and one description for the picklists");
        (tenant.Emulator.Requests.Count - calls).Should().Be(3);
    }

    [Fact]
    public async Task A_preview_matches_what_the_upsert_then_does()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(300);
        tenant.Seed(1, first: 5);
        var gainsight = tenant.CreateClient();
        List<Company> rows = [.. Rows.Companies(900, first: 100), .. Rows.Companies(10, first: 995), .. Rows.Companies(10)];
        rows[3].Employees = -1;
        rows[4].Name = " ";
        rows[5] = null!;
        rows[6]["RenewalDate"] = "no date";

        var preview = await gainsight.Companies.PreviewUpsertAsync(rows, CompanyFields.Name);
        var report = await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name, new WriteOptions { SkipUnchanged = true, Preflight = true });

        preview.Rows.Select(row => row.Status).Should().Equal(report.Rows.Select(row => Expected(row.Status)));
        preview.Rows.Select(row => string.Join(", ", row.Errors)).Should().Equal(report.Rows.Select(row => string.Join(", ", row.Errors)));
        preview.Rows.Select(row => row.Index).Should().Equal(report.Rows.Select(row => row.Index));
        preview.WouldFail.Should().HaveCount(4, "a row without a key, a null row, an invalid row, and a row with two matches");
        preview.Calls.Should().BeLessThanOrEqualTo(5, "four reads, and one description");
    }

    [Fact]
    public async Task The_preview_of_an_update_of_a_missing_row_reports_a_failure()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(2);

        var preview = await tenant.CreateClient().Companies.PreviewUpdateAsync(Rows.Companies(3), CompanyFields.Name);

        preview.Rows.Select(row => row.Status).Should().Equal(PreviewStatus.WouldUpdate, PreviewStatus.WouldUpdate, PreviewStatus.WouldFail);
        preview.WouldFail.Single().Errors.Should().ContainSingle().Which.Should().Match<RecordError>(error => error.Code == "GSOBJ_1011" && error.Field == "Name");
        tenant.Companies.Rows.Should().OnlyContain(row => Equals(row["Employees"], -1m));
    }

    [Fact]
    public async Task The_preview_of_an_update_lists_the_changes_of_each_matching_row()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(1);
        tenant.Companies.Insert(("Name", Rows.Name(0)), ("Employees", 8));

        var preview = await tenant.CreateClient().Companies.PreviewUpdateAsync(Rows.Companies(1), CompanyFields.Name);

        var row = preview.WouldUpdate.Should().ContainSingle().Subject;
        row.Gsid.Should().BeNull();
        row.Changes.Select(change => change.Before).Should().BeEquivalentTo(new object[] { -1, 8 });
    }

    [Fact]
    public async Task An_insert_is_previewed_without_reading_rows()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(1);

        var preview = await tenant.CreateClient().Companies.PreviewInsertAsync([.. Rows.Companies(2), new Company { Employees = 1 }]);

        preview.WouldInsert.Should().HaveCount(2);
        preview.WouldFail.Should().ContainSingle().Which.Errors[0].Field.Should().Be("Name");
        tenant.Calls("record.query").Should().Be(0);
        tenant.Companies.Rows.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_preview_counts_every_call_and_says_its_numbers()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(1);

        var preview = await tenant.CreateClient().Companies.PreviewUpsertAsync([.. Rows.Companies(3), new Company { Employees = 1 }], CompanyFields.Name);

        tenant.Calls("metadata.describe").Should().BePositive();
        preview.Calls.Should().Be(tenant.Emulator.Requests.Count);
        preview.ToString().Should().Be($"2 WouldInsert, 1 WouldUpdate, 1 WouldFail ({preview.Calls} calls)");
    }

    [Fact]
    public async Task An_empty_preview_costs_no_call()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        var preview = await gainsight.Companies.PreviewUpsertAsync([], CompanyFields.Name);
        var streamed = await gainsight.Companies.PreviewUpsertStreamAsync(Array.Empty<Company>(), CompanyFields.Name).ToListAsync();

        preview.Rows.Should().BeEmpty();
        streamed.Should().BeEmpty();
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_stream_is_previewed_in_order_while_it_is_read()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(1300);
        var taken = 0;
        var ahead = new List<long>();

        await foreach (var row in tenant.CreateClient().Companies.PreviewUpsertStreamAsync(Count(), CompanyFields.Name))
        {
            row.Status.Should().Be(row.Index < 1300 ? PreviewStatus.WouldUpdate : PreviewStatus.WouldInsert);
            ahead.Add(taken - row.Index);
        }

        ahead.Should().HaveCount(1400).And.OnlyContain(rows => rows <= 500, "memory must not grow");
        tenant.Calls("record.query").Should().Be(4);

        IEnumerable<Company> Count()
        {
            foreach (var row in Rows.Companies(1400))
            {
                taken++;
                yield return row;
            }
        }
    }

    [Fact]
    public async Task A_lookup_is_shown_as_its_dot_path()
    {
        await using var tenant = await Tenant.StartAsync();
        EmulatedRow[] users = [.. tenant.Emulator.Object("gsuser").Rows.Take(2)];
        tenant.Companies.Insert(("Name", "Acme"), ("Csm", users[0].Gsid));
        var acme = new Company { Name = "Acme" };
        acme.SetLookup(CompanyFields.Csm, UserFields.Email, (string)users[1]["Email"]!);

        var preview = await tenant.CreateClient().Companies.PreviewUpsertAsync([acme], CompanyFields.Name);

        var change = preview.WouldUpdate.Single().Changes.Should().ContainSingle().Subject;
        change.Field.Name.Should().Be("Csm__gr.Email");
        (change.Before, change.After).Should().Be((users[0]["Email"], users[1]["Email"]));
    }

    [Fact]
    public async Task No_change_is_certain_if_the_tenant_refuses_to_read_a_field()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(1);
        var row = new Company { Name = Rows.Name(0), Employees = -1, ["No_Such_Field__gc"] = 5 };
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            // The metadata has a field that queries refuse.
            Answer = (request, status, body) => request.RequestUri!.AbsolutePath.EndsWith("/describe", StringComparison.Ordinal)
                ? (status, body.Replace("\"Employees\"", "\"No_Such_Field__gc\"", StringComparison.Ordinal).Replace("\"Users\"", "\"Employees\"", StringComparison.Ordinal))
                : null,
        });

        var preview = await gainsight.Companies.PreviewUpsertAsync([row], CompanyFields.Name);

        preview.WouldUpdate.Single().Changes.Should().HaveCount(2).And.OnlyContain(change => !change.IsKnownToDiffer && change.Before == null);
    }

    [Fact]
    public async Task The_texts_of_previews_contain_no_values()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Secret name"), ("Industry", "Secret before"));

        var preview = await tenant.CreateClient().Companies.PreviewUpsertAsync(
            [new() { Name = "Secret name", Industry = "Secret after" }, new() { Name = "" }], CompanyFields.Name);

        preview.Rows[0].ToString().Should().Be("0: WouldUpdate Industry");
        preview.Rows[0].Changes[0].ToString().Should().Be("Industry");
        preview.Rows[1].ToString().Should().Be("1: WouldFail MissingKey (Name)");
    }

    [Theory]
    [InlineData("Arr")]
    [InlineData("Stage")]
    public async Task An_invalid_text_fails_only_its_row_in_every_check(string field)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(3);
        var gainsight = tenant.CreateClient();
        Company[] rows = [.. Rows.Companies(3)];
        rows[1][field] = "\ud800";

        var preview = await gainsight.Companies.PreviewUpsertAsync(rows, CompanyFields.Name);
        var report = await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name, new WriteOptions { SkipUnchanged = true });

        preview.WouldFail.Should().ContainSingle().Which.Index.Should().Be(1);
        report.Failed.Should().ContainSingle().Which.Index.Should().Be(1);
        report.Updated.Should().HaveCount(2);
    }

    [Fact]
    public async Task An_invalid_text_in_the_tenant_is_changed_into_a_valid_one()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"), ("Industry", "Rail"));
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, status, body) => (status, body.Replace("\"Rail\"", "\"\\ud800\"", StringComparison.Ordinal)),
        });
        Company[] rows = [new() { Name = "Acme", Industry = "Rail" }];

        var preview = await gainsight.Companies.PreviewUpsertAsync(rows, CompanyFields.Name);
        var report = await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name, new WriteOptions { SkipUnchanged = true });

        preview.WouldUpdate.Single().Changes.Should().ContainSingle().Which.Before.Should().BeNull();
        report.Updated.Should().ContainSingle();
    }

    [Fact]
    public async Task A_preview_throws_if_the_tenant_cannot_be_read()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.Credential = new AccessKeyCredential("wrong"));

        await gainsight.Awaiting(client => client.Companies.PreviewUpsertAsync(Rows.Companies(1), CompanyFields.Name))
            .Should().ThrowAsync<GainsightAuthenticationException>();
    }

    private static PreviewStatus Expected(RowStatus status) => status switch
    {
        RowStatus.Inserted => PreviewStatus.WouldInsert,
        RowStatus.Updated => PreviewStatus.WouldUpdate,
        RowStatus.Unchanged => PreviewStatus.Unchanged,
        _ => PreviewStatus.WouldFail,
    };
}
