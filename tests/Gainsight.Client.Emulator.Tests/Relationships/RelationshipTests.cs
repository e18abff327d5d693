namespace Gainsight.Client.Emulator.Tests;

public sealed class RelationshipTests
{
    [Fact]
    public async Task A_relationship_is_inserted_with_lookups_updated_queried_and_deleted()
    {
        using var tenant = new Tenant();
        _ = tenant.Companies.Insert(("Name", "Larch Mills"));

        var inserted = await tenant.InsertAsync("Relationship", """{"Name":"EMEA rollout","Account":"Larch Mills","Kind":"Standard"}""", """
            {"CompanyId":{"fields":{"Account":"Name"},"lookupField":"Gsid","objectName":"company","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"},
             "TypeId":{"fields":{"Kind":"Name"},"lookupField":"Gsid","objectName":"relationship_type","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"}}
            """);
        var updated = await tenant.UpdateAsync("relationship", "Gsid", $$"""{"Gsid":"{{inserted.Gsid()}}","Arr":1200.5}""");
        var found = await tenant.QueryAsync("Relationship", """{"select":["Name","CompanyId__gr.Name","TypeId__gr.Name","Arr"]}""");
        var deleted = await tenant.DeleteAsync("Relationship", inserted.Gsid());

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
        _ = tenant.Companies.Insert(("Gsid", "1P02DEMO00000000000000000000000000A1"), ("Name", "Larch Mills"));

        var answer = await tenant.InsertAsync("Relationship", record);

        answer.Leaves().Should().Equal(("GSOBJ_1007", missing));
    }
}
