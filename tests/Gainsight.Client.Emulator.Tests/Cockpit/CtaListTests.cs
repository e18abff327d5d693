namespace Gainsight.Client.Emulator.Tests;

public sealed class CtaListTests
{
    [Fact]
    public async Task Rows_have_what_is_selected_in_canonical_names_and_the_defaults_and_no_nulls()
    {
        using var cockpit = new Cockpit();
        _ = cockpit.Ctas.AddField("CustomDate__gc", EmulatedDataType.Date);
        var gsid = await cockpit.CreateCtaAsync(",\"DueDate\":\"2031-03-14\",\"CustomDate__gc\":\"2031-01-02\"");

        var answer = await cockpit.ListAsync(
            """{"select":["name","customDate__gc","companyid__gr.name","CompanyId__gr.Arr","Comments","ModifiedDate"],"pageSize":10,"pageNumber":1}""");

        var row = Cockpit.Rows(answer).Single();
        row.EnumerateObject().Select(member => member.Name).Should().Equal(
            "Name", "CustomDate__gc", "CompanyId__gr.Name", "CompanyId__gr.Arr", "ModifiedDate", "Gsid", "CompanyId", "DueDate", "EntityType",
            "IsClosed", "OwnerId", "OwnerId__gr.Name", "OwnerId__gr.Email", "PriorityId", "PriorityId__gr.Name", "ReasonId", "ReasonId__gr.Name",
            "StatusId", "StatusId__gr.Name", "TypeId", "TypeId__gr.Name");
        row.GetProperty("Gsid").GetString().Should().Be(gsid);
        row.GetProperty("CustomDate__gc").GetString().Should().Be("2031-01-02");
        row.GetProperty("CompanyId__gr.Arr").GetRawText().Should().Be("52000.00000000000");
        row.GetProperty("ModifiedDate").GetString().Should().Be("2026-03-02T10:00:00.000Z");
        row.GetProperty("DueDate").GetString().Should().Be("2031-03-14T00:00:00Z");
        row.GetProperty("TypeId__gr.Name").GetString().Should().Be("Risk");
        row.GetProperty("PriorityId__gr.Name").GetString().Should().Be("Medium");
    }

    [Theory]
    [InlineData("""{}""", "Please add fields in the select clause")]
    [InlineData("""{"select":[]}""", "Please add fields in the select clause")]
    [InlineData("""{"select":["bogus","Name","more"]}""", "Invalid fields in select clause - bogus, more")]
    [InlineData("""{"select":["Name"],"where":{"conditions":[{"fieldName":"bogus","operator":"EQ","value":["x"],"alias":"A"}],"expression":"A"}}""", "Invalid fields or operator in where clause - bogus")]
    [InlineData("""{"select":["Name"],"where":{"conditions":[{"name":"Name","operator":"EQ","value":["x"],"alias":"A"}],"expression":"A"}}""", "Invalid fields or operator in where clause - Name")]
    [InlineData("""{"select":["Name"],"where":{"conditions":[{"fieldName":"Name","operator":"IN","value":["x"],"alias":"A"}],"expression":"A"}}""", "Invalid fields or operator in where clause - Name")]
    [InlineData("""{"select":["Name"],"where":{"conditions":[{"fieldName":"Gsid","operator":"GT","value":["x"],"alias":"A"}],"expression":"A"}}""", "Invalid fields or operator in where clause - Gsid")]
    [InlineData("""{"select":["Name"],"where":{"conditions":[{"fieldName":"Name","operator":"EQ","value":["x"],"alias":"A"}]}}""", "Please pass the expression for the respective conditions")]
    [InlineData("""{"select":["Name"],"where":{"conditions":[{"fieldName":"Name","operator":"EQ","value":["x"],"alias":"A"}],"expression":"A AND B"}}""", "Please pass the correct conditions")]
    [InlineData("""{"select":["Name"],"where":{"conditions":[{"fieldName":"DueDate","literal":"LAST_N_DAYS","operator":"EQ","alias":"A"}],"expression":"A"}}""", "Invalid fields or operator in where clause - DueDate")]
    [InlineData("""{"select":["Name"],"pageSize":1001}""", "The pageSize must be from 1 to 1000, the pageNumber from 1.")]
    [InlineData("""{"select":["Name"],"pageNumber":0}""", "The pageSize must be from 1 to 1000, the pageNumber from 1.")]
    public async Task A_wrong_call_says_what_is_wrong_with_an_object_for_data(string body, string description)
    {
        using var cockpit = new Cockpit();

        var answer = await cockpit.ListAsync(body);

        ((int)answer.Status, answer.Result, answer.Code, answer.Description, answer.Data.GetRawText()).Should().Be((200, false, "COCKPIT_5101", description, "{}"));
    }

    [Theory]
    [InlineData("""{"fieldName":"Name","operator":"EQ","value":["b"],"alias":"A"}""", "b")]
    [InlineData("""{"fieldName":"Name","operator":"NE","value":["b"],"alias":"A"}""", "ac")]
    [InlineData("""{"fieldName":"Name","operator":"DOES_NOT_CONTAINS","value":["b"],"alias":"A"}""", "ac")]
    [InlineData("""{"fieldName":"DueDate","operator":"BTW","value":["2031-01-01","2031-01-31"],"alias":"A"}""", "ab")]
    [InlineData("""{"fieldName":"DueDate","operator":"GT","value":["2031-01-01"],"alias":"A"}""", "b")]
    [InlineData("""{"fieldName":"DueDate","operator":"IS_NULL","value":[],"alias":"A"}""", "c")]
    [InlineData("""{"fieldName":"ModifiedDate","operator":"EQ","literal":"TODAY","alias":"A"}""", "abc")]
    [InlineData("""{"fieldName":"ModifiedDate","operator":"LT","literal":"TODAY","alias":"A"}""", "")]
    [InlineData("""{"fieldName":"ModifiedDate","operator":"BTW","value":["2026-03-01","2026-03-02"],"alias":"A"}""", "abc")]
    [InlineData("""{"fieldName":"ModifiedDate","operator":"GTE","value":["2026-03-02T10:00:00Z"],"alias":"A"}""", "abc")]
    [InlineData("""{"fieldName":"ModifiedDate","operator":"GT","value":["2026-03-02T10:00:00Z"],"alias":"A"}""", "")]
    [InlineData("""{"fieldName":"StatusId","operator":"EQ","value":["Work In Progress"],"alias":"A"}""", "b")]
    [InlineData("""{"fieldName":"StatusId","operator":"EXCLUDES","value":["Work In Progress"],"alias":"A"}""", "ac")]
    [InlineData("""{"fieldName":"StatusId__gr.Name","operator":"STARTS_WITH","value":["Work"],"alias":"A"}""", "b")]
    [InlineData("""{"fieldName":"CompanyId","operator":"CONTAINS","value":["arch"],"alias":"A"}""", "abc")]
    [InlineData("""{"fieldName":"CompanyId__gr.Arr","operator":"GT","value":[60000],"alias":"A"}""", "")]
    [InlineData("""{"fieldName":"IsClosed","operator":"EQ","value":[true],"alias":"A"}""", "c")]
    [InlineData("""{"fieldName":"OpenTaskCount","operator":"EQ","value":[0],"alias":"A"}""", "abc")]
    [InlineData("""{"associatedRecord":true,"operator":"INCLUDES","value":["5009K00000ZZZZZAAA"],"alias":"A"}""", "a")]
    public async Task Conditions_find_rows(string condition, string expected)
    {
        using var cockpit = new Cockpit();
        cockpit.Switches.CockpitFiltersTakeMoments = true;
        _ = await cockpit.CreateCtaAsync(",\"DueDate\":\"2031-01-01\"");
        _ = await cockpit.CreateCtaAsync(",\"DueDate\":\"2031-01-31\",\"status\":\"Work In Progress\"");
        _ = await cockpit.CreateCtaAsync(",\"status\":\"Closed Invalid\"");
        foreach (var row in cockpit.Ctas.Rows)
        {
            var name = true.Equals(row["IsClosed"]) ? "c" : Equals(row["DueDate"], new DateOnly(2031, 1, 1)) ? "a" : "b";
            cockpit.Ctas.Update(row.Gsid, ("Name", name));
        }

        var first = cockpit.Ctas.Rows.Single(row => "a".Equals(row["Name"])).Gsid;
        _ = cockpit.Tenant.Emulator.Object("cta_associated_record").Insert(("CtaId", first), ("RecordId", "5009K00000ZZZZZAAA"), ("ObjectName", "Case"), ("Source", "SFDC"));

        var answer = await cockpit.ListAsync($$"""{"select":["Name"],"where":{"conditions":[{{condition}}],"expression":"A"},"linkedObject":true}""");

        answer.Result.Should().BeTrue(answer.Text);
        string.Concat(Cockpit.Rows(answer).Select(row => row.GetProperty("Name").GetString()).Order()).Should().Be(expected);
        Cockpit.Rows(answer).Should().NotContain(row =>
            row.GetProperty("associatedRecords").GetArrayLength() != (row.GetProperty("Gsid").GetString() == first ? 1 : 0));
    }

    [Fact]
    public async Task Pages_start_at_one_and_end_with_an_empty_list()
    {
        using var cockpit = new Cockpit();
        Insert(cockpit, 5);

        var names = new List<string?>();
        for (var page = 1; page <= 4; page++)
        {
            var answer = await cockpit.ListAsync($$"""{"select":["Name"],"pageSize":2,"pageNumber":{{page}}}""");
            names.AddRange(Cockpit.Rows(answer).Select(row => row.GetProperty("Name").GetString()));
            Cockpit.Rows(answer).Count.Should().Be(page switch { 3 => 1, 4 => 0, _ => 2 });
        }

        names.Should().BeEquivalentTo("n0", "n1", "n2", "n3", "n4");
    }

    [Fact]
    public async Task A_page_holds_a_hundred_rows_by_default()
    {
        using var cockpit = new Cockpit();
        Insert(cockpit, 120);

        Cockpit.Rows(await cockpit.ListAsync("""{"select":["Name"]}""")).Should().HaveCount(100);
    }

    [Fact]
    public async Task The_generic_query_reads_ctas_in_order_of_their_ids_and_takes_no_writes()
    {
        using var cockpit = new Cockpit();
        Insert(cockpit, 3);
        var first = cockpit.Ctas.Rows.Min(row => row.Gsid)!;

        var rest = await cockpit.Tenant.QueryAsync("call_to_action", $$$"""
            {"select":["Gsid","Name","TypeId__gr.Name"],"where":{"conditions":[{"name":"Gsid","alias":"A","operator":"GT","value":["{{{first}}}"]}],"expression":"A"},"orderBy":{"Gsid":"asc"}}
            """);
        var insert = await cockpit.Tenant.InsertAsync("call_to_action", """{"Name":"x"}""");

        rest.Records.Should().HaveCount(2);
        rest.Texts("Gsid").Should().BeInAscendingOrder(StringComparer.Ordinal);
        insert.Code.Should().Be("GSOBJ_1023");
    }

    [Fact]
    public async Task The_configuration_lists_names_by_category()
    {
        using var cockpit = new Cockpit();

        var answer = await cockpit.SendAsync(HttpMethod.Get, "/v2/cockpit/admin/picklist/lite?category=CTA_STATUS,CTA_REASON,NOPE&et=COMPANY");

        answer.Data.GetProperty("CTA_STATUS").EnumerateArray().Select(item => item.GetProperty("name").GetString()).Should().Equal(
            "New", "Work In Progress", "Closed Success", "Closed Invalid");
        answer.Data.GetProperty("CTA_REASON").EnumerateArray().Should().Contain(item =>
            item.GetProperty("name").GetString() == "Billing" && item.GetProperty("typeName").GetString() == "Risk");
        answer.Data.GetProperty("NOPE").GetArrayLength().Should().Be(0);
    }

    private static void Insert(Cockpit cockpit, int count)
    {
        for (var i = 0; i < count; i++)
        {
            _ = cockpit.Ctas.Insert(("Name", $"n{i}"), ("CompanyId", cockpit.Company));
        }
    }
}
