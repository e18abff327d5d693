using System.Net;
using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class CustomerGoalTests
{
    private const string Path = "/v1/csgoal/external";

    private const string Record =
        """{"Name":"Cut ticket backlog","StatusName":"New","DueDate":"2031-12-01","Description":"<p>Under 20 open</p>","CompanyName":"Larch Mills","EntityType":"COMPANY"}""";

    [Fact]
    public async Task A_goal_is_created_with_a_lookup_and_links_and_can_be_read_in_two_ways()
    {
        using var cockpit = new Cockpit();
        Goals(cockpit).AddField("Region_pick__gc", EmulatedDataType.Picklist).Picklist!.AddItem("North");
        var cta = await cockpit.CreateCtaAsync();

        var created = await CreateAsync(
            cockpit, Record.Replace("\"EntityType\"", "\"Region_pick__gc\":\"North\",\"EntityType\"", StringComparison.Ordinal), $$""","association":{"CTA":["{{cta}}"]}""");
        var listed = await cockpit.ListAsync(
            $$$"""{"select":["Name","Region_pick__gc"],"where":{"conditions":[{"fieldName":"CompanyId","operator":"EQ","value":["{{{cockpit.Company}}}"],"alias":"A"},{"fieldName":"StatusName","operator":"EQ","value":["New"],"alias":"B"}],"expression":"A AND B"}}""",
            Path + "/list");
        var queried = await cockpit.Tenant.QueryAsync("customer_goal", """{"select":["Gsid","StatusName","CompanyId__gr.Name"]}""");

        var gsid = Gsid(created);
        created.Data.GetRawText().Should().Be($$"""{"success":[{"Name":"Cut ticket backlog","Gsid":"{{gsid}}"}],"failure":[]}""");
        var row = Cockpit.Rows(listed).Single();
        row.GetProperty("Gsid").GetString().Should().Be(gsid);
        row.GetProperty("association").GetRawText().Should().Be($$"""{"CTA":["{{cta}}"],"SP":[]}""");
        queried.Records.Single().GetRawText().Should().Be($$"""{"Gsid":"{{gsid}}","StatusName":"New","CompanyId__gr.Name":"Larch Mills"}""");
    }

    [Theory]
    [InlineData("\"Name\":\"Cut ticket backlog\",", "", "COCKPIT_9700")]
    [InlineData("\"StatusName\":\"New\",", "", "COCKPIT_9700")]
    [InlineData("\"CompanyName\":\"Larch Mills\",", "", "COCKPIT_9700")]
    [InlineData("Larch Mills", "Nobody", "GSOBJ_1011")]
    [InlineData("\"New\"", "\"Sailing\"", "GSOBJ_1012")]
    [InlineData("\"COMPANY\"", "\"PLANET\"", "GSOBJ_1008")]
    [InlineData("\"COMPANY\"", "\"RELATIONSHIP\"", "COCKPIT_9700")]
    [InlineData("\"COMPANY\"", "\"OPPORTUNITY\"", "COCKPIT_9700")]
    [InlineData("\"DueDate\"", "\"Template\":\"x\",\"DueDate\"", "GSOBJ_1002")]
    public async Task A_goal_that_is_wrong_is_reported(string part, string instead, string code)
    {
        using var cockpit = new Cockpit();

        var answer = await CreateAsync(cockpit, Record.Replace(part, instead, StringComparison.Ordinal));

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Data.GetProperty("success").GetArrayLength().Should().Be(0);
        answer.Data.GetProperty("failure")[0].GetProperty("errorCode").GetString().Should().Be(code);
        Goals(cockpit).Count.Should().Be(0);
    }

    [Fact]
    public async Task A_goal_of_a_relationship_also_belongs_to_its_company()
    {
        using var cockpit = new Cockpit();
        var relationship = cockpit.Tenant.Emulator.Object("Relationship").Insert(("Name", "EMEA"), ("CompanyId", cockpit.Company));

        var answer = await CreateAsync(cockpit, $$"""{"Name":"x","StatusName":"New","EntityType":"RELATIONSHIP","RelationshipId":"{{relationship}}"}""");

        Goals(cockpit).Find(Gsid(answer))!["CompanyId"].Should().Be(cockpit.Company);
    }

    [Fact]
    public async Task Links_must_exist()
    {
        using var cockpit = new Cockpit();

        var answer = await CreateAsync(cockpit, Record, """,  "association":{"SP":["1S02DEMO00000000000000000000000000A1"]}""");

        answer.Data.GetProperty("failure")[0].GetProperty("errorCode").GetString().Should().Be("GSOBJ_1011");
        Goals(cockpit).Count.Should().Be(0);
    }

    [Fact]
    public async Task Two_goals_in_a_call_are_refused()
    {
        using var cockpit = new Cockpit();

        var answer = await cockpit.SendAsync(HttpMethod.Post, Path + "/create", Cockpit.Requests(Record, Record));

        answer.Result.Should().BeFalse();
        Goals(cockpit).Count.Should().Be(0);
    }

    [Theory]
    [InlineData("PUT", "removeAssociation")]
    [InlineData("POST", "disassociation")]
    public async Task An_update_changes_fields_and_adds_and_removes_links(string method, string removal)
    {
        using var cockpit = new Cockpit();
        string first = await cockpit.CreateCtaAsync(), second = await cockpit.CreateCtaAsync();
        var gsid = Gsid(await CreateAsync(cockpit, Record, $$""","association":{"CTA":["{{first}}"]}"""));

        var answer = await cockpit.SendAsync(new HttpMethod(method), Path + "/update", $$$"""
            {"requests":[{"record":{"Gsid":"{{{gsid}}}","StatusName":"Achieved"},"association":{"CTA":["{{{second}}}","{{{second}}}"]},"{{{removal}}}":{"CTA":["{{{first}}}"]} } ]}
            """);

        answer.Result.Should().BeTrue();
        var goal = Goals(cockpit).Find(gsid)!;
        (goal["StatusName"], goal["IsClosed"], goal["Name"]).Should().Be(("Achieved", true, "Cut ticket backlog"));
        var listed = await cockpit.ListAsync("{}", Path + "/list");
        Cockpit.Rows(listed).Single().GetProperty("association").GetProperty("CTA").GetRawText().Should().Be($$"""["{{second}}"]""");
    }

    [Fact]
    public async Task An_update_of_an_unknown_goal_fails()
    {
        using var cockpit = new Cockpit();

        var answer = await cockpit.SendAsync(HttpMethod.Put, Path + "/update", Cockpit.Requests("""{"Gsid":"nobody","Name":"x"}"""));

        answer.Data.GetProperty("failure")[0].GetProperty("errorDesc").GetString().Should().Be("Invalid GSID of Customer Goal");
    }

    [Theory]
    [InlineData(GoalDataForm.References, JsonValueKind.Object, true)]
    [InlineData(GoalDataForm.Goal, JsonValueKind.Object, false)]
    [InlineData(GoalDataForm.List, JsonValueKind.Array, false)]
    public async Task The_response_has_the_form_of_the_switch(GoalDataForm form, JsonValueKind kind, bool failureSucceeds)
    {
        using var cockpit = new Cockpit();
        cockpit.Switches.GoalData = form;

        var created = await CreateAsync(cockpit, Record);
        var failed = await CreateAsync(cockpit, "{}");

        created.Data.ValueKind.Should().Be(kind);
        created.Text.Should().Contain(Goals(cockpit).Rows.Single().Gsid);
        failed.Result.Should().Be(failureSucceeds);
    }

    private static EmulatedObject Goals(Cockpit cockpit) => cockpit.Tenant.Emulator.Object("customer_goal");

    private static string Gsid(Answer answer) => answer.Data.GetProperty("success")[0].GetProperty("Gsid").GetString()!;

    private static Task<Answer> CreateAsync(Cockpit cockpit, string record, string more = "") => cockpit.SendAsync(HttpMethod.Post, Path + "/create", $$$"""
        {"requests":[{"record":{{{record}}}{{{more}}} } ],
         "lookups":{"CompanyId":{"fields":{"CompanyName":"Name"},"lookupField":"Gsid","objectName":"company","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"} } }
        """);
}
