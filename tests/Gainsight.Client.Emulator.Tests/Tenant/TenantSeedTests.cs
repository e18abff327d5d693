using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class TenantSeedTests
{
    private const string Seed = """
        {
          // Comments and trailing commas are fine in a file that people write.
          "objects": [
            { "name": "Contract__gc", "label": "Contract", "fields": [
              { "name": "Value__gc", "type": "CURRENCY", "required": true },
              { "name": "Code__gc", "length": 5, "nillable": false },
              { "name": "Kind__gc", "type": "PICKLIST", "items": ["New", "Renewal"] },
              { "name": "Company__gc", "type": "LOOKUP", "lookup": "Company" },
            ] },
            { "name": "Company", "fields": [ { "name": "Region__gc", "label": "Region" } ] },
          ],
          "picklists": { "Company.Stage": ["Paused"] },
          "users": [ { "Name": "Ada Example", "Email": "ada@example.com", "IsActiveUser": true } ],
          "rows": {
            "Company": [ { "Name": "Acme", "Region__gc": "EMEA", "Stage": "Paused", "Tags": ["Beta"], "RenewalDate": "2027-03-31", "Csm": { "Email": "ada@example.com" } } ],
            "Contract__gc": [ { "Name": "C-1", "Value__gc": 1.50, "Kind__gc": "Renewal", "Company__gc": { "Name": "Acme" } } ],
          },
        }
        """;

    [Fact]
    public async Task Users_items_objects_fields_and_rows_are_added()
    {
        using var tenant = new Tenant();

        tenant.Emulator.Load(Seed);

        var contracts = await tenant.QueryAsync("Contract__gc", """{"select":["Name","Value__gc","Company__gc__gr.Name","Company__gc__gr.Csm__gr.Name"]}""");
        contracts.Records.Single().GetRawText().Should().Be(
            """{"Name":"C-1","Value__gc":1.50,"Company__gc__gr.Name":"Acme","Company__gc__gr.Csm__gr.Name":"Ada Example"}""");
        tenant.Users.Count.Should().Be(6);
        tenant.Companies.Rows.Single()["Stage"].Should().Be(tenant.Companies.Field("Stage").Picklist!.Find("Paused")!.Gsid);
        (await tenant.InsertAsync("Contract__gc", """{"Name":"x"}""")).Leaves().Should().Equal(("GSOBJ_1007", "Value__gc"));
        (await tenant.InsertAsync("Contract__gc", """{"Value__gc":1,"Code__gc":"123456"}""")).Code.Should().Be("GSOBJ_1001");
    }

    [Fact]
    public void Types_of_activities_publishers_and_imports_are_added()
    {
        using var tenant = new Tenant();

        tenant.Emulator.Load("""
            {
              "activityTypes": { "QBR": "Meeting", "Walk": "" },
              "publishers": [ { "sharedSecret": "s", "topic": "Usage", "events": [ { "name": "Login", "version": "v01" } ], "contracts": ["c"] } ],
              "imports": [ { "jobId": "companies", "object": "Company", "operation": "upsert", "keys": ["Name"], "columns": { "Account": "Name" } } ]
            }
            """);

        tenant.Emulator.EventPublishers[^1].Topic.Should().Be("Usage");
        tenant.Emulator.Invoking(each => each.AddImportJob(new EmulatedImportJob { JobId = "companies", Object = "Company" }))
            .Should().Throw<ArgumentException>("the id is taken");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"companies":[]}""")]
    [InlineData("""{"activityTypes":["QBR"]}""")]
    [InlineData("""{"publishers":[{"topic":"Usage"}]}""")]
    [InlineData("""{"publishers":[{"sharedSecret":"s","topic":"Usage","events":[{"name":"Login"}]}]}""")]
    [InlineData("""{"imports":[{"object":"Company"}]}""")]
    [InlineData("""{"imports":[{"jobId":"a","object":"GsUser"}]}""")]
    [InlineData("""{"imports":[{"jobId":"a","object":"Company","operation":"Guess"}]}""")]
    [InlineData("""{"users":{}}""")]
    [InlineData("""{"users":[5]}""")]
    [InlineData("""{"objects":[{"name":"Contract"}]}""")]
    [InlineData("""{"objects":[{}]}""")]
    [InlineData("""{"objects":[{"name":"A__gc","fields":[{}]}]}""")]
    [InlineData("""{"objects":[{"name":"A__gc","fields":[{"name":"b","type":"SOUND"}]}]}""")]
    [InlineData("""{"objects":[{"name":"A__gc","fields":[{"name":"b","items":["c"]}]}]}""")]
    [InlineData("""{"picklists":{"Stage":["a"]}}""")]
    [InlineData("""{"picklists":{"Company.Name":["a"]}}""")]
    [InlineData("""{"rows":{"Nothing__gc":[]}}""")]
    [InlineData("""{"rows":{"Company":[{"Nope":1}]}}""")]
    [InlineData("""{"rows":{"Company":[{"Stage":"Orbiting"}]}}""")]
    [InlineData("""{"rows":{"Company":[{"Csm":{"Email":"nobody@example.com"}}]}}""")]
    [InlineData("""{"rows":{"Company":[{"Csm":{"Nope":"x"}}]}}""")]
    [InlineData("""{"rows":{"Company":[{"Arr":1e400}]}}""")]
    [InlineData("""{"objects":[{"name":"A__gc","fields":[{"name":"b","type":"LOOKUP","lookup":"Nothing__gc"}]}]}""")]
    [InlineData("""{"objects":[{"name":"A__gc","fields":[{"name":"b","length":"5"}]}]}""")]
    [InlineData("""{"objects":[{"name":"A__gc","fields":[{"name":"b","length":5.5}]}]}""")]
    [InlineData("""{"objects":[{"name":"A__gc","fields":[{"name":"b","length":1e400}]}]}""")]
    [InlineData("""{"objects":[{"name":"A__gc","fields":[{"name":"b","length":0}]}]}""")]
    [InlineData("""{"objects":[{"name":"A__gc","fields":[{"name":"b","required":"true"}]}]}""")]
    [InlineData("""{"objects":[{"name":"A__gc","fields":[{"name":"b","requierd":true}]}]}""")]
    [InlineData("""{"objects":[{"name":"A__gc","feilds":[]}]}""")]
    [InlineData("""{"publishers":[{"sharedSecret":"s","topic":"Usage","event":[]}]}""")]
    [InlineData("""{"publishers":[{"sharedSecret":"s","topic":"Usage","events":[{"name":"Login","version":"v01","contract":"c"}]}]}""")]
    [InlineData("""{"imports":[{"jobId":"a","object":"Company","operation":"1","keys":["Name"]}]}""")]
    [InlineData("""{"imports":[{"jobId":"a","object":"Company","operation":"7","keys":["Name"]}]}""")]
    [InlineData("""{"imports":[{"jobId":"a","object":"Company","column":{}}]}""")]
    public void What_does_not_fit_the_tenant_is_refused(string seed)
    {
        using var tenant = new Tenant();

        tenant.Emulator.Invoking(each => each.Load(seed)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_lookup_may_point_to_an_object_that_comes_later()
    {
        using var tenant = new Tenant();

        tenant.Emulator.Load("""
            {"objects":[{"name":"A__gc","fields":[{"name":"B__gc","type":"LOOKUP","lookup":"B__gc"}]},{"name":"B__gc"}],
             "rows":{"B__gc":[{"Name":"b"}],"A__gc":[{"Name":"a","B__gc":{"Name":"b"}}]}}
            """);

        tenant.Emulator.Object("A__gc").Rows.Single()["B__gc"].Should().Be(tenant.Emulator.Object("B__gc").Rows.Single().Gsid);
    }

    [Fact]
    public void What_is_not_JSON_is_refused()
    {
        using var tenant = new Tenant();

        tenant.Emulator.Invoking(each => each.Load("{")).Should().Throw<JsonException>();
    }
}
