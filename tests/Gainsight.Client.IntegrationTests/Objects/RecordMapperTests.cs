using System.Data;
using System.Text.Json;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Objects;

/// <summary>Rows of other sources become records, as the tenant's metadata says.</summary>
public sealed class RecordMapperTests
{
    private static readonly FieldMap Map = new()
    {
        ["name"] = "Name",
        ["arr"] = "Arr",
        ["staff"] = "employees",
        ["stage"] = "Stage",
        ["tags"] = "Tags",
        ["renewal"] = "RenewalDate",
        DatePatterns = { "dd.MM.yyyy" },
    };

    [Fact]
    public async Task Text_of_a_file_becomes_what_the_fields_are()
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient();
        var mapper = await gainsight.Companies.MapAsync(Map);

        var mapped = mapper.Map(new Dictionary<string, string?>
        {
            ["Name"] = "Acme",
            ["arr"] = " 1250.50 ",
            ["staff"] = "40",
            ["stage"] = "adopting",
            ["renewal"] = "31.03.2027",
            ["other"] = "x",
            ["tags"] = "",
        });

        mapped.Problems.Should().BeEmpty();
        var company = mapped.Record;
        (company.Name, company.Arr, company.Employees, company.Stage, company.RenewalDate).Should().Be(("Acme", 1250.50m, 40, "Adopting", new DateOnly(2027, 3, 31)));
        company.FieldNames.Should().BeEquivalentTo("Name", "Arr", "Employees", "Stage", "RenewalDate");
        (await gainsight.Companies.InsertAsync(company)).Status.Should().Be(RowStatus.Inserted);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"\\ud800\"")]
    public async Task Json_that_is_no_object_is_a_problem_of_its_row_and_nothing_is_thrown(string json)
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient();
        var mapper = await gainsight.Companies.MapAsync(Map);

        var mapped = mapper.Map(JsonElement.Parse(json));
        var report = await gainsight.Companies.InsertAsync([mapped.ForWriting(), mapper.Map(JsonElement.Parse("""{"name":"Acme"}""")).ForWriting()]);

        mapped.Problems.Should().ContainSingle().Which.ToString().Should().Be("Expected a JSON object with the fields of company");
        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Inserted);
        report.Rows[0].Errors.Should().ContainSingle().Which.Code.Should().Be(RecordErrorCodes.InvalidValue);
    }

    [Theory]
    [InlineData("""{"name":"Acme","stage":"\ud800"}""", "stage", "Stage")]
    [InlineData("""{"name":"Acme","tags":["Beta","\udc00"]}""", "tags", "Tags")]
    [InlineData("""{"name":"Acme","arr":"\ud800"}""", "arr", "Arr")]
    [InlineData("""{"name":"Acme","companies":[{"Company_ID":"\ud800"}]}""", "companies", null)]
    [InlineData("""{"name":"Acme","\ud800":1}""", "\\ud800", null)]
    public async Task Half_a_surrogate_pair_is_a_problem_of_its_value_and_nothing_is_thrown(string json, string name, string? field)
    {
        await using var tenant = await StartAsync();
        var mapper = await tenant.CreateClient().Companies.MapAsync(Map);

        var mapped = mapper.Map(JsonElement.Parse(json));

        mapped.Record.Name.Should().Be("Acme");
        if (name is not "companies")
        {
            mapped.Problems.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Source = name, Field = field });
        }
    }

    [Fact]
    public async Task Every_problem_of_a_row_names_source_field_value_and_what_was_expected()
    {
        await using var tenant = await StartAsync();
        var mapper = await tenant.CreateClient().Companies.MapAsync(Map);

        var mapped = mapper.Map(new Dictionary<string, object?>
        {
            ["name"] = "Acme",
            ["arr"] = "1,250",
            ["staff"] = true,
            ["stage"] = "Orbiting",
            ["renewal"] = "soon",
            ["tags"] = new MemoryStream(),
        });

        mapped.IsValid.Should().BeFalse();
        mapped.Record.FieldNames.Should().Equal("Name");
        mapped.Problems.Select(problem => (problem.Source, problem.Field, problem.Value)).Should().Equal(
            ("arr", "Arr", "1,250"), ("staff", "Employees", "true"), ("stage", "Stage", "Orbiting"), ("renewal", "RenewalDate", "soon"), ("tags", "Tags", "MemoryStream"));
        mapped.Problems[0].Expected.Should().Be("a number with a decimal point, such as 1250.5");
        mapped.Problems[2].Expected.Should().StartWith("one of ").And.Contain("Adopting");
        mapped.Problems[3].Expected.Should().Contain("dd.MM.yyyy");
        mapped.Problems[2].ToString().Should().StartWith("stage (Stage): expected one of").And.NotContain("Orbiting");
    }

    [Fact]
    public async Task JSON_and_data_records_are_mapped_too_and_the_object_is_described_once()
    {
        await using var tenant = await StartAsync();
        var companies = tenant.CreateClient().Companies;
        var mapper = await companies.MapAsync(Map);
        using var table = new DataTable();
        table.Columns.Add("name", typeof(string));
        table.Columns.Add("arr", typeof(double));
        table.Columns.Add("renewal", typeof(DateTime));
        table.Columns.Add("staff", typeof(int));
        table.Rows.Add("Initech", 0.1, new DateTime(2027, 3, 31, 23, 0, 0, DateTimeKind.Unspecified), DBNull.Value);
        using var reader = table.CreateDataReader();
        (await reader.ReadAsync()).Should().BeTrue();

        var json = mapper.Map(JsonDocument.Parse("""{"name":"Acme","arr":1e3,"stage":null,"tags":["Beta","at risk"],"renewal":"2027-03-31T23:30:00-05:00"}""").RootElement);
        var row = mapper.Map(reader);
        await companies.MapAsync(Map);

        json.Problems.Should().BeEmpty();
        json.Record.Arr.Should().Be(1000m);
        json.Record.Tags.Should().Equal("Beta", "At risk");
        json.Record.RenewalDate.Should().Be(new DateOnly(2027, 3, 31));
        json.Record.IsSet(CompanyFields.Stage).Should().BeFalse();
        row.Problems.Should().BeEmpty();
        (row.Record.Arr, row.Record.RenewalDate).Should().Be((0.1m, new DateOnly(2027, 3, 31)));
        row.Record.IsSet(CompanyFields.Employees).Should().BeFalse();
        tenant.Calls(EmulatorOperations.Describe).Should().Be(1);
    }

    [Fact]
    public async Task A_row_with_a_name_in_two_spellings_and_an_unmapped_name_are_problems()
    {
        await using var tenant = await StartAsync();
        var mapper = await tenant.CreateClient().Companies.MapAsync(new FieldMap { ["name"] = "Name", RefuseUnmapped = true });

        var mapped = mapper.Map(JsonDocument.Parse("""{"name":"Acme","NAME":"Initech","plan":"gold"}""").RootElement);

        mapped.Problems.Select(problem => problem.ToString()).Should().Equal(
            "NAME (Name): expected the name once, but the row also has name", "plan: expected a name of the map");
        mapped.Record.IsSet(CompanyFields.Name).Should().BeFalse();
    }

    [Theory]
    [InlineData("owner", "mail", "mail (Csm__gr.Email)")]
    [InlineData("mail", "owner", "owner (Csm)")]
    public async Task A_row_names_a_lookup_by_its_own_value_or_by_a_path_and_not_by_both(string first, string second, string problem)
    {
        await using var tenant = await StartAsync();
        var mapper = await tenant.CreateClient().Companies.MapAsync(new FieldMap { ["mail"] = "Csm__gr.Email", ["owner"] = "Csm" });

        var both = mapper.Map(new Dictionary<string, string?> { [first] = "rhea@northwind.example", [second] = "1P01" });
        var one = mapper.Map(new Dictionary<string, string?> { [first] = "", [second] = "1P01" });

        both.Problems.Should().ContainSingle().Which.ToString().Should().Be($"{problem}: expected Csm or a path through it, not both");
        (both.Record.FieldNames.Count(), both.Record.HasLookup(CompanyFields.Csm)).Should().Be((0, false));
        one.IsValid.Should().BeTrue();
    }

    [Fact]
    public async Task A_path_to_a_field_that_the_other_object_lacks_is_a_problem_of_the_map()
    {
        await using var tenant = await StartAsync();

        var map = () => tenant.CreateClient().Companies.MapAsync(new FieldMap { ["mail"] = "Csm__gr.Emial" });

        await map.Should().ThrowAsync<ArgumentException>().WithMessage("*gsuser has no field Emial (for mail). Did you mean 'Email'?*").WithParameterName("map");
    }

    [Theory]
    [InlineData("q", "*'q' is not a date pattern*")]
    [InlineData("dd.MM.yyyy'", "*is not a date pattern*")]
    [InlineData("", "*A date pattern is empty*")]
    [InlineData(null, "*A date pattern is empty*")]
    [InlineData("dd.MM.", "*'dd.MM.' has no year*")]
    public async Task A_date_pattern_that_cannot_be_used_is_a_problem_of_the_map(string? pattern, string problem)
    {
        await using var tenant = await StartAsync();

        var map = () => tenant.CreateClient().Companies.MapAsync(new FieldMap { ["renewal"] = "RenewalDate", DatePatterns = { pattern! } });

        await map.Should().ThrowAsync<ArgumentException>().WithMessage(problem).WithParameterName("map");
    }

    [Fact]
    public async Task A_list_of_any_type_becomes_a_multi_select()
    {
        await using var tenant = await StartAsync();
        var mapper = await tenant.CreateClient().Companies.MapAsync(Map);

        var mapped = mapper.Map(new Dictionary<string, object?> { ["tags"] = new List<object?> { "Beta", JsonElement.Parse("\"at risk\"") } });

        mapped.Problems.Should().BeEmpty();
        mapped.Record.Tags.Should().Equal("Beta", "At risk");
    }

    [Fact]
    public async Task A_map_that_cannot_be_used_names_every_problem_and_an_unknown_object_is_not_found()
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient();
        var map = new FieldMap { ["a"] = "Nme", ["b"] = "CreatedDate", ["c"] = "Name", ["d"] = "NAME" };

        (await FluentActions.Awaiting(() => gainsight.Companies.MapAsync(map)).Should().ThrowAsync<ArgumentException>())
            .WithMessage("The map cannot be used. company has no field Nme (for a). Did you mean 'Name'? CreatedDate (for b) cannot be written. c and d both become Name.*");
        await FluentActions.Awaiting(() => gainsight.Companies.MapAsync([])).Should().ThrowAsync<ArgumentException>().WithMessage("The map is empty.*");
        await FluentActions.Awaiting(() => gainsight.Objects("Nowhere__gc").MapAsync(map)).Should().ThrowAsync<GainsightNotFoundException>();
        FluentActions.Invoking(() => new FieldMap { [""] = "Name" }).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task Names_of_the_source_that_are_API_names_need_no_map_and_others_are_problems_with_the_nearest_field()
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient();
        var mapper = await gainsight.Companies.MapAsync(new FieldMap { ["title"] = "Name", IncludeApiNames = true, RefuseUnmapped = true });

        var mapped = mapper.Map(JsonDocument.Parse("""
            {"title":"Acme","Name":"Initech","arr":"12.5","Indusrty":"Tools","CreatedDate":"2027-01-01","Gsid":"1P02A1B2C3D4E5F6G7H8I9J0K1L2M3N4O5P6"}
            """).RootElement);

        mapped.Record.FieldNames.Should().BeEquivalentTo("Arr", "Gsid");
        mapped.Record.Arr.Should().Be(12.5m);
        mapped.Problems.Select(problem => problem.ToString()).Should().Equal(
            "Name (Name): expected one value for the field, but the row also has title",
            "Indusrty: expected a field of company. Did you mean 'Industry'?",
            "CreatedDate: expected a field of company that can be written");
        mapper.Fields.Select(field => field.Name).Should().Contain(["Name", "Arr"]).And.NotContain("CreatedDate").And.OnlyHaveUniqueItems();
        (await gainsight.Companies.MapAsync(Map)).Fields.Should().HaveCount(6);
    }

    [Fact]
    public async Task Fields_that_only_the_library_knows_are_mapped_too_and_those_that_are_never_sent_are_not()
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient();
        var company = (await gainsight.Companies.InsertAsync(new Company { Name = "Acme" })).Gsid!;
        var mapper = await gainsight.Ctas.MapAsync(new FieldMap { ["kind"] = "type", ["why"] = "Reason", ["due"] = "DueDate", IncludeApiNames = true, RefuseUnmapped = true });

        var mapped = mapper.Map(JsonDocument.Parse($$"""
            {"Name":"Unpaid","CompanyId":"{{company}}","OwnerId__gr.Email":"rhea@northwind.example","kind":"Risk","why":"Billing","due":"2031-01-31","IsImportant":"true"}
            """).RootElement);

        mapped.Problems.Should().BeEmpty();
        (mapped.Record.Type, mapped.Record.Reason, mapped.Record.DueDate, mapped.Record.IsImportant).Should().Be(("Risk", "Billing", new DateOnly(2031, 1, 31), true));
        (await gainsight.Ctas.InsertAsync(mapped.Record)).Status.Should().Be(RowStatus.Inserted);
        mapper.Fields.Should().Contain(field => field.Name == "type" && field.IsRequired).And.NotContain(field => field.Name == "TypeId");
        (await FluentActions.Awaiting(() => gainsight.Ctas.MapAsync(new FieldMap { ["a"] = "StatusId", ["b"] = "tpye" })).Should().ThrowAsync<ArgumentException>())
            .WithMessage("*StatusId (for a) cannot be written. call_to_action has no field tpye (for b). Did you mean 'type'?*");
    }

    [Fact]
    public async Task A_path_becomes_a_lookup_that_Gainsight_resolves()
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient();
        var mapper = await gainsight.Companies.MapAsync(new FieldMap { ["name"] = "Name", ["csm"] = "Csm__gr.Email", ["csmName"] = "csm.Name", ["csmId"] = "Csm" });

        var found = mapper.Map(new Dictionary<string, string?> { ["name"] = "Acme", ["csm"] = "rhea@northwind.example", ["csmName"] = "Rhea Lindqvist" });
        var other = mapper.Map(new Dictionary<string, string?> { ["name"] = "Initech", ["csm"] = "rhea@northwind.example", ["csmName"] = "Mei Castellan" });
        var none = mapper.Map(new Dictionary<string, string?> { ["name"] = "Globex", ["csm"] = "" });

        found.Problems.Should().BeEmpty();
        var report = await gainsight.Companies.UpsertAsync([found.Record, other.Record, none.Record], CompanyFields.Name);
        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed, RowStatus.Inserted);
        (await gainsight.Companies.Query().Select(CompanyFields.Csm.Then(UserFields.Email)).Where(CompanyFields.Name.EqualTo("Acme")).FirstOrDefaultAsync())!
            .Get(CompanyFields.Csm.Then(UserFields.Email)).Should().Be("rhea@northwind.example");
        await FluentActions.Awaiting(() => gainsight.Companies.MapAsync(new FieldMap { ["x"] = "Nobody__gr.Email", ["y"] = "Csm__gr.Manager__gr.Email" }))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*Nobody__gr.Email (for x)*Csm__gr.Manager__gr.Email (for y)*");
    }

    [Fact]
    public async Task An_object_of_the_library_that_the_tenant_calls_otherwise_is_mapped_by_the_fields_of_the_library()
    {
        await using var tenant = await StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = EmulatorOperations.Describe, Status = 404, Body = """{"result":false,"title":"OBJECT_NOT_FOUND"}""" });
        var gainsight = tenant.CreateClient();

        var mapper = await gainsight.CustomerGoals.MapAsync(new FieldMap { IncludeApiNames = true });

        mapper.Map(new Dictionary<string, string?> { ["Name"] = "Grow", ["DueDate"] = "2031-01-31" }).Record.DueDate.Should().Be(new DateOnly(2031, 1, 31));
    }

    [Fact]
    public async Task Links_of_a_person_in_JSON_are_mapped_with_API_names()
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient();
        var company = (await gainsight.Companies.InsertAsync(new Company { Name = "Acme" })).Gsid!;
        var mapper = await gainsight.People.MapAsync(new FieldMap { IncludeApiNames = true, RefuseUnmapped = true });

        var mapped = mapper.Map(JsonDocument.Parse($$"""{"Email":"ines@acme.example","companies":[{"Company_ID":"{{company}}","Title":"CFO"}]}""").RootElement);
        var wrong = mapper.Map(JsonDocument.Parse("""{"Email":"ines@acme.example","companies":["Acme"]}""").RootElement);

        mapped.Problems.Should().BeEmpty();
        mapped.Record.Companies.Should().ContainSingle().Which.Title.Should().Be("CFO");
        (await gainsight.People.UpsertAsync(mapped.Record)).Succeeded.Should().BeTrue();
        wrong.Problems.Should().ContainSingle().Which.Source.Should().Be("companies");
    }

    [Fact]
    public async Task Rows_without_problems_are_written_and_the_others_fail_in_the_order_of_the_input()
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient();
        var mapper = await gainsight.Companies.MapAsync(new FieldMap { ["name"] = "Name", ["arr"] = "Arr", RefuseUnmapped = true });
        MappedRecord<Company> Map(params (string Name, string? Value)[] row) =>
            mapper.Map(row.Select(value => KeyValuePair.Create(value.Name, value.Value)));
        MappedRecord<Company>[] rows =
            [Map(("name", "Acme")), Map(("name", "Initech"), ("arr", "much"), ("plan", "gold")), Map(("arr", "1")), Map(("name", "Globex"))];

        var report = await gainsight.Companies.UpsertAsync(rows.Select(row => row.ForWriting()), CompanyFields.Name);
        var nothing = await gainsight.Companies.UpsertAsync(rows[1..2].Select(row => row.ForWriting()), CompanyFields.Name);

        report.Rows.Select(row => (row.Index, row.Status)).Should().Equal(
            (0, RowStatus.Inserted), (1, RowStatus.Failed), (2, RowStatus.Failed), (3, RowStatus.Inserted));
        report.Rows[1].Errors.Select(error => (error.Code, error.Field)).Should().Equal((RecordErrorCodes.InvalidValue, "Arr"), (RecordErrorCodes.UnknownField, "plan"));
        report.Rows[1].Errors[0].Message.Should().Be("arr (Arr): expected a number with a decimal point, such as 1250.5");
        report.Rows[3].Gsid.Should().NotBeNull();
        (nothing.Failed.Count, nothing.Calls).Should().Be((1, 0));
    }

    private static Task<Tenant> StartAsync() => Tenant.StartAsync();
}
