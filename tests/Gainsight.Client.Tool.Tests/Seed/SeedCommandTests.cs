using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.Tool.Tests;

public sealed class SeedCommandTests : IDisposable
{
    private readonly GainsightEmulator _emulator = new();
    private readonly ToolRun _tool;
    private readonly string _file;

    public SeedCommandTests()
    {
        _tool = new ToolRun(_emulator);
        _file = Path.Combine(_tool.Folder, "tenant.json");
    }

    public void Dispose()
    {
        _tool.Dispose();
        _emulator.Dispose();
    }

    [Fact]
    public async Task A_seed_taken_from_an_emulator_makes_another_one_that_answers_the_same_calls_alike()
    {
        Configure(_emulator);
        var company = _emulator.Object("Company").Insert(("Name", "Acme"), ("Stage", "Paused"), ("Arr", 12.5m), ("RenewalDate", new DateOnly(2026, 3, 31)), ("Tags", new[] { "Beta", "VIP" }));
        var asset = _emulator.Object("Asset__gc").Insert(("Name", "A-1"), ("Company__gc", company), ("Settings__gc", "{\"a\":[1,\"x\"]}"), ("In_Use__gc", true), ("Last_Seen__gc", new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero)));
        _emulator.Object("Widget__gc").Insert(("Name", "W-1"), ("Asset__gc", asset), ("Kind__gc", "B"), ("Code__gc", "abc"));

        var result = await _tool.RunAsync("seed", "-o", _file, "--rows", "Company", "asset__gc", "Widget__gc", "gsuser");

        result.ExitCode.Should().Be(0, result.Error);
        result.Output.Should().MatchRegex(@"tenant\.json: \d+ objects, \d+ types and statuses, 8 rows");
        using var other = new GainsightEmulator(new() { Seed = 4711 });
        other.Load(await File.ReadAllTextAsync(_file));
        string[] names = [.. JsonNode.Parse((await CallAsync(_emulator, "GET", "/v1/meta/services/objects/list?po=company&em=false"))[4..])!["data"]!.AsArray().Select(item => (string)item!["objectName"]!)];
        names.Should().Contain("widget__gc");
        (string Method, string Path, string? Body)[] calls =
        [
            ("GET", "/v1/meta/services/objects/list?po=company&em=false", null),
            .. names.Select(name => ("GET", $"/v1/meta/services/objects/{name}/describe?idd=true", (string?)null)),
            ("GET", "/v1/meta/services/objects/none__gc/describe?idd=true", null),
            .. new[] { "COMPANY", "RELATIONSHIP" }.Select(entity => ("GET", $"/v2/cockpit/admin/picklist/lite?category=CTA_TYPE,CTA_REASON,CTA_STATUS,CTA_PRIORITY&et={entity}", (string?)null)),
            ("GET", "/v2/successPlan/admin/picklist/lite?category=SUCCESS_PLAN_TYPE,SUCCESS_PLAN_STATUS,OBJECTIVE_CATEGORY&et=COMPANY", null),
            Query("Company", "\"Gsid\",\"Name\",\"Stage\",\"Arr\",\"RenewalDate\",\"Tags\",\"CreatedDate\",\"ModifiedDate\""),
            Query("GsUser", "\"Gsid\",\"Timezone\",\"IsActiveUser\",\"CreatedDate\""),
            Query("Company", "\"Name\"", "Stage", "\"Paused\""),
            Query("Company", "\"Name\"", "Stage", "\"Launched\""),
            Query("Asset__gc", "\"Gsid\",\"Name\",\"Company__gc\",\"Company__gc__gr.Name\",\"Settings__gc\",\"In_Use__gc\",\"Last_Seen__gc\""),
            Query("Widget__gc", "\"Gsid\",\"Name\",\"Asset__gc\",\"Kind__gc\",\"Code__gc\",\"The_Asset__gr.Company__gc\""),
            Query("Widget__gc", "\"Nope__gc\""),
            Query("none__gc", "\"Name\""),
            Insert("Widget__gc", """{"Name":"x","Code__gc":"abcdef","Kind__gc":"A"}"""),
            Insert("Widget__gc", """{"Name":"x","Kind__gc":"A"}"""),
            Insert("Widget__gc", """{"Name":"x","Code__gc":"a","Kind__gc":"Z"}"""),
            Insert("Widget__gc", """{"Name":"x","Code__gc":"a","Kind__gc":"Old"}"""),
            Insert("Widget__gc", """{"Name":"x","Code__gc":"a","Fixed__gc":"a"}"""),
            Insert("Widget__gc", """{"Name":"x","Code__gc":"a","Nope__gc":"a"}"""),
            Insert("Company", """{"Name":"x","Stage":"Launched"}"""),
            Insert("Company", """{"Name":"x"}"""),
            Insert("Person", """{"Name":"x"}"""),
        ];
        foreach ((var method, var path, var body) in calls)
        {
            var there = await CallAsync(other, method, path, body);
            there.Should().Be(await CallAsync(_emulator, method, path, body), "{0} {1} {2}", method, path, body);
        }
    }

    [Fact]
    public async Task Without_rows_no_row_is_in_the_seed()
    {
        _emulator.Object("Company").Insert(("Name", "Confidential Ltd"), ("Csm", _emulator.Object("GsUser").Rows[0].Gsid));

        var result = await _tool.RunAsync("seed", "-o", _file);

        result.ExitCode.Should().Be(0, result.Error);
        var seed = JsonNode.Parse(await File.ReadAllTextAsync(_file))!.AsObject();
        seed.Select(section => section.Key).Should().Equal("objects", "configuration");
        seed.ToJsonString().Should().NotContainAny("Confidential", "Lindqvist", "rhea@");
        _emulator.Requests.CountOf(EmulatorOperations.Query).Should().Be(0);
        result.Error.Should().ContainAll("The types of activities are not in the seed", "No call tells which status is closed");
    }

    [Fact]
    public async Task Personal_data_is_replaced_alike_everywhere_and_relations_stay()
    {
        _emulator.Load("""{ "objects": [ { "name": "Company", "fields": [ { "name": "Contact__gc" }, { "name": "Contact_Phone__gc" }, { "name": "Memo__gc", "type": "RICHTEXTAREA", "length": 5000 } ] } ] }""");
        var user = _emulator.Object("GsUser").Rows.Single(row => "rhea@northwind.example".Equals(row["Email"]));
        var company = _emulator.Object("Company").Insert(
            ("Name", "Acme"), ("Csm", user.Gsid), ("Contact__gc", "ask RHEA@northwind.example, or ada@acme.example"), ("Contact_Phone__gc", "+49 170 1234567"), ("Memo__gc", "Ada is on leave"), ("BillingAddress", "1 Main St"), ("Industry", "Steel"));
        var person = _emulator.Object("Person").Insert(("Email", "ada@acme.example"), ("FirstName", "Ada"), ("LastName", "Lovelace"), ("Name", "Ada Lovelace"));
        string[] args = ["seed", "-o", _file, "--rows", "GsUser", "Company", "Person"];

        var result = await _tool.RunAsync(args);
        var text = await File.ReadAllTextAsync(_file);
        var again = await _tool.RunAsync(args);

        result.ExitCode.Should().Be(0, result.Error);
        result.Error.Should().ContainAll("Replaced: ", "gsuser.Email (5)", "gsuser.Name (5)", "person.LastName (1)", "company.Contact__gc (1)", "company.Memo__gc (1)", "Look at the file before you share it");
        text.Should().NotContainAny("northwind", "acme.example", "Ada", "Lovelace", "Lindqvist", "1234567", "Main St", "Rhea").And.ContainAll("Acme", "Steel", "Timezone");
        (await File.ReadAllTextAsync(_file)).Should().Be(text);
        again.Error.Should().Be(result.Error);
        using var other = new GainsightEmulator();
        other.Load(text);
        var copied = other.Object("Company").Find(company)!;
        var csm = other.Object("GsUser").Find((string)copied["Csm"]!)!;
        var ada = other.Object("Person").Find(person)!;
        ((string)copied["Contact__gc"]!).Should().Be($"ask {csm["Email"]}, or {ada["Email"]}");
        ((string)ada["Email"]!).Should().MatchRegex("^person[0-9]+@example\\.com$");
        other.Object("GsUser").Count.Should().Be(5);
        csm["Timezone"].Should().Be("UTC");
    }

    [Fact]
    public async Task What_the_emulator_does_not_know_is_told_and_the_seed_still_loads()
    {
        using var changes = new ChangingHandler(_emulator.CreateHandler(), Change);
        using var tool = new ToolRun(_emulator) { Handler = changes };
        _emulator.Switches.DescribesByPost = false;
        _ = _emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = EmulatorOperations.CockpitConfiguration, Status = 404 });
        _ = _emulator.Faults.Add(new Fault(FaultKind.Respond) { Path = "/v1/meta/services/objects/csat_survey_response/describe", Status = 403 });

        var result = await tool.RunAsync("seed", "-o", _file);

        result.ExitCode.Should().Be(0, result.Error);
        result.Error.Should().ContainAll(
            "asset__gc.Json_Text__gc has the type WHATEVER, which the emulator does not know",
            "points to elsewhere, which the tenant does not list",
            "csat_survey_response is missing: ",
            "The types and statuses of CTAs are not in the seed: ");
        using var other = new GainsightEmulator();
        other.Load(await File.ReadAllTextAsync(_file));

        static string Change(string text) => text
            .Replace("\"dataType\":\"JSONSTRING\"", "\"dataType\":\"WHATEVER\"", StringComparison.Ordinal)
            .Replace("\"objectName\":\"relationship_type\",\"dbName\"", "\"objectName\":\"elsewhere\",\"dbName\"", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelled_object_costs_no_read_and_leaves_no_file()
    {
        var result = await _tool.RunAsync("seed", "-o", _file, "--rows", "Compny");

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain("Did you mean");
        Directory.GetFiles(_tool.Folder).Should().BeEmpty();
    }

    private static void Configure(GainsightEmulator emulator)
    {
        emulator.Object("Weekly_Usage__gc").IsHighVolume = true;
        emulator.Load("""
            {
              "objects": [
                { "name": "Company", "label": "Customer", "fields": [ { "name": "Region__gc", "label": "Region \"of\" <x>", "required": true } ] },
                { "name": "usage_log", "label": "Usage", "kind": "SYSTEM", "keyPrefix": "1U77", "writable": false, "systemFields": ["Gsid", "CreatedDate"], "fields": [ { "name": "Kind" } ] },
                { "name": "Widget__gc", "label": "Widget", "fields": [
                  { "name": "Code__gc", "length": 5, "required": true, "nillable": false, "label": "Code" },
                  { "name": "Fixed__gc", "readOnly": true },
                  { "name": "Kind__gc", "type": "PICKLIST", "items": ["A", { "label": "B", "default": true }, { "label": "Old", "active": false }] },
                  { "name": "Asset__gc", "type": "LOOKUP", "lookup": "Asset__gc", "lookupName": "The_Asset__gr" } ] } ],
              "picklists": { "Company.Stage": ["Paused"], "Company.Tags": ["VIP"] },
              "configuration": { "CTA_TYPE": [ { "name": "Risk" }, { "name": "Our own", "entity": "COMPANY" } ] }
            }
            """);
        _ = emulator.Object("Company").Field("Stage").Picklist!.RemoveItem("Launched");
        emulator.Object("Company").Field("Stage").Picklist!.Find("Churn")!.Active = false;
        emulator.Object("Company").Field("Industry").Label = "Branch";
        emulator.Object("usage_log").Field("CreatedDate").Label = "Created at";
        emulator.Object("Widget__gc").Field("Gsid").Label = "GSID";
    }

    private static (string, string, string?) Query(string name, string select, string? field = null, string? value = null)
    {
        var where = field is null ? "" : $$""","where":{"conditions":[{"name":"{{field}}","alias":"A","value":[{{value}}],"operator":"EQ"}],"expression":"A"}""";
        return ("POST", $"/v1/data/objects/query/{name}", $$"""{"select":[{{select}}],"orderBy":{"Gsid":"asc"},"limit":50,"offset":0{{where}}}""");
    }

    private static (string, string, string?) Insert(string name, string record) => ("POST", $"/v1/data/objects/{name}", $$"""{"records":[{{record}}]}""");

    /// <summary>The answer without ids that every call has of its own, and without the ids of picklists, which a seed does not have.</summary>
    private static async Task<string> CallAsync(GainsightEmulator emulator, string method, string path, string? body = null)
    {
        using var http = new HttpClient(emulator.CreateHandler()) { BaseAddress = emulator.BaseAddress };
        using var request = new HttpRequestMessage(new(method), path);
        request.Headers.Add("Accesskey", emulator.AccessKey);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        }

        using var response = await http.SendAsync(request);
        var text = $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
        return Regex.Replace(text, """("(?:requestId|groupId|PICKLIST_CATEGORY_ID|instance)":)"[^"]*""", "$1\"");
    }

    /// <summary>Changes answers, as a tenant would give that has what the emulator lacks.</summary>
    private sealed class ChangingHandler(HttpMessageHandler inner, Func<string, string> change) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            answer.Content = new StringContent(change(await answer.Content.ReadAsStringAsync(cancellationToken)), Encoding.UTF8, "application/json");
            return answer;
        }
    }
}
