using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class SuccessPlanTests
{
    [Theory]
    [InlineData("/v2/successPlan")]
    [InlineData("/v2/successPlan/")]
    public async Task A_plan_is_created_updated_and_listed(string path)
    {
        using var cockpit = new Cockpit();

        var gsid = Cockpit.Gsid(await cockpit.SendAsync(HttpMethod.Post, path, Cockpit.Requests(Record(cockpit))));
        var updated = await UpdateAsync(cockpit, gsid, "\"status\":\"Active\",\"Highlights\":\"<b>on track</b>\"");
        var listed = await cockpit.ListAsync(
            """{"select":["name","DueDate","StatusName","TypeName","OwnerId","Highlights"],"where":{"conditions":[{"fieldName":"StatusName","operator":"EQ","value":["Active"],"alias":"A"}],"expression":"A"}}""",
            "/v2/successPlan/list/");

        gsid.Should().StartWith("1S02");
        Cockpit.Gsid(updated).Should().Be(gsid);
        var row = Cockpit.Rows(listed).Single();
        row.GetProperty("Name").GetString().Should().Be("Onboard Larch Mills");
        (row.GetProperty("StatusName").GetString(), row.GetProperty("TypeName").GetString()).Should().Be(("Active", "Onboarding"));
        (row.GetProperty("StatusId__gr.Name").GetString(), row.GetProperty("SuccessPlanTypeId__gr.Name").GetString()).Should().Be(("Active", "Onboarding"));
        cockpit.Plans.Find(gsid)!["ActiveDate"].Should().Be(new DateOnly(2026, 3, 2));
    }

    [Theory]
    [InlineData("\"SuccessPlanType\":\"Onboarding\"", "\"Nothing\":1", "GSOBJ_1002")]
    [InlineData(",\"SuccessPlanType\":\"Onboarding\"", "", "COCKPIT_9700: Missing mandatory fields for create - SuccessPlanType")]
    [InlineData("\"Name\":\"Onboard Larch Mills\",", "", "COCKPIT_9700: Missing mandatory fields for create - Name")]
    [InlineData("\"Onboarding\"", "\"Sailing\"", "GSOBJ_1012")]
    [InlineData("\"DueDate\"", "\"Templates\":[\"Nobody\"],\"DueDate\"", "GSOBJ_1012")]
    [InlineData("\"DueDate\"", "\"Objectives\":[{\"Name\":\"x\"}],\"DueDate\"", "GSOBJ_1002")]
    public async Task A_plan_that_is_wrong_fails_in_its_record(string part, string instead, string failure)
    {
        using var cockpit = new Cockpit();

        var answer = await cockpit.SendAsync(
            HttpMethod.Post, "/v2/successPlan", Cockpit.Requests(Record(cockpit).Replace(part, instead, StringComparison.Ordinal)));

        answer.Result.Should().BeTrue();
        Cockpit.Failure(answer)!.Value.GetString().Should().StartWith(failure);
        cockpit.Plans.Count.Should().Be(0);
    }

    [Fact]
    public async Task Objectives_come_with_the_plan_and_lookups_reach_them()
    {
        using var cockpit = new Cockpit();
        var record = Record(cockpit, """
            ,"Objectives":[{"referenceId":"a","Name":"First report live","Mail":"mei@northwind.example","DueDate":"2031-04-30","status":"New","priority":"High",
              "objectiveCategory":"Adoption","SuccessCriteria":"3 weekly users"},{"Name":"Second"}]
            """);

        var answer = await cockpit.SendAsync(HttpMethod.Post, "/v2/successPlan?withObjectives=true", $$$$"""
            {"requests":[{"record":{{{{record}}}}}],
             "lookups":{"OwnerId":{"fields":{"Mail":"Email"},"lookupField":"Gsid","objectName":"gsuser"}}}
            """);

        var plan = Cockpit.Gsid(answer);
        cockpit.Ctas.Rows.Should().HaveCount(2).And.OnlyContain(row => plan.Equals(row["CtaGroupId"]) && cockpit.Company.Equals(row["CompanyId"]));
        var first = cockpit.Ctas.Rows.Single(row => "First report live".Equals(row["Name"]));
        first["OwnerId"].Should().Be(cockpit.Tenant.Users.Rows.Single(row => "Mei".Equals(row["FirstName"])).Gsid);
        first["SuccessCriteria"].Should().Be("3 weekly users");
        cockpit.Ctas.Rows.Single(row => "Second".Equals(row["Name"]))["OwnerId"].Should().Be(cockpit.Owner);
        (cockpit.Plans.Find(plan)!["TotalObjectiveCount"], cockpit.Plans.Find(plan)!["OpenObjectiveCount"]).Should().Be((2m, 2m));
        var listed = await cockpit.ListAsync(
            $$$"""{"select":["Name"],"where":{"conditions":[{"fieldName":"CtaGroupId","operator":"EQ","value":["{{{plan}}}"],"alias":"A"}],"expression":"A"}}""");
        Cockpit.Rows(listed).Should().HaveCount(2).And.OnlyContain(row => row.GetProperty("TypeId__gr.Name").GetString() == "Objective");
    }

    [Theory]
    [InlineData("""{"DueDate":"2031-04-30"}""", "COCKPIT_9700:")]
    [InlineData("""{"Name":"x","objectiveCategory":"Sailing"}""", "GSOBJ_1012:")]
    [InlineData("""{"Name":"x","type":"Risk"}""", "GSOBJ_1012:")]
    public async Task A_bad_objective_fails_the_plan(string objective, string code)
    {
        using var cockpit = new Cockpit();
        var record = Record(cockpit, $$""","Objectives":[{"Name":"good"},{{objective}}]""");

        var answer = await cockpit.SendAsync(HttpMethod.Post, "/v2/successPlan/?withObjectives=true", Cockpit.Requests(record));

        Cockpit.Failure(answer)!.Value.GetString().Should().StartWith(code);
        (cockpit.Plans.Count, cockpit.Ctas.Count).Should().Be((0, 0));
    }

    [Fact]
    public async Task A_template_adds_its_objectives_and_tasks_and_belongs_to_one_type()
    {
        using var cockpit = new Cockpit();
        var record = Record(cockpit, ",\"Templates\":[\"Standard Onboarding\"]");

        var created = await cockpit.SendAsync(HttpMethod.Post, "/v2/successPlan", Cockpit.Requests(record));
        var refused = await cockpit.SendAsync(
            HttpMethod.Post, "/v2/successPlan", Cockpit.Requests(record.Replace("\"Onboarding\"", "\"Renewal\"", StringComparison.Ordinal)));

        var plan = cockpit.Plans.Find(Cockpit.Gsid(created))!;
        (plan["TotalObjectiveCount"], plan["OpenTaskCount"]).Should().Be((2m, 3m));
        cockpit.Tasks.Rows.Select(row => row["Name"]).Should().BeEquivalentTo(["Agree on a date", "Hold the meeting", "Connect the data"]);
        Cockpit.Failure(refused)!.Value.GetString().Should().StartWith("GSOBJ_1012:").And.Contain("Templates");
    }

    [Fact]
    public async Task Counts_follow_whoever_changes_what_they_count_and_closing_closes_the_objectives()
    {
        using var cockpit = new Cockpit();
        var plan = Cockpit.Gsid(await cockpit.SendAsync(
            HttpMethod.Post,
            "/v2/successPlan?withObjectives=true",
            Cockpit.Requests(Record(cockpit, ",\"Objectives\":[{\"Name\":\"a\"},{\"Name\":\"b\"},{\"Name\":\"c\"},{\"Name\":\"d\"}]"))));
        string Objective(string name) => cockpit.Ctas.Rows.Single(row => name.Equals(row["Name"])).Gsid;
        _ = await cockpit.SendAsync(HttpMethod.Put, "/v2/cockpit/cta", Cockpit.Requests($$"""{"referenceId":"r","Gsid":"{{Objective("a")}}","status":"Closed Success"}"""));
        _ = await cockpit.SendAsync(HttpMethod.Put, "/v2/cockpit/cta", Cockpit.Requests($$"""{"referenceId":"r","Gsid":"{{Objective("b")}}","status":"Closed Invalid"}"""));

        var half = cockpit.Plans.Find(plan)!;
        (half["OpenObjectiveCount"], half["ClosedWonObjectiveCount"], half["ClosedLostObjectiveCount"], half["PercentComplete"]).Should().Be((2m, 1m, 1m, 50m));
        _ = cockpit.Ctas.Delete(Objective("c"));
        cockpit.Plans.Find(plan)!["TotalObjectiveCount"].Should().Be(3m);

        var closed = await UpdateAsync(cockpit, plan, "\"status\":\"Closed\"");

        Cockpit.Gsid(closed).Should().Be(plan);
        var after = cockpit.Plans.Find(plan)!;
        (after["IsClosed"], after["OpenObjectiveCount"], after["PercentComplete"]).Should().Be((true, 0m, 100m));
        cockpit.Ctas.Find(Objective("d"))!["IsClosed"].Should().Be(true);
    }

    [Theory]
    [InlineData("\"CompanyId\":\"{0}\"")]
    [InlineData("\"SuccessPlanType\":\"Renewal\"")]
    [InlineData("\"Templates\":[\"Standard Onboarding\"]")]
    public async Task Some_fields_are_not_editable(string change)
    {
        using var cockpit = new Cockpit();
        var plan = Cockpit.Gsid(await cockpit.SendAsync(HttpMethod.Post, "/v2/successPlan", Cockpit.Requests(Record(cockpit))));
        var other = cockpit.Tenant.Companies.Insert(("Name", "Other"));

        var answer = await UpdateAsync(cockpit, plan, change.Replace("{0}", other, StringComparison.Ordinal));

        Cockpit.Failure(answer)!.Value.GetString().Should().StartWith("GSOBJ_1002");
    }

    [Fact]
    public async Task An_update_needs_the_id_and_the_reference()
    {
        using var cockpit = new Cockpit();
        var plan = Cockpit.Gsid(await cockpit.SendAsync(HttpMethod.Post, "/v2/successPlan", Cockpit.Requests(Record(cockpit))));

        var noReference = await cockpit.SendAsync(HttpMethod.Put, "/v2/successPlan", Cockpit.Requests($$"""{"Gsid":"{{plan}}"}"""));
        var noId = await cockpit.SendAsync(HttpMethod.Put, "/v2/successPlan", Cockpit.Requests("""{"referenceId":"r"}"""));

        Cockpit.Failure(noReference, "1")!.Value.GetString().Should().Be("COCKPIT_9700: Missing mandatory fields for update - referenceId");
        Cockpit.Failure(noId)!.Value.GetString().Should().Be("COCKPIT_6007: Invalid GSID of Success Plan");
    }

    [Theory]
    [InlineData("/v2/successPlan/deleted/list", "")]
    [InlineData("/v2/successPlan/list/", ",\"includeonlyDeletedRecords\":true")]
    public async Task Deleted_plans_are_listed(string path, string more)
    {
        using var cockpit = new Cockpit();
        var plan = Cockpit.Gsid(await cockpit.SendAsync(HttpMethod.Post, "/v2/successPlan", Cockpit.Requests(Record(cockpit))));
        _ = cockpit.Plans.Delete(plan);

        var answer = await cockpit.ListAsync($$"""{"select":["Name"]{{more}}}""", path);

        Cockpit.Rows(answer).Single().GetProperty("Gsid").GetString().Should().Be(plan);
    }

    [Fact]
    public async Task The_configuration_has_types_statuses_and_categories()
    {
        using var cockpit = new Cockpit();

        var answer = await cockpit.SendAsync(
            HttpMethod.Get, "/v2/successPlan/admin/picklist/lite?category=SUCCESS_PLAN_TYPE,SUCCESS_PLAN_STATUS,OBJECTIVE_CATEGORY&et=COMPANY");

        Names("SUCCESS_PLAN_TYPE").Should().Equal("Onboarding", "Renewal");
        Names("SUCCESS_PLAN_STATUS").Should().Equal("Draft", "Active", "Closed");
        Names("OBJECTIVE_CATEGORY").Should().Contain("Adoption");

        IEnumerable<string?> Names(string category) => answer.Data.GetProperty(category).EnumerateArray().Select(item => item.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Plans_have_a_minute_of_their_own_and_share_the_day()
    {
        using var cockpit = new Cockpit();
        cockpit.Tenant.Emulator.Limits.CallsPerMinute = 1;
        cockpit.Tenant.Emulator.Limits.SuccessPlanCallsPerMinute = 3;
        async Task<HttpStatusCode> ListAsync(string path) => (await cockpit.ListAsync("""{"select":["Name"]}""", path)).Status;

        HttpStatusCode[] plans = [await ListAsync("/v2/successPlan/list"), await ListAsync("/v2/successPlan/list"), await ListAsync("/v2/successPlan/list"), await ListAsync("/v2/successPlan/list")];
        HttpStatusCode[] ctas = [await ListAsync("/v2/cockpit/cta/list"), await ListAsync("/v2/cockpit/cta/list")];
        cockpit.Tenant.Emulator.Limits.CallsPerDay = 4;
        cockpit.Tenant.Clock.Advance(TimeSpan.FromMinutes(1));

        plans.Should().Equal(HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests);
        ctas.Should().Equal(HttpStatusCode.OK, HttpStatusCode.TooManyRequests);
        (await ListAsync("/v2/successPlan/list")).Should().Be(HttpStatusCode.TooManyRequests);
    }

    private static string Record(Cockpit cockpit, string more = "") =>
        $$"""{"referenceId":"r","Name":"Onboard Larch Mills","CompanyId":"{{cockpit.Company}}","OwnerId":"{{cockpit.Owner}}","DueDate":"2031-06-30","SuccessPlanType":"Onboarding"{{more}}}""";

    private static Task<Answer> UpdateAsync(Cockpit cockpit, string gsid, string changes) => cockpit.SendAsync(
        HttpMethod.Put, "/v2/successPlan/", Cockpit.Requests($$"""{"referenceId":"r","Gsid":"{{gsid}}",{{changes}}}"""));
}
