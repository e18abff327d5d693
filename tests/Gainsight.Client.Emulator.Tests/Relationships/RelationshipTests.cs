using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class RelationshipTests
{
    [Fact]
    public async Task A_relationship_is_inserted_with_lookups_updated_queried_and_deleted()
    {
        using var tenant = new Tenant();
        _ = tenant.Companies.Insert(("Name", "Larch Mills"));

        Answer inserted = await tenant.InsertAsync("Relationship", """{"Name":"EMEA rollout","Account":"Larch Mills","Kind":"Standard"}""", """
            {"CompanyId":{"fields":{"Account":"Name"},"lookupField":"Gsid","objectName":"company","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"},
             "TypeId":{"fields":{"Kind":"Name"},"lookupField":"Gsid","objectName":"relationship_type","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"}}
            """);
        Answer updated = await tenant.UpdateAsync("relationship", "Gsid", $$"""{"Gsid":"{{inserted.Gsid()}}","Arr":1200.5}""");
        Answer found = await tenant.QueryAsync("Relationship", """{"select":["Name","CompanyId__gr.Name","TypeId__gr.Name","Arr"]}""");
        Answer deleted = await tenant.DeleteAsync("Relationship", inserted.Gsid());

        inserted.Gsid().Should().StartWith("1P05");
        updated.Result.Should().BeTrue(updated.Text);
        found.Records.Single().GetRawText().Should().Be(
            """{"Name":"EMEA rollout","CompanyId__gr.Name":"Larch Mills","TypeId__gr.Name":"Standard","Arr":1200.5}""");
        deleted.Result.Should().BeTrue();
        tenant.Emulator.Object("record_delete_log").Rows.Should().ContainSingle(row => (string)row["RecordId"]! == inserted.Gsid());
    }

    [Theory]
    [InlineData("""{"CompanyId":"1P02DEMO00000000000000000000000000A1"}""", "Name")]
    [InlineData("""{"Name":"EMEA rollout"}""", "CompanyId")]
    public async Task A_relationship_needs_a_name_and_a_company(string record, string missing)
    {
        using var tenant = new Tenant();

        Answer answer = await tenant.InsertAsync("Relationship", record);

        answer.Leaves().Should().Equal(("GSOBJ_1007", missing));
    }

    [Fact]
    public async Task A_person_takes_no_writes_by_the_record_api_but_its_memberships_do()
    {
        using var tenant = new Tenant();
        string company = tenant.Companies.Insert(("Name", "Larch Mills"));
        string person = tenant.Emulator.Object("Person").Insert(("Email", "ines.vale@larch.example"), ("Name", "Ines Vale"));

        Answer refused = await tenant.InsertAsync("person", """{"Email":"a@larch.example"}""");
        Answer member = await tenant.InsertAsync("Company_Person", $$"""{"Person_ID":"{{person}}","Company_ID":"{{company}}","Title":"Head of Ops"}""");
        Answer found = await tenant.QueryAsync("company_person", """{"select":["Person_ID__gr.Email","Company_ID__gr.Name","Title","Active"]}""");

        refused.Code.Should().Be("GSOBJ_1023");
        member.Gsid().Should().StartWith("1C01");
        found.Records.Single().GetRawText().Should().Be(
            """{"Person_ID__gr.Email":"ines.vale@larch.example","Company_ID__gr.Name":"Larch Mills","Title":"Head of Ops","Active":true}""");
    }

    [Theory]
    [InlineData("relationship", "1P05", true)]
    [InlineData("relationship_type", "1P06", false)]
    [InlineData("person", "1P03", false)]
    [InlineData("company_person", "1C01", true)]
    [InlineData("relationship_person", "1C03", true)]
    public async Task The_objects_are_described(string name, string prefix, bool createable)
    {
        using var tenant = new Tenant();

        Answer answer = await tenant.SendAsync(HttpMethod.Get, $"/v1/meta/services/objects/{name}/describe");

        JsonElement described = answer.Data.EnumerateArray().Single();
        described.GetProperty("objectName").GetString().Should().Be(name);
        described.GetProperty("keyPrefix").GetString().Should().StartWith(prefix);
        described.GetProperty("createable").GetBoolean().Should().Be(createable);
        described.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("fieldName").GetString()).Should().Contain(["Gsid", "ModifiedDate"]);
    }
}
