using System.Net;
using System.Text.Json.Nodes;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class DuplicateKeyTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(600, 599)]
    public async Task Rows_with_the_same_key_become_one_row_that_is_inserted_and_then_updated(int apart, int streamedApart)
    {
        foreach (var stream in (bool[])[false, true])
        {
            await using var tenant = await Tenant.StartAsync();
            var rows = Rows.Companies((stream ? streamedApart : apart) + 1);
            rows[0].Industry = "first";
            rows[^1] = new Company { Name = rows[0].Name, Arr = 7, Employees = 99 };
            var gainsight = tenant.CreateClient();

            var outcomes = stream
                ? await gainsight.Companies.UpsertStreamAsync(rows.ToStream(), CompanyFields.Name).ToListAsync()
                : (await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name)).Rows;

            outcomes.Select(row => row.Index).Should().Equal(Enumerable.Range(0, rows.Count).Select(i => (long)i));
            outcomes[0].Status.Should().Be(RowStatus.Inserted);
            outcomes[^1].Status.Should().Be(RowStatus.Updated);
            outcomes[^1].Gsid.Should().Be(outcomes[0].Gsid);
            var row = tenant.Named(rows[0].Name!).Should().ContainSingle().Subject;
            (row["Industry"], row["Arr"], row["Employees"]).Should().Be(("first", 7m, 99m));
            tenant.Companies.Count.Should().Be(rows.Count - 1);
        }
    }

    [Fact]
    public async Task A_row_fails_without_a_guess_when_two_rows_of_the_tenant_have_its_key()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(3);
        tenant.Seed(1, first: 1);

        var report = await tenant.CreateClient().Companies.UpsertAsync(Rows.Companies(4), CompanyFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Failed, RowStatus.Updated, RowStatus.Inserted);
        report.Rows[1].Errors[0].Should().Match<RecordError>(error => error.Code == RecordErrorCodes.AmbiguousKey && error.Field == "Name");
        tenant.Named(Rows.Name(1)).Should().HaveCount(2).And.OnlyContain(row => Equals(row["Employees"], -1m));
    }

    [Fact]
    public async Task Keys_that_differ_in_case_are_different_rows_on_a_case_sensitive_tenant()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "ACME"));

        var report = await tenant.CreateClient().Companies.UpsertAsync(
            [new Company { Name = "Acme", Employees = 1 }, new Company { Name = "ACME", Employees = 2 }], CompanyFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Updated);
        tenant.Names().Should().Equal("ACME", "Acme");
    }

    [Fact]
    public async Task Merged_rows_of_an_update_by_key_send_only_changed_fields()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsid = tenant.Companies.Insert(("Name", "Acme"), ("Industry", "old"), ("Arr", 1), ("Employees", 1));
        var gainsight = tenant.CreateClient();
        var first = (await gainsight.Companies.GetAsync(gsid))!;
        var second = (await gainsight.Companies.GetAsync(gsid))!;
        tenant.Companies.Update(gsid, ("Industry", "changed elsewhere"));
        first.Arr = 2;
        second.Employees = 3;

        var byName = await gainsight.Companies.UpsertAsync([first, second], CompanyFields.Name);
        var byGsid = await gainsight.Companies.UpdateAsync([first, second], IdentifierKeys.Gsid);

        byName.Updated.Concat(byGsid.Updated).Should().HaveCount(4).And.OnlyContain(row => row.Gsid == gsid);
        var row = tenant.Companies.Find(gsid)!;
        (row["Industry"], row["Arr"], row["Employees"]).Should().Be(("changed elsewhere", 2m, 3m));
    }

    [Fact]
    public async Task A_row_that_was_read_and_changed_in_one_field_sends_that_field_and_the_key()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsid = tenant.Companies.Insert(("Name", "Acme"), ("Industry", "old"), ("Arr", 1));
        Intercept? wire = null;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = wire = new Intercept(options.PrimaryHandler!));
        var company = (await gainsight.Companies.GetAsync(gsid))!;
        company.Arr = 2.50m;
        wire!.Sent.Clear();

        await gainsight.Companies.UpdateAsync([company], IdentifierKeys.Gsid);
        await gainsight.Companies.UpdateAsync([company], CompanyFields.Name);

        wire.Sent.Should().Equal(
            (HttpMethod.Put, "/v1/data/objects/Company?keys=Gsid", $$"""{"records":[{"Gsid":"{{gsid}}","Arr":2.50}]}"""),
            (HttpMethod.Put, "/v1/data/objects/Company?keys=Name", """{"records":[{"Name":"Acme","Arr":2.50}]}"""));
    }

    [Fact]
    public async Task Loaded_rows_with_the_same_key_and_an_invalid_text_fail_alone()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"), ("Industry", "Rail"));
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, status, body) => (status, body.Replace("\"Rail\"", "\"\\ud800\"", StringComparison.Ordinal)),
        });
        var loaded = (await gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.Industry).ToListAsync()).Single();
        tenant.Companies.Delete(loaded.Gsid!);

        var report = await gainsight.Companies.UpsertAsync(
            [loaded, new Company { Name = "Globex" }, new Company { Name = "Acme", Employees = 4 }], CompanyFields.Name);

        report.Failed.Select(row => (row.Index, row.Errors[0].Code)).Should().Equal((0, RecordErrorCodes.InvalidValue), (2, RecordErrorCodes.InvalidValue));
        report.Inserted.Should().ContainSingle().Which.Index.Should().Be(1);
    }

    [Fact]
    public async Task Rows_whose_keys_the_tenant_treats_as_equal_are_merged_in_order()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsid = tenant.Companies.Insert(("Name", "acme"));
        var gainsight = WithoutCase(tenant, gsid);
        var rows = Rows.Companies(70);
        rows[0] = new Company { Name = "Acme", Employees = 1, Industry = "first", Arr = 1 };
        rows[60] = new Company { Name = "ACME", Employees = 2, Arr = 2 };
        rows[65] = new Company { Name = "Acme", Employees = 3 };

        var preview = await gainsight.Companies.PreviewUpsertAsync(rows, CompanyFields.Name);
        var report = await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name);

        new[] { 0, 60, 65 }.Should().OnlyContain(i => preview.Rows[i].Status == PreviewStatus.WouldUpdate && preview.Rows[i].Gsid == gsid);
        new[] { 0, 60, 65 }.Should().OnlyContain(i => report.Rows[i].Status == RowStatus.Updated && report.Rows[i].Gsid == gsid);
        report.Inserted.Should().HaveCount(67);
        var row = tenant.Companies.Find(gsid)!;
        (row["Industry"], row["Arr"], row["Employees"]).Should().Be(("first", 2m, 3m));
        tenant.Calls(EmulatorOperations.Update).Should().Be(1);

        var again = await gainsight.Companies.UpsertAsync([new Company { Name = "ACME", Arr = 9 }], CompanyFields.Name);
        again.Updated.Should().ContainSingle("the keys were released").Which.Gsid.Should().Be(gsid);
    }

    [Fact]
    public async Task A_row_that_was_just_inserted_is_looked_up_again_even_if_the_answer_to_the_first_read_is_late()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.ReadLag = TimeSpan.FromSeconds(3);
        var late = tenant.Emulator.Faults.Add(new Fault(FaultKind.LatencyAfterCommit) { Operation = EmulatorOperations.Query, Skip = 1, Count = 1, Delay = TimeSpan.FromSeconds(10) });
        var gainsight = tenant.CreateClient(options => options.InProcess(tenant));
        await gainsight.Companies.UpsertAsync(Rows.Companies(3), CompanyFields.Name);

        var report = await gainsight.Companies.UpsertAsync(Rows.Companies(3), CompanyFields.Name);

        late.Fired.Should().Be(1);
        report.Updated.Should().HaveCount(3);
        tenant.Names().Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_repeated_key_updates_the_row_that_was_just_inserted_before_the_tenant_shows_it(bool inAnotherWrite)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = ShowingLate(tenant, TimeSpan.FromSeconds(3));
        var rows = Rows.Companies(599);
        var again = new Company { Name = Rows.Name(0), Employees = -7 };

        RowOutcome<Company> outcome;
        if (inAnotherWrite)
        {
            await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name);
            outcome = (await gainsight.Companies.UpsertAsync([again], CompanyFields.Name)).Rows[0];
        }
        else
        {
            outcome = (await gainsight.Companies.UpsertAsync([.. rows, again], CompanyFields.Name)).Rows[^1];
        }

        outcome.Status.Should().Be(RowStatus.Updated);
        tenant.Named(Rows.Name(0)).Should().ContainSingle().Which["Employees"].Should().Be(-7m);
    }

    [Fact]
    public async Task A_key_whose_row_was_deleted_after_it_was_inserted_is_inserted_again()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var gsid = (await gainsight.Companies.UpsertAsync([new Company { Name = "Acme" }], CompanyFields.Name)).Rows[0].Gsid!;
        await gainsight.Companies.DeleteAsync(gsid);

        var report = await gainsight.Companies.UpsertAsync([new Company { Name = "Acme" }], CompanyFields.Name);

        report.Inserted.Should().ContainSingle();
        tenant.Named("Acme").Should().ContainSingle();
    }

    [Fact]
    public async Task A_repeated_key_causes_no_delay_if_the_tenant_shows_its_row_immediately()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Companies.UpsertAsync(Rows.Companies(5), CompanyFields.Name);

        var report = await gainsight.Companies.UpsertAsync(Rows.Companies(5), CompanyFields.Name);

        report.Calls.Should().Be(2, "one read and one update");
        report.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(1));
    }

    /// <summary>A tenant whose reads show rows only some time after the write was accepted.</summary>
    private static GainsightClient ShowingLate(Tenant tenant, TimeSpan delay)
    {
        var since = new Dictionary<string, DateTimeOffset>();
        return tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (request, status, body) =>
            {
                var answer = JsonNode.Parse(body)!;
                var records = answer["data"]?["records"]?.AsArray();
                lock (since)
                {
                    if (request.RequestUri!.AbsolutePath.Contains("/query/", StringComparison.Ordinal))
                    {
                        records?.Where(row => tenant.Clock.GetUtcNow() - since.GetValueOrDefault((string)row!["Gsid"]!) < delay).ToList().ForEach(row => records.Remove(row));
                    }
                    else if (request.Method == HttpMethod.Post)
                    {
                        records?.ToList().ForEach(row => since[(string)row!["Gsid"]!] = tenant.Clock.GetUtcNow());
                    }
                }

                return (status, answer.ToJsonString());
            },
        });
    }

    /// <summary>A tenant that compares texts case-insensitively when the keys of one company are read.</summary>
    private static bool IsNextPage(HttpRequestMessage request) => request.Content!.ReadAsStringAsync().Result.Contains("\"GT\"", StringComparison.Ordinal);

    private static GainsightClient WithoutCase(Tenant tenant, string gsid) => tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
    {
        Answer = (request, status, _) => request.RequestUri!.AbsolutePath.Contains("/query/", StringComparison.Ordinal)
            ? (HttpStatusCode.OK, $$$"""{"result":true,"requestId":"r","data":{"records":[{{{(IsNextPage(request) ? "" : $$"""{"Gsid":"{{gsid}}","Name":"acme"}""")}}}]}}""")
            : null,
    });
}
