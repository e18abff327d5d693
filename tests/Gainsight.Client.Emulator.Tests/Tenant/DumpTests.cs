using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class DumpTests
{
    private const string Everything = """{"select":["*"],"orderBy":{"Gsid":"asc"}}""";

    [Fact]
    public void A_dump_that_is_loaded_gives_the_same_dump()
    {
        using var first = Changed();
        using var second = new Tenant(seed: 99);

        second.Emulator.Load(first.Emulator.Dump());

        second.Emulator.Dump().Should().Be(first.Emulator.Dump());
    }

    [Fact]
    public void A_new_tenant_survives_a_dump()
    {
        using var first = new Tenant();
        using var second = new Tenant(seed: 2);

        second.Emulator.Load(first.Emulator.Dump());

        second.Emulator.Dump().Should().Be(first.Emulator.Dump());
    }

    [Fact]
    public async Task A_tenant_that_is_loaded_from_a_dump_answers_every_call_alike()
    {
        using var first = Changed();
        using var second = new Tenant(seed: 99, accessKey: "changed");
        second.Emulator.Load(first.Emulator.Dump());
        first.Http.DefaultRequestHeaders.Remove("Accesskey");
        first.Http.DefaultRequestHeaders.Add("Accesskey", "changed");

        foreach (var item in first.Emulator.Objects)
        {
            await BothAnswerAsync(HttpMethod.Post, $"/v1/data/objects/query/{item.Name}", Select(item));
            await BothAnswerAsync(HttpMethod.Get, $"/v1/meta/services/objects/{item.Name}/describe?po=true");
        }

        await BothAnswerAsync(HttpMethod.Get, "/v1/meta/services/objects/list");
        await BothAnswerAsync(HttpMethod.Post, "/v2/cockpit/cta/deleted/list", """{"startDate":"2026-01-01","endDate":"2026-12-31"}""");
        await BothAnswerAsync(HttpMethod.Post, "/v1/data/objects/Company", """{"records":[{"Name":"New","Stage":"Paused"}]}""");
        await BothAnswerAsync(HttpMethod.Post, "/v1/data/objects/Contract__gc", """{"records":[{"Name":"New"}]}""");
        await BothAnswerAsync(HttpMethod.Delete, $"/v1/data/objects/Company/{first.Companies.Rows.Single(row => "Kept".Equals(row["Name"])).Gsid}");
        await BothAnswerAsync(HttpMethod.Post, "/v1/data/objects/query/record_delete_log", """{"select":["RecordId","DeletedOn"]}""");

        async Task BothAnswerAsync(HttpMethod method, string path, string? body = null)
        {
            var left = await first.SendAsync(method, path, body);
            var right = await second.SendAsync(method, path, body);
            (right.Status, right.Text).Should().Be((left.Status, left.Text), $"{method} {path} must be answered alike");
        }
    }

    [Fact]
    public void A_dump_replaces_what_the_tenant_had()
    {
        using var first = new Tenant();
        using var second = Changed();

        second.Emulator.Load(first.Emulator.Dump());

        second.Companies.Count.Should().Be(0);
        second.Companies.Fields.Should().NotContain(field => field.Name == "Region__gc");
        second.Emulator.Switches.Should().BeEquivalentTo(new EmulatorSwitches());
        second.Emulator.Faults.Snapshot().Should().BeEmpty();
        second.Emulator.AccessKey.Should().Be(first.Emulator.AccessKey);
        second.Emulator.TenantId.Should().Be(first.Emulator.TenantId);
        second.Emulator.ClockOffset.Should().Be(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("""{"version":1,"complete":true}""", "objects: *needs the object record_delete_log*")]
    [InlineData("""{"version":2,"rows":{}}""", "seed: The seed has version 2, and this emulator reads version 1.*")]
    [InlineData("""{"version":"1"}""", "seed: *version must be a whole number*")]
    [InlineData("""{"complete":true,"users":[]}""", "seed: *unknown member users*")]
    [InlineData("""{"deleted":{}}""", "seed: *unknown member deleted*")]
    [InlineData("""{"complete":true,"switches":{"PageCaps":1}}""", "switches: *no switch PageCaps*")]
    [InlineData("""{"clock":"soon"}""", "seed: *clock must be an offset*'soon'*")]
    [InlineData("""{"clock":"9999-12-31T23:59:59Z"}""", "seed: *clock must be*")]
    [InlineData("""{"randomSeed":"1-2"}""", "seed: *randomSeed must be*")]
    [InlineData("""{"randomSeed":1.5}""", "seed: *randomSeed must be*")]
    [InlineData("""{"tenantId":" "}""", "seed: *tenantId must not be empty*")]
    [InlineData("""{"clients":{"id":5}}""", "seed: *secret of the client id must be a text*")]
    [InlineData("""{"log":"loud"}""", "seed: *log must be one of All, Errors, Off, not 'loud'*")]
    [InlineData("""{"faults":[{"kind":"Latency"},{"kind":"Respond","probability":2}]}""", "faults: Fault 2: In a fault Respond, Probability must be from 0 to 1.")]
    [InlineData("""{"faults":[{"kind":"Respond","status":5}]}""", "faults: Fault 1: *Status must be from 100 to 999*")]
    [InlineData("""{"publishers":[{"sharedSecret":"s","topic":"t"},{"topic":"t"}]}""", "publishers: Publisher 2: *no sharedSecret*")]
    [InlineData("""{"imports":[{"jobId":"a","object":"Company"},{"jobId":"a","object":"Company"}]}""", "imports: Import 2: There is an import a already.")]
    public void A_seed_that_does_not_fit_is_refused_and_changes_nothing_that_a_dump_shows(string seed, string message)
    {
        using var tenant = Changed();
        var before = tenant.Emulator.Dump();

        tenant.Emulator.Invoking(each => each.Load(seed)).Should().Throw<ArgumentException>().WithMessage(message);

        if (!seed.Contains("imports", StringComparison.Ordinal) && !seed.Contains("publishers", StringComparison.Ordinal))
        {
            tenant.Emulator.Dump().Should().Be(before);
        }
    }

    [Fact]
    public void A_dump_with_a_bad_row_changes_nothing_and_names_the_row()
    {
        using var tenant = Changed();
        var before = tenant.Emulator.Dump();
        var broken = before.Replace("\"Name\":\"Kept\"", "\"Name\":5", StringComparison.Ordinal);

        tenant.Emulator.Invoking(each => each.Load(broken)).Should().Throw<ArgumentException>().WithMessage("rows: Row * of Company: The field Name*");

        tenant.Emulator.Dump().Should().Be(before);
    }

    [Fact]
    public void A_row_with_a_GSID_that_the_object_has_is_refused_in_words()
    {
        using var tenant = new Tenant();
        var gsid = tenant.Companies.Insert(("Name", "Acme"));

        tenant.Emulator.Invoking(each => each.Load($$$"""{"rows":{"Company":[{"Gsid":"{{{gsid}}}","Name":"Again"}]}}"""))
            .Should().Throw<ArgumentException>().WithMessage($"rows: Row 1 of Company: There is a row with the GSID {gsid} already.");
    }

    [Fact]
    public void Random_numbers_that_start_again_give_no_GSID_twice()
    {
        using var tenant = new Tenant(seed: 5);
        _ = tenant.Companies.Insert(("Name", "a"));

        tenant.Emulator.Load("""{"randomSeed":5,"picklists":{"Company.Stage":["x","y"]},"rows":{"Company":[{"Name":"b"},{"Name":"c"}]}}""");
        tenant.Emulator.Load("""{"randomSeed":5,"picklists":{"Company.Status":["x","y"]},"rows":{"Company":[{"Name":"d"}]}}""");

        tenant.Companies.Count.Should().Be(4);
        var items = tenant.Emulator.Objects.SelectMany(item => item.Fields).SelectMany(field => field.Picklist?.Items ?? []).Select(item => item.Gsid);
        items.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_fault_is_dumped_with_the_firings_that_are_left()
    {
        using var tenant = new Tenant();
        var fault = tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Skip = 1, Count = 2, Status = 503, Delay = TimeSpan.FromSeconds(1.5) });
        var spent = tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle) { Count = 0 });
        _ = fault.TryFire(new SeededRandom(1));
        _ = fault.TryFire(new SeededRandom(1));

        using var dump = JsonDocument.Parse(tenant.Emulator.Dump());

        dump.RootElement.GetProperty("faults").GetRawText().Replace("\n", "", StringComparison.Ordinal)
            .Should().Be("""[{"kind":"ServerError","Status":503,"Delay":"00:00:01.5000000","Count":1}]""");
        (fault.Fired, spent.Fired).Should().Be((1, 0));
    }

    [Fact]
    public void The_stamp_changes_with_the_tenant_and_not_with_its_requests()
    {
        using var tenant = new Tenant();
        var stamp = tenant.Emulator.Stamp();
        tenant.Emulator.Stamp().Should().Be(stamp);

        Action[] changes =
        [
            () => tenant.Companies.Insert(("Name", "a")),
            () => tenant.Companies.Update(tenant.Companies.Rows[0].Gsid, ("Name", "b")),
            () => tenant.Companies.Delete(tenant.Companies.Rows[0].Gsid),
            () => tenant.Companies.Field("Name").Label = "Account",
            () => tenant.Companies.Field("Stage").Picklist!.Items[0].Active = false,
            () => tenant.Emulator.Switches.PageCap = 5,
            () => tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle)),
            () => tenant.Emulator.AddClient("a", "b"),
            () => tenant.Emulator.AddActivityType("QBR"),
            () => tenant.Emulator.EventPublishers[0].AddEvent("a", "b"),
            () => tenant.Emulator.ClockOffset = TimeSpan.FromHours(1),
            tenant.Emulator.Reset,
        ];
        foreach (var change in changes)
        {
            var before = tenant.Emulator.Stamp();
            change();
            tenant.Emulator.Stamp().Should().NotBe(before);
        }
    }

    [Fact]
    public void Work_that_is_due_is_done_before_the_dump()
    {
        using var tenant = new Tenant();
        _ = tenant.Emulator.Faults.Add(new Fault(FaultKind.LateCommit) { CommitDelay = TimeSpan.FromSeconds(30) });
        var insert = tenant.InsertAsync("Company", """{"Name":"Late"}""");
        tenant.Clock.Advance(TimeSpan.FromMinutes(1));

        tenant.Emulator.Dump().Should().Contain("\"Name\":\"Late\"");
        insert.IsFaulted.Should().BeFalse();
    }

    [Fact]
    public async Task The_settings_of_a_seed_count_without_a_dump()
    {
        using var tenant = new Tenant(accessKey: "demo");

        tenant.Emulator.Load("""
            { "version": 1, "tenantId": "t-1", "accessKey": "demo", "clients": { "id": "secret" }, "clock": "2030-01-01T00:00:00Z", "randomSeed": 7, "log": "errors" }
            """);

        (await tenant.InsertAsync("Company", """{"Name":"a"}""")).Status.Should().Be(System.Net.HttpStatusCode.OK);
        tenant.Emulator.TenantId.Should().Be("t-1");
        tenant.Emulator.Requests.Level.Should().Be(RequestLogLevel.Errors);
        tenant.Companies.Rows.Single()["CreatedDate"].Should().Be(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/users/m2m/oauth/token");
        request.Headers.Authorization = new("Basic", Convert.ToBase64String("id:secret"u8));
        using var http = new HttpClient(tenant.Emulator.CreateHandler()) { BaseAddress = tenant.Emulator.BaseAddress };
        using var token = await http.SendAsync(request);
        ((int)token.StatusCode).Should().Be(200);
    }

    /// <summary>A tenant in which everything that a dump keeps is different from a new one.</summary>
    private static Tenant Changed()
    {
        var tenant = new Tenant();
        var emulator = tenant.Emulator;
        emulator.Load("""
            {
              "objects": [
                { "name": "Contract__gc", "label": "Contract", "fields": [
                  { "name": "Value__gc", "type": "CURRENCY", "default": 1.50, "lookupName": "Worth" },
                  { "name": "Code__gc", "length": 5, "nillable": false },
                  { "name": "Data__gc", "type": "JSON" },
                  { "name": "Kind__gc", "type": "PICKLIST", "items": ["New", { "label": "Renewal", "default": true }] },
                  { "name": "Number__gc", "type": "NUMBER", "generated": "number" },
                  { "name": "Company__gc", "type": "LOOKUP", "lookup": "Company" } ] },
                { "name": "Company", "fields": [ { "name": "Region__gc", "label": "Region", "required": false, "readOnly": true } ] } ],
              "picklists": { "Company.Stage": ["Paused", "Ended", "Über \"uns\""] },
              "users": [ { "Name": "Ada Example", "Email": "ada@example.com", "IsActiveUser": true } ],
              "rows": {
                "Company": [
                  { "Name": "Acme \ud83d\ude00", "Stage": "Paused", "Tags": ["Beta", "Strategic"], "RenewalDate": "2027-03-31", "Arr": 12.340, "Csm": { "Email": "ada@example.com" } },
                  { "Name": "Kept", "Stage": "Ended", "Tags": [], "ManagedAs": null } ],
                "Contract__gc": [
                  { "Name": "C-1", "Code__gc": "A", "Kind__gc": "New", "Data__gc": { "a": [1, "x"] }, "Company__gc": { "Name": "Kept" } },
                  { "Name": "C-2", "Data__gc": "5" } ] },
              "activityTypes": { "QBR": "Meeting" },
              "publishers": [ { "sharedSecret": "s3cret", "topic": "Usage", "events": [ { "name": "Login", "version": "v01" } ], "contracts": ["c"] } ],
              "imports": [ { "jobId": "companies", "object": "Company", "operation": "upsert", "keys": ["Name"], "columns": { "Account": "Name" } } ],
              "switches": { "FilterTimeOffset": "01:30:00", "DeleteData": "gone", "MultiSelectInput": "ListOnly" },
              "limits": { "CallsPerMinute": 100000, "JobStep": 2.5 },
              "faults": [ { "kind": "CutAfterCommit", "operation": "record.nothing", "probability": 0.05, "seed": 7 } ],
              "tenantId": "t-2", "accessKey": "changed", "clients": { "id": "secret" }, "clock": "-00:05:00"
            }
            """);
        _ = tenant.Companies.Field("Stage").Picklist!.RemoveItem("Ended");
        tenant.Companies.RemoveField("Nps");
        emulator.Object("Asset__gc").IsHighVolume = true;
        _ = emulator.Object("Asset__gc").Delete(emulator.Object("Asset__gc").Insert(("Name", "gone")));
        _ = emulator.Object("Contract__gc").Delete(emulator.Object("Contract__gc").Insert(("Name", "gone")));
        var cta = emulator.Object("call_to_action").Insert(("Name", "A CTA"), ("CompanyId", tenant.Companies.Rows[0].Gsid));
        _ = emulator.Object("call_to_action").Insert(("Name", "Another"));
        _ = emulator.Object("call_to_action").Delete(cta);
        emulator.RefusesIpAddress = false;
        return tenant;
    }

    private static string Select(EmulatedObject item) =>
        item.Fields.Count == 0 ? Everything : $$"""{"select":[{{string.Join(',', item.Fields.Select(field => $"\"{field.Name}\""))}}],"limit":1000} """;
}
