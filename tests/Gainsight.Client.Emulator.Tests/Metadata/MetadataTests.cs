using System.Net;
using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class MetadataTests
{
    [Theory]
    [InlineData("GET", "/v1/meta/services/objects/list?po=company&em=false", null)]
    [InlineData("POST", "/v1/meta/services/objects", """{"externalUse":"true","excludeMappings":"false","sortByLabel":"true"}""")]
    [InlineData("POST", "/v1/meta/services/objects/", "{}")]
    public async Task All_objects_are_listed_by_each_of_the_paths(string method, string path, string? body)
    {
        using var tenant = new Tenant();

        var answer = await tenant.SendAsync(new HttpMethod(method), path, body);

        answer.Json.EnumerateObject().Select(member => member.Name).Should().Equal("requestId", "result", "data");
        Names(answer.Data, "objectName").Should().Contain(["company", "gsuser", "record_delete_log", "asset__gc"]).And.OnlyHaveUniqueItems();
        answer.Data.EnumerateArray().Single(item => Text(item, "objectName") == "company").GetRawText().Should().Be(
            """{"objectName":"company","label":"Company","objectType":"STANDARD","keyPrefix":"1P02DEMO0000000000","transactional":false,"multiCurrencySupported":false,"readable":true,"createable":true,"schemaUpdateable":true}""");
    }

    [Fact]
    public async Task A_description_is_a_list_with_fields_lookups_and_picklists()
    {
        using var tenant = new Tenant();

        var answer = await tenant.SendAsync(HttpMethod.Get, "/v1/meta/services/objects/Company/describe?idd=true");

        var company = answer.Data.EnumerateArray().Single();
        JsonElement stage = Field(company, "Stage"), csm = Field(company, "Csm"), parent = Field(company, "ParentCompany");
        Text(stage, "dataType").Should().Be("PICKLIST");
        stage.GetProperty("options").EnumerateArray().Should().Contain(option => Text(option, "label") == "Launched" && option.GetProperty("active").GetBoolean())
            .And.Contain(option => Text(option, "label") == "Onboarding (retired)" && !option.GetProperty("active").GetBoolean());
        Text(csm.GetProperty("meta").GetProperty("lookupDetail"), "lookupName").Should().Be("Csm__gr");
        parent.GetProperty("meta").GetProperty("selfLookup").GetBoolean().Should().BeTrue();
        Field(company, "Gsid").GetProperty("meta").GetProperty("readOnly").GetBoolean().Should().BeTrue();
        Field(company, "Name").GetProperty("meta").GetProperty("required").GetBoolean().Should().BeTrue();
        Field(company, "CreatedDate").GetProperty("meta").TryGetProperty("length", out _).Should().BeFalse();
        Field(company, "Tags").GetProperty("meta").GetProperty("sortable").GetBoolean().Should().BeFalse();
    }

    [Theory]
    [InlineData("true", 3)]
    [InlineData("false", 0)]
    public async Task Several_objects_are_described_at_once_with_options_if_asked_for(string options, int expected)
    {
        using var tenant = new Tenant();

        var answer = await tenant.SendAsync(
            HttpMethod.Post, "/v1/meta/services/objects/describe", $$"""{"objectNames":["company","asset__gc"],"populatePickListOptions":"{{options}}"}""");

        Names(answer.Data, "objectName").Should().Equal("company", "asset__gc");
        Field(answer.Data[1], "Tier__gc").GetProperty("options").GetArrayLength().Should().Be(expected);
    }

    [Fact]
    public async Task The_custom_object_has_a_field_of_every_data_type()
    {
        using var tenant = new Tenant();

        var answer = await tenant.SendAsync(HttpMethod.Get, "/v1/meta/services/objects/asset__gc/describe");

        Names(answer.Data[0].GetProperty("fields"), "dataType").Distinct().Should().BeEquivalentTo(
            "STRING", "GSID", "SFDCID", "EMAIL", "URL", "RICHTEXTAREA", "NUMBER", "PERCENTAGE", "CURRENCY", "BOOLEAN", "DATE", "DATETIME", "LOOKUP",
            "PICKLIST", "MULTISELECTDROPDOWNLIST", "JSON", "JSONSTRING", "JSONNUMBER", "JSONBOOLEAN");
    }

    [Theory]
    [InlineData("GET", "/v1/meta/services/objects/nothing/describe", null)]
    [InlineData("POST", "/v1/meta/services/objects/describe", """{"objectNames":["company","nothing"]}""")]
    public async Task An_unknown_object_has_an_error_without_code_and_data(string method, string path, string? body)
    {
        using var tenant = new Tenant();

        var answer = await tenant.SendAsync(new HttpMethod(method), path, body);

        answer.Status.Should().Be(HttpStatusCode.NotFound);
        var id = Text(answer.Json, "requestId");
        answer.Text.Should().Be(
            $$"""{"requestId":"{{id}}","result":false,"instance":"2026-03-02 10:00:00 UTC","title":"OBJECT_NOT_FOUND","detail":"Requested object not found.","errorDesc":"Requested object not found."}""");
    }

    [Fact]
    public async Task A_dropdown_is_found_by_the_category_that_the_description_names()
    {
        using var tenant = new Tenant();
        var described = await tenant.SendAsync(HttpMethod.Get, "/v1/meta/services/objects/company/describe");
        var tags = Field(described.Data[0], "Tags");
        var category = Text(tags.GetProperty("meta").GetProperty("properties"), "PICKLIST_CATEGORY_ID");

        var answer = await tenant.SendAsync(HttpMethod.Get, $"/v1/meta/services/dropdowns/{category}");
        var unknown = await tenant.SendAsync(HttpMethod.Get, "/v1/meta/services/dropdowns/1I00");

        Text(answer.Data.GetProperty("categoryDetails"), "variant").Should().Be("MULTI_SELECT");
        Names(answer.Data.GetProperty("childItems"), "name").Should().Equal("Strategic", "Reference", "At risk", "Beta");
        Names(answer.Data.GetProperty("childItems"), "categoryId").Should().AllBe(category);
        unknown.Code.Should().Be("GSOBJ_1011");
    }

    [Fact]
    public async Task What_an_administrator_changes_shows_at_once()
    {
        using var tenant = new Tenant();
        var field = tenant.Companies.AddField("Tier__gc", EmulatedDataType.Picklist);
        _ = field.Picklist!.AddItem("Gold");
        tenant.Companies.Field("Industry").Length = 3;

        var described = await tenant.SendAsync(HttpMethod.Get, "/v1/meta/services/objects/company/describe?idd=true");
        var good = await tenant.InsertAsync("Company", """{"Name":"a","Tier__gc":"Gold"}""");
        var bad = await tenant.InsertAsync("Company", """{"Name":"a","Industry":"four"}""");

        Text(Field(described.Data[0], "Tier__gc").GetProperty("meta"), "fieldGroupType").Should().Be("CUSTOM");
        Names(Field(described.Data[0], "Tier__gc").GetProperty("options"), "label").Should().Equal("Gold");
        good.Result.Should().BeTrue();
        bad.Code.Should().Be("GSOBJ_1001");
    }

    [Theory]
    [InlineData("cockpit_configuration")]
    [InlineData("success_plan_template")]
    [InlineData("success_plan_template_objective")]
    [InlineData("cta_associated_record")]
    [InlineData("customer_goal_link")]
    public async Task No_call_serves_the_objects_that_only_set_the_tenant_up(string name)
    {
        using var tenant = new Tenant();

        var list = await tenant.SendAsync(HttpMethod.Get, "/v1/meta/services/objects/list");
        var described = await tenant.SendAsync(HttpMethod.Get, $"/v1/meta/services/objects/{name}/describe");
        var query = await tenant.QueryAsync(name, """{"select":["Name"]}""");
        var export = await tenant.SendAsync(HttpMethod.Post, $"/v3/exports/data/bulk/{name}", """{"select":["Name"]}""");

        Names(list.Data, "objectName").Should().NotContain(name);
        described.Status.Should().Be(HttpStatusCode.NotFound);
        (query.Code, export.Code).Should().Be(("GSOBJ_1023", "GSOBJ_1023"));
        tenant.Emulator.Object(name).Count.Should().BeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public async Task Every_object_that_has_GSIDs_has_a_prefix_of_its_own()
    {
        using var tenant = new Tenant();

        var list = await tenant.SendAsync(HttpMethod.Get, "/v1/meta/services/objects/list");

        list.Data.EnumerateArray().Where(item => item.TryGetProperty("keyPrefix", out _)).Select(item => Text(item, "keyPrefix"))
            .Should().OnlyHaveUniqueItems();
    }

    private static JsonElement Field(JsonElement description, string name) =>
        description.GetProperty("fields").EnumerateArray().Single(field => Text(field, "fieldName") == name);

    private static IEnumerable<string> Names(JsonElement list, string key) => list.EnumerateArray().Select(item => Text(item, key));

    private static string Text(JsonElement json, string key) => json.GetProperty(key).GetString()!;
}
