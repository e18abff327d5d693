namespace Gainsight.Client.Emulator.Tests;

public sealed class StandardObjectTests
{
    [Fact]
    public async Task A_person_takes_no_writes_by_the_record_api_but_its_memberships_do()
    {
        using var tenant = new Tenant();
        var company = tenant.Companies.Insert(("Name", "Larch Mills"));
        var person = tenant.Emulator.Object("Person").Insert(("Email", "ines.vale@larch.example"), ("Name", "Ines Vale"));

        var refused = await tenant.InsertAsync("person", """{"Email":"a@larch.example"}""");
        var member = await tenant.InsertAsync("Company_Person", $$"""{"Person_ID":"{{person}}","Company_ID":"{{company}}","Title":"Head of Ops"}""");
        var found = await tenant.QueryAsync("company_person", """{"select":["Person_ID__gr.Email","Company_ID__gr.Name","Title","Active"]}""");

        refused.Code.Should().Be("GSOBJ_1023");
        member.Gsid().Should().StartWith("1C01");
        found.Records.Single().GetRawText().Should().Be(
            """{"Person_ID__gr.Email":"ines.vale@larch.example","Company_ID__gr.Name":"Larch Mills","Title":"Head of Ops","Active":true}""");
    }

    [Theory]
    [InlineData("Company")]
    [InlineData("Relationship")]
    public async Task The_current_score_of_a_company_is_the_GSID_of_a_score(string name)
    {
        const string score = "1I00DEMO00000000000000000000000000A1";
        using var tenant = new Tenant();
        var company = tenant.Companies.Insert(("Name", "Larch Mills"), ("CurrentScore", score));
        tenant.Emulator.Object("Relationship").Insert(("Name", "EMEA"), ("CompanyId", company), ("CurrentScore", score));

        var described = await tenant.SendAsync(HttpMethod.Get, $"/v1/meta/services/objects/{name}/describe");
        var found = await tenant.QueryAsync(name, """{"select":["CurrentScore"]}""");

        described.Data[0].GetProperty("fields").EnumerateArray().Single(field => field.GetProperty("fieldName").GetString() == "CurrentScore")
            .GetProperty("dataType").GetString().Should().Be("GSID");
        found.Records.Single().GetRawText().Should().Be($$"""{"CurrentScore":"{{score}}"}""");
    }

    [Theory]
    [InlineData("relationship", "1P05", true)]
    [InlineData("relationship_type", "1P06", false)]
    [InlineData("person", "1P03", false)]
    [InlineData("company_person", "1C01", true)]
    [InlineData("relationship_person", "1C03", true)]
    [InlineData("call_to_action", "1S01", false)]
    [InlineData("cta_group", "1S02", false)]
    [InlineData("cs_task", "1S03", false)]
    [InlineData("customer_goal", "1S04", false)]
    public async Task The_objects_are_described(string name, string prefix, bool createable)
    {
        using var tenant = new Tenant();

        var answer = await tenant.SendAsync(HttpMethod.Get, $"/v1/meta/services/objects/{name}/describe");

        var described = answer.Data.EnumerateArray().Single();
        described.GetProperty("objectName").GetString().Should().Be(name);
        described.GetProperty("keyPrefix").GetString().Should().StartWith(prefix);
        described.GetProperty("createable").GetBoolean().Should().Be(createable);
        described.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("fieldName").GetString()).Should().Contain(["Gsid", "ModifiedDate"]);
    }
}
