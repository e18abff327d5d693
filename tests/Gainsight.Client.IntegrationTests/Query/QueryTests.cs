using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Queries and reads of one row, over HTTP.</summary>
public sealed class QueryTests
{
    [Fact]
    public async Task Dot_paths_work_across_one_lookup_and_across_two()
    {
        await using var tenant = await Tenant.StartAsync();
        var users = tenant.Emulator.Object("gsuser");
        var rhea = users.Rows.Single(row => (string?)row["FirstName"] == "Rhea").Gsid;
        var mei = users.Rows.Single(row => (string?)row["FirstName"] == "Mei").Gsid;
        users.Update(rhea, ("Manager", mei));
        tenant.Companies.Insert(("Name", "Acme"), ("Csm", rhea));
        tenant.Companies.Insert(("Name", "Brightwater"), ("Csm", mei));
        tenant.Companies.Insert(("Name", "Corvid"));
        var email = CompanyFields.Csm.Then(UserFields.Email);
        var boss = CompanyFields.Csm.Then(UserFields.Manager).Then(UserFields.Name);
        var gainsight = tenant.CreateClient();

        var all = await gainsight.Companies.Query().Select(CompanyFields.Name, email, boss).OrderBy(email).ToListAsync();
        var some = await gainsight.Companies.Query().Where(boss.EqualTo("Mei Castellan")).ToListAsync();

        all.Select(company => (company.Name, company.Get(email), company.Get(boss))).Should().Equal(
            ("Corvid", null, null),
            ("Brightwater", "mei@northwind.example", null),
            ("Acme", "rhea@northwind.example", "Mei Castellan"));
        some.Should().ContainSingle().Which.Name.Should().Be("Acme");
    }

    [Fact]
    public async Task Rows_are_returned_in_the_requested_order_and_no_more_than_requested()
    {
        await using var tenant = await Tenant.StartAsync();
        for (var i = 0; i < 40; i++)
        {
            tenant.Companies.Insert(("Name", $"Company {i:00}"), ("Employees", i % 4), ("Arr", i % 7 == 0 ? null : (decimal?)i));
        }

        var query = tenant.CreateClient().Companies.Query()
            .Select(CompanyFields.Name).OrderByDescending(CompanyFields.Employees).OrderBy(CompanyFields.Name);

        var rows = await query.Take(15).ToListAsync();
        var first = await query.FirstOrDefaultAsync();

        rows.Select(row => row.Name).Should().Equal(
            Enumerable.Range(0, 40).OrderByDescending(i => i % 4).ThenBy(i => i).Take(15).Select(i => $"Company {i:00}"));
        first!.Name.Should().Be("Company 03");
        tenant.Emulator.Requests.Snapshot().Select(entry => entry.RecordCount).Should().Equal([15, 1], "no more rows are fetched than requested");
    }

    [Fact]
    public async Task A_requested_number_of_rows_beyond_a_page_is_fetched_exactly()
    {
        await using var tenant = await Tenant.StartAsync();
        Insert(tenant, 30);

        List<Company> rows = [];
        await foreach (var row in tenant.CreateClient().Companies.Query().Take(23).ReadAsync(new ReadOptions { PageSize = 10 }))
        {
            rows.Add(row);
        }

        rows.Select(row => row.Gsid).Should().HaveCount(23).And.OnlyHaveUniqueItems();
        tenant.Emulator.Requests.Snapshot().Select(entry => entry.RecordCount).Should().Equal(10, 10, 3);
    }

    [Fact]
    public async Task One_row_is_read_by_its_id_with_one_call_and_a_missing_one_is_null()
    {
        await using var tenant = await Tenant.StartAsync();
        Insert(tenant, 3);
        var gsid = tenant.Companies.Insert(("Name", "Acme"), ("Arr", 1.5m), ("Stage", "Adopting"), ("Csm", null));
        var gainsight = tenant.CreateClient();

        var found = await gainsight.Companies.GetAsync(gsid);
        var calls = tenant.Emulator.Requests.Count;
        var missing = await gainsight.Companies.GetAsync(gsid[..^4] + "ZZZZ");

        (found!.Gsid, found.Name, found.Arr, found.Csm).Should().Be((gsid, "Acme", 1.5m, null));
        found.CreatedDate.Should().Be(tenant.Clock.GetUtcNow());
        calls.Should().Be(1);
        missing.Should().BeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task A_row_without_an_id_is_not_requested(string? gsid)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        await ((Func<Task>)(() => gainsight.Companies.GetAsync(gsid!))).Should().ThrowAsync<ArgumentException>();

        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Theory]
    [InlineData(EmptyResultForm.EmptyRecords)]
    [InlineData(EmptyResultForm.NoDataFound)]
    [InlineData(EmptyResultForm.BadRequest)]
    public async Task Every_form_of_a_missing_result_gives_an_empty_list(EmptyResultForm form)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.EmptyResult = form;
        var gainsight = tenant.CreateClient();

        (await gainsight.Companies.Query().ToListAsync()).Should().BeEmpty();
        (await gainsight.Companies.Query().FirstOrDefaultAsync()).Should().BeNull();
        (await gainsight.Companies.GetAsync(new string('A', 36))).Should().BeNull();
        tenant.Emulator.Requests.Count.Should().Be(3, "an empty result is not retried");
    }

    [Theory]
    [InlineData(EmptyResultForm.NoDataFound)]
    [InlineData(EmptyResultForm.BadRequest)]
    public async Task A_read_whose_last_page_is_full_ends_with_every_form_of_an_empty_page(EmptyResultForm form)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.EmptyResult = form;
        Insert(tenant, 20);

        var rows = 0;
        await foreach (var _ in tenant.CreateClient().Companies.Query().ReadAsync(new ReadOptions { PageSize = 10 }))
        {
            rows++;
        }

        rows.Should().Be(20);
        tenant.Emulator.Requests.Count.Should().Be(3);
    }

    [Theory]
    [InlineData(QueryDataForm.BareArray, DateForm.Iso, EmptyValueForm.Null)]
    [InlineData(QueryDataForm.BareArray, DateForm.IsoMilliseconds, EmptyValueForm.MissingKey)]
    [InlineData(QueryDataForm.BareArray, DateForm.EpochMilliseconds, EmptyValueForm.EmptyTextForDates)]
    [InlineData(QueryDataForm.BareArray, DateForm.SpaceSeparated, EmptyValueForm.Null)]
    [InlineData(QueryDataForm.RecordsObject, DateForm.Iso, EmptyValueForm.EmptyTextForDates)]
    [InlineData(QueryDataForm.RecordsObject, DateForm.IsoMilliseconds, EmptyValueForm.Null)]
    [InlineData(QueryDataForm.RecordsObject, DateForm.EpochMilliseconds, EmptyValueForm.MissingKey)]
    [InlineData(QueryDataForm.RecordsObject, DateForm.SpaceSeparated, EmptyValueForm.EmptyTextForDates)]
    public async Task Every_form_of_data_dates_and_empty_values_gives_the_same_rows(QueryDataForm data, DateForm dates, EmptyValueForm empty)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.QueryData = data;
        tenant.Emulator.Switches.Dates = dates;
        tenant.Emulator.Switches.EmptyValues = empty;
        var seen = new DateTimeOffset(2027, 3, 31, 9, 30, 0, TimeSpan.Zero);
        var lastSeen = Field.Custom<DateTimeOffset>("Last_Seen__gc");
        var bought = Field.Custom<DateOnly>("Purchased_On__gc");
        var assets = tenant.Emulator.Object("Asset__gc");
        for (var i = 0; i < 25; i++)
        {
            assets.Insert(
                ("Name", $"Asset {i:00}"),
                ("Last_Seen__gc", i % 3 == 0 ? null : seen.AddHours(i)),
                ("Purchased_On__gc", i % 4 == 0 ? null : new DateOnly(2027, 1, 1).AddDays(i)));
        }

        List<(string?, DateTimeOffset?, DateOnly?)> rows = [];
        await foreach (var row in tenant.CreateClient().Objects("Asset__gc").Query()
            .Select("Name", lastSeen, bought).ReadAsync(new ReadOptions { PageSize = 10 }))
        {
            rows.Add(((string?)row["Name"], row.Get(lastSeen), row.Get(bought)));
        }

        rows.Should().BeEquivalentTo(Enumerable.Range(0, 25).Select(i => (
            (string?)$"Asset {i:00}",
            i % 3 == 0 ? (DateTimeOffset?)null : seen.AddHours(i),
            i % 4 == 0 ? (DateOnly?)null : new DateOnly(2027, 1, 1).AddDays(i))));
    }

    [Fact]
    public async Task A_picklist_is_filtered_by_label_and_read_as_an_id()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"), ("Stage", "Adopting"));
        tenant.Companies.Insert(("Name", "Brightwater"), ("Stage", "Launched"));

        var rows = await tenant.CreateClient().Companies.Query().Where(CompanyFields.Stage.EqualTo("Adopting")).ToListAsync();

        var row = rows.Should().ContainSingle().Which;
        row.Name.Should().Be("Acme");
        row.Stage.Should().Be((string?)tenant.Companies.Find(row.Gsid!)!["Stage"]).And.HaveLength(36);
    }

    [Fact]
    public async Task An_unknown_object_is_not_found()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        foreach (var read in new Func<Task>[]
        {
            () => gainsight.Objects("Nothing__gc").Query().ToListAsync(),
            () => gainsight.Objects("Nothing__gc").Query().Select("Name").ToListAsync(),
            () => gainsight.Objects("Nothing__gc").GetAsync(new string('A', 36)),
        })
        {
            (await read.Should().ThrowAsync<GainsightNotFoundException>()).Which.Message.Should().Contain("Nothing__gc");
        }
    }

    [Fact]
    public async Task An_unknown_field_throws_a_validation_exception_without_retries()
    {
        await using var tenant = await Tenant.StartAsync();
        Insert(tenant, 1);
        var gainsight = tenant.CreateClient();

        await ((Func<Task>)(() => gainsight.Companies.Query().Select("Nmae").ToListAsync())).Should().ThrowAsync<GainsightValidationException>();
        var calls = tenant.Calls(EmulatorOperations.Query);
        (await ((Func<Task>)(() => gainsight.Companies.Query().Where(Field.Custom<string>("Secret_Field__gc").EqualTo("secret value")).ToListAsync()))
            .Should().ThrowAsync<GainsightValidationException>()).Which.ToString().Should().NotContain("secret value");
        await ((Func<Task>)(() => gainsight.Companies.Query().OrderBy("Nmae").ToListAsync())).Should().ThrowAsync<GainsightValidationException>();

        calls.Should().Be(1);
    }

    private static void Insert(Tenant tenant, int count)
    {
        for (var i = 0; i < count; i++)
        {
            tenant.Companies.Insert(("Name", $"Company {i:0000}"));
        }
    }
}
