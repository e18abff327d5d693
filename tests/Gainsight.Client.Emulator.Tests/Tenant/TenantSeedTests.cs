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
    public async Task Clear_removes_the_rows_that_were_there_before_the_seed_brings_others()
    {
        using var tenant = new Tenant();
        _ = tenant.Companies.Insert(("Name", "Old"));

        tenant.Emulator.Load("""{"rows":{"Company":[{"Name":"New"}]},"users":[{"Name":"Ada","Email":"ada@example.com"}],"clear":["GsUser","Company"]}""");

        tenant.Users.Rows.Select(row => row["Name"]).Should().Equal("Ada");
        tenant.Companies.Rows.Select(row => row["Name"]).Should().Equal("New");
        (await tenant.QueryAsync("record_delete_log", """{"select":["RecordId"]}""")).Records.Should().BeEmpty();
        tenant.Emulator.Invoking(each => each.Load("""{"clear":["Nothing__gc"]}""")).Should().Throw<ArgumentException>().WithMessage("*unknown object Nothing__gc*");
        tenant.Emulator.Invoking(each => each.Load("""{"clear":"GsUser"}""")).Should().Throw<ArgumentException>().WithMessage("*clear*");
    }

    [Fact]
    public void A_category_of_the_configuration_has_the_names_of_the_seed_and_no_others()
    {
        using var tenant = new Tenant();
        var statuses = Names("CTA_STATUS");

        tenant.Emulator.Load("""{"configuration":{"CTA_TYPE":[{"name":"Risk","default":true},{"name":"Churn","entity":"COMPANY","active":false}]}}""");

        Names("CTA_TYPE").Should().BeEquivalentTo(["Risk", "Churn"]);
        Names("CTA_STATUS").Should().Equal(statuses);
        tenant.Emulator.Invoking(each => each.Load("""{"configuration":{"CTA_TYPE":[{"nmae":"Risk"}]}}""")).Should().Throw<ArgumentException>().WithMessage("*CTA_TYPE*nmae*");
        tenant.Emulator.Invoking(each => each.Load("""{"configuration":{"CTA_TYPE":"Risk"}}""")).Should().Throw<ArgumentException>().WithMessage("*CTA_TYPE*");

        IEnumerable<object?> Names(string category) =>
            [.. tenant.Emulator.Object("cockpit_configuration").Rows.Where(row => category.Equals(row["Category"])).Select(row => row["Name"])];
    }

    [Fact]
    public void A_field_that_exists_keeps_what_the_seed_does_not_say()
    {
        using var tenant = new Tenant();
        var gsid = tenant.Companies.Insert(("Name", "Acme"), ("Arr", 5m), ("Stage", tenant.Companies.Field("Stage").Picklist!.Items[0].Gsid));

        tenant.Emulator.Load("""{"objects":[{"name":"Company","fields":[{"name":"Arr","label":"Revenue"},{"name":"Stage","items":["Launched","Gone"]}]}]}""");

        (tenant.Companies.Field("Arr").Label, tenant.Companies.Field("Arr").DataType, tenant.Companies.Find(gsid)!["Arr"]).Should().Be(("Revenue", EmulatedDataType.Currency, (object)5m));
        tenant.Companies.Field("Stage").Picklist!.Items.Select(item => item.Label).Should().Equal("Launched", "Gone");
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
