using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class ControlRowTests
{
    [Fact]
    public async Task A_row_has_the_names_of_the_rows_that_its_lookups_point_to()
    {
        await using var control = await Controlled.StartAsync();
        var csm = control.Emulator.Object("gsuser").Rows[0];
        var gsid = control.Companies.Insert(("Name", "Acme"), ("Csm", csm.Gsid), ("CreatedBy", "1P0NOBODY"));

        var row = await control.GetAsync($"/objects/Company/rows/{gsid}");

        row.GetProperty("values").GetProperty("Csm").GetString().Should().Be(csm.Gsid);
        row.GetProperty("names").GetProperty("Csm").GetString().Should().Be((string?)csm["Name"]);
        row.GetProperty("names").TryGetProperty("CreatedBy", out _).Should().BeFalse("no row has that GSID");
    }

    private const string Rows = "/objects/Company/rows";

    [Fact]
    public async Task Objects_and_their_fields_are_listed()
    {
        await using var control = await Controlled.StartAsync();
        _ = control.Companies.Insert(("Name", "Acme"));

        var company = (await control.GetAsync("/objects")).GetProperty("objects").EnumerateArray().Single(item => item.GetProperty("name").GetString() == "Company");
        company.GetProperty("rows").GetInt32().Should().Be(1);

        var fields = (await control.GetAsync("/objects/company")).GetProperty("fields").EnumerateArray().ToDictionary(field => field.GetProperty("name").GetString()!);
        fields["Name"].GetProperty("type").GetString().Should().Be("STRING");
        fields["Stage"].GetProperty("items").EnumerateArray().Should().Contain(item => item.GetProperty("label").GetString() == "Launched");
        fields["Csm"].GetProperty("lookup").GetString().Should().Be("GsUser");
    }

    [Fact]
    public async Task A_row_is_added_read_changed_and_deleted_in_the_form_of_a_seed()
    {
        await using var control = await Controlled.StartAsync();

        (var status, var added) = await control.CallAsync(
            HttpMethod.Post, Rows, """{"Name":"Acme","Stage":"Launched","Tags":["Beta"],"Arr":1.5,"RenewalDate":"2027-03-31"}""");
        status.Should().Be(HttpStatusCode.Created, added.ToString());
        var row = $"{Rows}/{added.GetProperty("gsid").GetString()}";
        var values = (await control.GetAsync(row)).GetProperty("values");
        values.GetProperty("Stage").GetString().Should().Be("Launched");
        values.GetProperty("Tags").EnumerateArray().Select(tag => tag.GetString()).Should().Equal("Beta");
        values.GetProperty("RenewalDate").GetString().Should().Be("2027-03-31");

        (_, var changed) = await control.CallAsync(HttpMethod.Patch, row, """{"Stage":null,"Arr":7}""");
        changed.GetProperty("values").TryGetProperty("Stage", out _).Should().BeFalse();
        control.Companies.Find(added.GetProperty("gsid").GetString()!)!["Arr"].Should().Be(7m);

        (await control.CallAsync(HttpMethod.Delete, row)).Status.Should().Be(HttpStatusCode.NoContent);
        (await control.CallAsync(HttpMethod.Delete, row)).Status.Should().Be(HttpStatusCode.NotFound);
        control.Companies.Count.Should().Be(0);
    }

    [Fact]
    public async Task Ten_thousand_rows_are_searched_sorted_and_paged()
    {
        await using var control = await Controlled.StartAsync();
        for (var i = 0; i < 10_000; i++)
        {
            _ = control.Companies.Insert(("Name", $"Company {i:00000}"), ("Arr", (decimal)i), ("Stage", i % 2 == 0 ? "Launched" : null));
        }

        var page = await control.GetAsync($"{Rows}?search=launched&sort=Arr&descending=true&offset=10&limit=2");

        page.GetProperty("total").GetInt32().Should().Be(5_000);
        page.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("values").GetProperty("Name").GetString())
            .Should().Equal("Company 09978", "Company 09976");
        (await control.GetAsync($"{Rows}?offset=20000")).GetProperty("rows").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Rows_without_a_value_come_last_in_both_directions()
    {
        await using var control = await Controlled.StartAsync();
        foreach (var stage in new[] { "Launched", null, "Kicked Off" })
        {
            _ = control.Companies.Insert(("Name", stage ?? "None"), ("Stage", stage));
        }

        async Task<IEnumerable<string?>> NamesAsync(string query) =>
            (await control.GetAsync($"{Rows}?{query}")).GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("values").GetProperty("Name").GetString());

        (await NamesAsync("sort=Stage")).Should().Equal("Kicked Off", "Launched", "None");
        (await NamesAsync("sort=Stage&descending=true")).Should().Equal("Launched", "Kicked Off", "None");
    }

    [Fact]
    public async Task A_change_of_a_row_that_was_changed_in_the_meantime_is_refused()
    {
        await using var control = await Controlled.StartAsync();
        var gsid = control.Companies.Insert(("Name", "Acme"));
        var version = (await control.GetAsync($"{Rows}/{gsid}")).GetProperty("version").GetString()!;
        control.Companies.Update(gsid, ("Name", "Acme Inc"));

        (var status, var json) = await control.CallAsync(HttpMethod.Patch, $"{Rows}/{gsid}", """{"Name":"Mine"}""", ("If-Match", $"\"{version}\""));

        status.Should().Be(HttpStatusCode.PreconditionFailed);
        json.GetProperty("error").GetString().Should().Contain("changed in the meantime");
        control.Companies.Find(gsid)!["Name"].Should().Be("Acme Inc");
    }

    [Fact]
    public async Task Only_one_of_many_edits_of_the_same_version_is_done()
    {
        await using var control = await Controlled.StartAsync();
        var gsid = control.Companies.Insert(("Name", "Acme"));
        var version = (await control.GetAsync($"{Rows}/{gsid}")).GetProperty("version").GetString()!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            control.CallAsync(HttpMethod.Patch, $"{Rows}/{gsid}", $$"""{"Name":"Edit {{i}}"}""", ("If-Match", version))));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).Should().Be(1);
        answers.Count(answer => answer.Status == HttpStatusCode.PreconditionFailed).Should().Be(19);
    }

    [Fact]
    public async Task The_history_of_a_row_tells_its_changes_and_the_requests_that_made_them()
    {
        await using var control = await Controlled.StartAsync();
        await control.InsertAsync("Acme");
        var gsid = control.Companies.Rows.Single().Gsid;
        control.Companies.Update(gsid, ("Stage", "Launched"));
        _ = control.Companies.Delete(gsid);

        var changes = (await control.GetAsync($"{Rows}/{gsid}/history")).GetProperty("changes").EnumerateArray().ToList();

        changes.Select(change => change.GetProperty("change").GetString()).Should().Equal("deleted", "changed", "inserted");
        changes[2].GetProperty("request").GetInt64().Should().Be(1);
        changes[1].TryGetProperty("request", out _).Should().BeFalse("the back door is no request");
        var stage = changes[1].GetProperty("fields").EnumerateArray().Single(field => field.GetProperty("field").GetString() == "Stage");
        stage.GetProperty("before").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        stage.GetProperty("after").GetString().Should().Be("Launched");
    }

    [Theory]
    [InlineData("POST", "/objects/Nothing/rows", "{}", 404, "The tenant has no object Nothing.")]
    [InlineData("POST", Rows, """{"Nothing":1}""", 400, "The object Company has no field Nothing.")]
    [InlineData("POST", Rows, """{"Stage":"Nothing"}""", 400, "The field Stage (Picklist) does not accept that value of the type String.")]
    [InlineData("POST", Rows, """{"Name":""", 400, "this is not JSON")]
    [InlineData("POST", Rows, "", 400, "The body is empty")]
    [InlineData("POST", Rows, "[]", 400, "The body must be a JSON object.")]
    [InlineData("POST", Rows, """{"Name":"\ud800"}""", 400, "surrogate")]
    [InlineData("PATCH", Rows + "/1P02", "{}", 404, "has no row 1P02. It may have been deleted.")]
    [InlineData("GET", Rows + "/1P02/history", null, 404, "has no row 1P02")]
    [InlineData("GET", Rows + "?limit=0", null, 400, "limit must be a whole number from 1 to 1000.")]
    [InlineData("GET", Rows + "?sort=Nothing", null, 404, "has no field Nothing")]
    [InlineData("GET", Rows + "?descending=maybe", null, 400, "descending must be true or false.")]
    [InlineData("DELETE", "/objects/Company/fields/Gsid", null, 400, "is a system field")]
    [InlineData("GET", "/nothing", null, 404, "There is nothing at /_emulator/nothing.")]
    [InlineData("DELETE", "/objects", null, 405, "does not accept DELETE, but GET.")]
    public async Task Bad_input_is_refused_in_words(string method, string path, string? body, int status, string error)
    {
        await using var control = await Controlled.StartAsync();

        (var actual, var json) = await control.CallAsync(new HttpMethod(method), path, body);

        ((int)actual).Should().Be(status, json.ToString());
        json.GetProperty("error").GetString().Should().Contain(error);
    }

    [Fact]
    public async Task A_row_with_a_gsid_that_is_in_use_is_refused()
    {
        await using var control = await Controlled.StartAsync();
        var gsid = control.Companies.Insert(("Name", "Acme"));

        (var status, var json) = await control.CallAsync(HttpMethod.Post, Rows, $$"""{"Gsid":"{{gsid}}","Name":"Other"}""");

        status.Should().Be(HttpStatusCode.Conflict);
        json.GetProperty("error").GetString().Should().Contain("already has a row");
    }
}
