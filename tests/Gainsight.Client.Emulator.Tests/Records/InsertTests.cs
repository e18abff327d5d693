using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class InsertTests
{
    public static TheoryData<string, string, string, string> BadValues => new()
    {
        { "Company", "Nope__gc", "1", "GSOBJ_1002" },
        { "Company", "Gsid", "\"1P02DEMO00000000000000000000000000A1\"", "GSOBJ_1002" },
        { "Company", "CreatedDate", "\"2026-01-01\"", "GSOBJ_1002" },
        { "Company", "ModifiedBy", "null", "GSOBJ_1002" },
        { "Company", "CurrentScore", "80", "GSOBJ_1002" },
        { "Company", "Industry", "5", "GSOBJ_1002" },
        { "Company", "Industry", $"\"{new string('x', 256)}\"", "GSOBJ_1001" },
        { "Company", "Name", "null", "GSOBJ_1007" },
        { "Asset__gc", "In_Use__gc", "null", "GSOBJ_1007" },
        { "Asset__gc", "In_Use__gc", "\"yes\"", "GSOBJ_1008" },
        { "Asset__gc", "Json_Flag__gc", "1", "GSOBJ_1008" },
        { "Company", "Employees", "\"12\"", "GSOBJ_1008" },
        { "Company", "Employees", "1e400", "GSOBJ_1008" },
        { "Company", "Arr", "\"1,000\"", "GSOBJ_1008" },
        { "Asset__gc", "Utilization__gc", "\"12%\"", "GSOBJ_1008" },
        { "Asset__gc", "Json_Number__gc", "true", "GSOBJ_1008" },
        { "Asset__gc", "Contact_Email__gc", "\"nobody\"", "GSOBJ_1008" },
        { "Asset__gc", "Homepage__gc", "\"example\"", "GSOBJ_1008" },
        { "Asset__gc", "Sfdc_Asset_Id__gc", "\"0015g\"", "GSOBJ_1008" },
        { "Asset__gc", "Vendor_Id__gc", "\"1p02\"", "GSOBJ_1008" },
        { "Asset__gc", "Company__gc", "\"Acme\"", "GSOBJ_1008" },
        { "Asset__gc", "Settings__gc", "5", "GSOBJ_1008" },
        { "Asset__gc", "Json_Text__gc", "{}", "GSOBJ_1002" },
        { "Asset__gc", "Notes__gc", "[]", "GSOBJ_1002" },
        { "Company", "RenewalDate", "\"31.03.2027\"", "GSOBJ_1006" },
        { "Company", "RenewalDate", "\"02-30-2027\"", "GSOBJ_1006" },
        { "Company", "RenewalDate", "true", "GSOBJ_1006" },
        { "Asset__gc", "Last_Seen__gc", "\"yesterday\"", "GSOBJ_1005" },
        { "Asset__gc", "Last_Seen__gc", "9e18", "GSOBJ_1005" },
        { "Company", "Stage", "\"Orbiting\"", "GSOBJ_1012" },
        { "Company", "Stage", "\"adopting\"", "GSOBJ_1012" },
        { "Company", "Stage", "\"Onboarding (retired)\"", "GSOBJ_1012" },
        { "Company", "Stage", "7", "GSOBJ_1012" },
        { "Company", "Tags", """["Strategic","Nope"]""", "GSOBJ_1012" },
        { "Company", "Tags", "\"Strategic;Nope\"", "GSOBJ_1012" },
    };

    [Theory]
    [MemberData(nameof(BadValues))]
    public async Task A_bad_value_is_refused_with_the_code_of_its_type(string target, string field, string value, string code)
    {
        using var tenant = new Tenant();
        var name = field == "Name" ? "" : "\"Name\":\"Acme\",";

        var answer = await tenant.InsertAsync(target, $$"""{{{name}}"{{field}}":{{value}}}""");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Result.Should().BeFalse();
        answer.Code.Should().Be(code);
        answer.Leaves().Should().Equal((code, field));
        tenant.Emulator.Object(target).Count.Should().Be(0);
    }

    public static TheoryData<string, string, object> GoodValues => new()
    {
        { "Purchased_On__gc", "\"2027-03-31\"", new DateOnly(2027, 3, 31) },
        { "Purchased_On__gc", "\"03-31-2027\"", new DateOnly(2027, 3, 31) },
        { "Purchased_On__gc", "1806451200000", new DateOnly(2027, 3, 31) },
        { "Purchased_On__gc", "\"2027-03-31T09:30:00Z\"", new DateOnly(2027, 3, 31) },
        { "Last_Seen__gc", "\"2027-03-31T09:30:00.250+0000\"", Moment(0, 250) },
        { "Last_Seen__gc", "\"2027-03-31T11:30:00.250+02:00\"", Moment(0, 250) },
        { "Last_Seen__gc", "\"2027-03-31T09:30:00Z\"", Moment(0, 0) },
        { "Last_Seen__gc", "\"2027-03-31 09:30:00\"", Moment(0, 0) },
        { "Last_Seen__gc", "\"2027-03-31 09:30:00.0\"", Moment(0, 0) },
        { "Last_Seen__gc", "1806485400250", Moment(0, 250) },
        { "Seats__gc", "12.50", 12.50m },
        { "In_Use__gc", "true", true },
        { "Json_Flag__gc", "false", false },
        { "Contact_Email__gc", "\"ines@brightwater.example\"", "ines@brightwater.example" },
        { "Homepage__gc", "\"https://brightwater.example/a\"", "https://brightwater.example/a" },
        { "Sfdc_Asset_Id__gc", "\"0015g00000AbCdE\"", "0015g00000AbCdE" },
        { "Settings__gc", """{"a":[1]}""", """{"a":[1]}""" },
        { "Notes__gc", "\"<p>ü</p>\"", "<p>ü</p>" },
    };

    [Theory]
    [MemberData(nameof(GoodValues))]
    public async Task A_value_is_kept_whatever_form_of_the_sources_it_comes_in(string field, string value, object expected)
    {
        using var tenant = new Tenant();

        var answer = await tenant.InsertAsync("Asset__gc", $$"""{"{{field}}":{{value}}}""");

        answer.Result.Should().BeTrue();
        tenant.Assets.Find(answer.Gsid())![field].Should().Be(expected);
    }

    [Fact]
    public async Task Picklists_take_labels_and_item_ids_and_keep_ids()
    {
        using var tenant = new Tenant();
        var stages = tenant.Companies.Field("Stage").Picklist!;
        var tags = tenant.Companies.Field("Tags").Picklist!;
        string launched = stages.Find("Launched")!.Gsid, beta = tags.Find("Beta")!.Gsid, risk = tags.Find("At risk")!.Gsid;

        var answer = await tenant.InsertAsync("Company", $$"""
            {"Name":"a","Stage":"Launched","Tags":["Beta","{{risk}}"]},{"Name":"b","Stage":"{{launched}}","Tags":"Beta;At risk"}
            """);

        EmulatedRow[] rows = [.. answer.Records.Select((_, index) => tenant.Companies.Find(answer.Gsid(index))!)];
        rows.Select(row => row["Stage"]).Should().Equal(launched, launched);
        rows.Select(row => row["Tags"]).Should().Equal($"{beta};{risk}", $"{beta};{risk}");
    }

    [Fact]
    public async Task Ids_come_back_in_the_order_of_the_records_and_nothing_else_does()
    {
        using var tenant = new Tenant();

        var answer = await tenant.InsertAsync("Company", string.Join(',', Enumerable.Range(0, 50).Select(i => $$"""{"Name":"c{{i}}"}""")));

        answer.Data.GetProperty("count").GetInt32().Should().Be(50);
        answer.Data.GetProperty("errors").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        answer.Records.Should().OnlyContain(record => record.EnumerateObject().Count() == 1);
        answer.Records.Select((_, i) => tenant.Companies.Find(answer.Gsid(i))!["Name"]).Should().Equal(Enumerable.Range(0, 50).Select(i => $"c{i}"));
    }

    [Fact]
    public async Task One_bad_record_fails_all_and_the_error_has_the_documented_shape()
    {
        using var tenant = new Tenant();

        var answer = await tenant.InsertAsync("Company", """{"Name":"a"},{"Name":"b","Stage":"Orbiting"}""");

        tenant.Companies.Count.Should().Be(0);
        answer.Description.Should().Be("Invalid/Inactive value provided for picklist. (Stage = Orbiting).");
        answer.Data.GetRawText().Should().Be(
            """{"count":0,"errors":[[{"success":false,"parsedValue":"Orbiting","errors":[{"errorMessage":"Invalid/Inactive value provided for picklist.","errorCode":"GSOBJ_1012","fieldName":"Stage","invalidValue":["Orbiting"]}]}]],"records":null}""");
    }

    [Fact]
    public async Task Every_failed_record_has_an_entry_and_every_failed_field_is_in_it()
    {
        using var tenant = new Tenant();

        var answer = await tenant.InsertAsync("Company", """{"Name":"a","Stage":"x","Employees":"y"},{"Name":"b"},{"Employees":1}""");

        answer.Data.GetProperty("errors").GetArrayLength().Should().Be(2);
        answer.Leaves().Should().Equal(("GSOBJ_1012", "Stage"), ("GSOBJ_1008", "Employees"), ("GSOBJ_1007", "Name"));
        answer.Code.Should().Be("GSOBJ_1012");
    }

    [Theory]
    [InlineData("""{"records":[]}""")]
    [InlineData("""{"records":{}}""")]
    [InlineData("""{"records":[1]}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"records":[{"Name":"a"}]""")]
    [InlineData("""{"records":[{"Name":"a"}],"lookups":[]}""")]
    public async Task A_body_of_the_wrong_shape_is_refused(string body)
    {
        using var tenant = new Tenant();

        var answer = await tenant.SendAsync(HttpMethod.Post, "/v1/data/objects/Company", body);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Result.Should().BeFalse();
        tenant.Companies.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_body_that_is_not_UTF8_is_refused()
    {
        using var tenant = new Tenant();
        using var content = new ByteArrayContent([.. "{\"records\":[{\"Name\":\""u8, 0xFF, .. "\"}]}"u8]);

        using var response = await tenant.Http.PostAsync(new Uri("/v1/data/objects/Company", UriKind.Relative), content);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_51st_record_fails_the_call()
    {
        using var tenant = new Tenant();

        var answer = await tenant.InsertAsync("Company", string.Join(',', Enumerable.Repeat("""{"Name":"a"}""", 51)));

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        tenant.Companies.Count.Should().Be(0);
        tenant.Emulator.Requests.Snapshot().Should().ContainSingle().Which.RecordCount.Should().Be(51);
    }

    [Theory]
    [InlineData("Nothing__gc")]
    [InlineData("GsUser")]
    [InlineData("record_delete_log")]
    public async Task An_object_that_is_unknown_or_takes_no_writes_is_refused(string target)
    {
        using var tenant = new Tenant();

        var answer = await tenant.InsertAsync(target, """{"Name":"a"}""");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Code.Should().Be("GSOBJ_1023");
    }

    [Fact]
    public async Task A_new_row_gets_its_system_fields_and_defaults()
    {
        using var tenant = new Tenant();

        var answer = await tenant.InsertAsync("company", """{"name":"a"}""");

        var row = tenant.Companies.Find(answer.Gsid())!;
        row["Gsid"].Should().Be(row.Gsid);
        row["CreatedDate"].Should().Be(tenant.Clock.GetUtcNow());
        row["ModifiedDate"].Should().Be(tenant.Clock.GetUtcNow());
        tenant.Users.Find((string)row["CreatedBy"]!).Should().NotBeNull();
        row["ManagedAs"].Should().Be(tenant.Companies.Field("ManagedAs").Picklist!.Find("Customer")!.Gsid);
    }

    [Fact]
    public async Task A_required_field_that_is_sent_as_null_is_refused()
    {
        using var tenant = new Tenant();
        tenant.Companies.Field("Industry").Required = true;
        _ = tenant.Companies.Insert(("Name", "a"), ("Industry", "Energy"));

        var insert = await tenant.InsertAsync("Company", """{"Name":"b","Industry":null}""");
        var update = await tenant.UpdateAsync("Company", "Name", """{"Name":"a","Industry":null}""");

        insert.Leaves().Should().Equal(("GSOBJ_1007", "Industry"));
        update.Leaves().Should().Equal(("GSOBJ_1007", "Industry"));
        tenant.Companies.Rows.Single()["Industry"].Should().Be("Energy");
    }

    [Fact]
    public async Task Every_failed_field_has_an_entry_of_its_own_with_the_value_that_was_parsed()
    {
        using var tenant = new Tenant();

        var answer = await tenant.InsertAsync("Company", """{"Name":"a","Stage":"x","Employees":"y"},{"Employees":1}""");

        answer.Data.GetProperty("errors").EnumerateArray()
            .Select(record => record.EnumerateArray().Select(entry => (
                entry.GetProperty("success").GetBoolean(),
                entry.GetProperty("parsedValue").GetString(),
                entry.GetProperty("errors").EnumerateArray().Single().GetProperty("fieldName").GetString())))
            .Should().SatisfyRespectively(
                first => first.Should().Equal((false, "x", "Stage"), (false, "y", "Employees")),
                second => second.Should().Equal((false, null, "Name")));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"\"")]
    public async Task A_multi_select_without_items_is_empty_in_rows_and_filters(string nothing)
    {
        using var tenant = new Tenant();
        _ = tenant.Companies.Insert(("Name", "a"), ("Tags", new[] { "Beta" }));
        _ = tenant.Companies.Insert(("Name", "b"), ("Tags", Array.Empty<string>()));
        const string Query = """{"select":["Name","Tags"],"where":{"conditions":[{"name":"Tags","alias":"A","value":[],"operator":"IS_NULL"}],"expression":"A"},"orderBy":{"Name":"asc"}}""";

        var update = await tenant.UpdateAsync("Company", "Name", $$"""{"Name":"a","Tags":{{nothing}}}""");
        var read = await tenant.QueryAsync("Company", Query);
        tenant.Companies.Field("Tags").Nillable = false;
        var refused = await tenant.InsertAsync("Company", $$"""{"Name":"c","Tags":{{nothing}}}""");

        update.Result.Should().BeTrue(update.Text);
        tenant.Companies.Rows.Should().OnlyContain(row => row["Tags"] == null);
        read.Records.Select(row => row.GetRawText()).Should().Equal("""{"Name":"a","Tags":null}""", """{"Name":"b","Tags":null}""");
        refused.Leaves().Should().Equal(("GSOBJ_1007", "Tags"));
    }

    private static DateTimeOffset Moment(int second, int millisecond) => new(2027, 3, 31, 9, 30, second, millisecond, TimeSpan.Zero);
}
