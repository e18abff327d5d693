using System.Text.Json;
using Gainsight.Client.Tests.Query;

namespace Gainsight.Client.Tests.Cockpit;

public sealed class CockpitWriteTests : IDisposable
{
    private readonly QueryFixture _fixture = new();

    private static SuccessPlan Plan => new() { ReferenceId = "sp-9", Name = "Onboard", CompanyId = "C", OwnerId = "U", SuccessPlanType = "Onboarding" };

    [Fact]
    public async Task A_cta_is_sent_in_the_documented_form()
    {
        var cta = new Cta
        {
            ReferenceId = "inv-4410",
            Name = "Invoice 4410 unpaid",
            DueDate = new DateOnly(2031, 3, 14),
            Type = "Risk",
            Reason = "Billing",
            Status = "New",
            Priority = "High",
            CompanyId = "1P02",
            ["Invoice_No__gc"] = "4410",
        };
        cta.SetLookup(CtaFields.OwnerId, UserFields.Email, "dana@example.test");

        await _fixture.InsertAsync(client => client.Ctas, cta, """{"success":[{"inv-4410":"G1"}],"failure":[]}""");

        _fixture.Wire.Sent[^1].Address.PathAndQuery.Should().Be("/v2/cockpit/cta/");
        _fixture.Body(^1).ToString().Should().Be(
            """{"requests":[{"record":{"referenceId":"inv-4410","Name":"Invoice 4410 unpaid","DueDate":"2031-03-14","type":"Risk","reason":"Billing","status":"New","priority":"High","CompanyId":"1P02","Invoice_No__gc":"4410","OwnerId__by_Email":"dana@example.test"}}],"lookups":{"OwnerId":{"fields":{"OwnerId__by_Email":"Email"},"lookupField":"Gsid","objectName":"gsuser","multiMatchOption":"MARKASERROR","onNoMatch":"ERROR"}}}""");
    }

    [Fact]
    public async Task Keys_that_no_source_names_go_by_name_and_as_they_are()
    {
        using var linked = JsonDocument.Parse("""[{"objectName":"Case","recordId":"500"}]""");
        _fixture.Wire.Answer(StubHandler.Envelope("""{"success":[{"c-1":"G1"}]}"""));
        var cta = new Cta { Gsid = "G1", ReferenceId = "c-1", ["ownerCascade"] = "ALL_OPEN_TASKS", ["playbook"] = "Onboarding", ["linkedObjects"] = linked.RootElement };

        var report = await _fixture.Client.Ctas.UpdateAsync([cta]);

        report.Updated.Should().ContainSingle();
        _fixture.Body(^1).GetProperty("requests")[0].GetProperty("record").ToString().Should().Be(
            """{"Gsid":"G1","referenceId":"c-1","ownerCascade":"ALL_OPEN_TASKS","playbook":"Onboarding","linkedObjects":[{"objectName":"Case","recordId":"500"}]}""");
    }

    [Fact]
    public async Task A_label_that_a_later_row_sets_to_null_is_sent_as_null()
    {
        _fixture.Wire.Answer(StubHandler.Envelope("""{"success":[{"c-1":"G1"}]}"""));

        var later = new Cta { Gsid = "G1" };
        later.Clear(CtaFields.Priority);

        await _fixture.Client.Ctas.UpdateAsync([new Cta { Gsid = "G1", ReferenceId = "c-1", Priority = "High", Status = "New" }, later]);

        _fixture.Body(^1).GetProperty("requests")[0].GetProperty("record").ToString().Should().Be(
            """{"Gsid":"G1","referenceId":"c-1","priority":null,"status":"New"}""");
    }

    [Fact]
    public async Task Objectives_go_out_inside_the_record_each_with_a_reference()
    {
        var plan = Plan;
        plan.Templates = ["Mid-market start"];
        plan.Objectives = [new Cta { Name = "a", DueDate = new DateOnly(2031, 4, 30) }, new Cta { Name = "b", ReferenceId = "own" }];

        var outcome = await _fixture.InsertAsync(client => client.SuccessPlans, plan, """{"success":[{"sp-9":"G1"}]}""");

        outcome.Status.Should().Be(RowStatus.Inserted);
        _fixture.Wire.Sent[^1].Address.PathAndQuery.Should().Be("/v2/successPlan?withObjectives=true");
        var record = _fixture.Body(^1).GetProperty("requests")[0].GetProperty("record");
        record.GetProperty("Templates").ToString().Should().Be("""["Mid-market start"]""");
        record.GetProperty("Objectives").ToString().Should().Be(
            """[{"Name":"a","DueDate":"2031-04-30","referenceId":"sp-9-1"},{"Name":"b","referenceId":"own"}]""");
    }

    [Fact]
    public async Task A_plan_of_which_an_objective_was_refused_is_neither_done_nor_undone()
    {
        var plan = Plan;
        plan.Objectives = [new Cta { Name = "a", ReferenceId = "sp-9-a" }];

        var outcome = await _fixture.InsertAsync(
            client => client.SuccessPlans, plan, """{"success":[{"sp-9":"G1"}],"failure":[{"sp-9-a":"COCKPIT_9700: Missing mandatory fields for create - OwnerId"}]}""");

        outcome.Status.Should().Be(RowStatus.Unknown);
        outcome.Gsid.Should().Be("G1");
        outcome.Errors.Should().ContainSingle().Which.ToString().Should().Be("COCKPIT_9700 (OwnerId)");
    }

    [Fact]
    public async Task A_record_that_the_answer_does_not_name_is_unknown()
    {
        var inserted = await _fixture.InsertAsync(client => client.SuccessPlans, Plan, """{"success":[],"failure":[]}""");
        _fixture.Wire.Answer(Envelope("{}"));
        var updated = await _fixture.Client.SuccessPlans.UpdateAsync([new SuccessPlan { Gsid = "G1", Name = "x" }]);

        inserted.Status.Should().Be(RowStatus.Unknown);
        updated.Rows[0].Status.Should().Be(RowStatus.Unknown);
    }

    [Fact]
    public async Task A_refusal_without_a_code_fails_its_row_and_not_those_to_come()
    {
        _fixture.Wire.Answer("""{"result":false,"errorCode":null,"errorDesc":"Something is wrong","requestId":"r-7","data":{}}""");
        _fixture.Wire.Answer(Envelope("""{"success":[{"second":"G2"}]}"""));
        SuccessPlan first = Plan, second = Plan;
        second.ReferenceId = "second";

        var report = await _fixture.Client.SuccessPlans.InsertAsync([first, second], new WriteOptions { MaxConcurrency = 1 });

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Inserted);
        report.StoppedBy.Should().BeNull();
    }

    [Fact]
    public async Task Links_of_a_goal_go_out_beside_the_record()
    {
        var goal = new CustomerGoal { Gsid = "G1", LinkedCtas = ["A"], UnlinkedSuccessPlans = ["B"] };
        _fixture.Wire.Answer(Envelope("""{"success":[{"Name":"x","Gsid":"G1"}]}""")).Answer(Envelope("""[{"Gsid":"G1","association":{"CTA":["A"],"SP":[]}}]"""));

        var report = await _fixture.Client.CustomerGoals.UpdateAsync([goal]);

        report.Updated.Should().ContainSingle();
        _fixture.Body(0).ToString().Should().Be(
            """{"requests":[{"record":{"Gsid":"G1"},"association":{"CTA":["A"]},"disassociation":{"SP":["B"]}}]}""");
    }

    [Theory]
    [InlineData("""{"CTA":[{"Gsid":"B"}],"SP":[]}""", RowStatus.Unknown)]
    [InlineData("""{"CTA":[{"Gsid":"C"}],"SP":null}""", RowStatus.Updated)]
    [InlineData("""{"CTA":["A"],"SP":null}""", RowStatus.Updated)]
    [InlineData("""{"CTA":{"Gsid":"B"}}""", RowStatus.Unknown)]
    [InlineData("""{"CTA":"A"}""", RowStatus.Unknown)]
    [InlineData("""{"CTA":[{"name":"x"}]}""", RowStatus.Unknown)]
    public async Task Links_of_a_goal_are_read_in_every_form_and_one_that_cannot_be_read_ends_no_write(string links, RowStatus status)
    {
        CustomerGoal[] goals = [new() { Gsid = "G1", UnlinkedCtas = ["B"] }, new() { Gsid = "G2", Name = "x" }];
        _fixture.Wire.Answer(Envelope("""{"success":[{"Name":"x","Gsid":"G1"}]}""")).Answer(Envelope($$"""[{"Gsid":"G1","association":{{links}}}]"""))
            .Answer(Envelope("""{"success":[{"Name":"x","Gsid":"G2"}]}"""));

        var report = await _fixture.Client.CustomerGoals.UpdateAsync(goals, new WriteOptions { MaxConcurrency = 1 });

        report.Rows.Select(row => row.Status).Should().Equal(status, RowStatus.Updated);
        report.StoppedBy.Should().BeNull();
    }

    public void Dispose() => _fixture.Dispose();

    private static string Envelope(string data) => StubHandler.Envelope(data);
}
