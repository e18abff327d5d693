using System.Text.Json;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Cockpit;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.CustomerGoals;

public sealed class CustomerGoalTests
{
    [Theory]
    [InlineData(GoalDataForm.NamedOutcomes)]
    [InlineData(GoalDataForm.References)]
    [InlineData(GoalDataForm.Goal)]
    [InlineData(GoalDataForm.List)]
    public async Task Goals_are_created_and_refused_with_every_form_of_the_answer(GoalDataForm form)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Emulator.Switches.GoalData = form;
        CustomerGoal good = Goal(tenant, "Cut ticket backlog"), bad = Goal(tenant, "bad"), last = Goal(tenant, "last");
        good.SetLookup(CustomerGoalFields.CompanyId, CompanyFields.Name, "Larch Mills");
        bad.StatusName = "Nonsense";

        var report = await tenant.Gainsight.CustomerGoals.InsertAsync([good, bad, last]);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed, RowStatus.Inserted);
        report.Failed[0].Errors.Should().NotBeEmpty();
        report.Inserted.Select(row => row.Gsid).Should().BeEquivalentTo(Goals(tenant).Rows.Select(row => row.Gsid));
        tenant.Calls(EmulatorOperations.GoalCreate).Should().Be(3, "the API takes one goal per call");
    }

    [Theory]
    [InlineData("Name")]
    [InlineData("StatusName")]
    [InlineData("CompanyId")]
    public async Task A_goal_without_a_required_field_fails_before_any_call(string field)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var goal = Goal(tenant);
        goal.Unset(field);

        var report = await tenant.Gainsight.CustomerGoals.InsertAsync([goal]);

        report.Failed.Should().ContainSingle().Which.Errors.Should().ContainSingle().Which.Field.Should().Be(field);
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_goal_from_a_template_is_checked_only_by_the_tenant()
    {
        await using var tenant = await CockpitTenant.StartAsync();

        var report = await tenant.Gainsight.CustomerGoals.InsertAsync([new CustomerGoal { ["TemplateName"] = "Adoption" }]);

        report.Rows.Should().ContainSingle();
        tenant.Calls(EmulatorOperations.GoalCreate).Should().Be(1);
    }

    [Fact]
    public async Task Links_are_added_when_a_goal_is_created_and_added_and_removed_by_updates()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        string first = await tenant.CreateCtaAsync("first"), second = await tenant.CreateCtaAsync("second");
        var plan = (await tenant.Gainsight.SuccessPlans.InsertAsync([tenant.Plan()])).Rows[0].Gsid!;
        var goal = Goal(tenant);
        goal.LinkedCtas = [first];
        goal.LinkedSuccessPlans = [plan];

        var gsid = (await tenant.Gainsight.CustomerGoals.InsertAsync([goal])).Rows[0].Gsid!;
        Links(tenant).Should().BeEquivalentTo(first, plan);
        var report = await tenant.Gainsight.CustomerGoals.UpdateAsync([
            new CustomerGoal { Gsid = gsid, StatusName = "In Progress", LinkedCtas = [second], UnlinkedCtas = [first], UnlinkedSuccessPlans = [plan] },
        ]);

        report.Updated.Should().ContainSingle();
        Links(tenant).Should().Equal(second);
        Goals(tenant).Rows.Single()["StatusId"].Should().Be(tenant.Label("GOAL_STATUS", "In Progress"));
    }

    [Theory]
    [InlineData("unknownMember", RowStatus.Unknown)]
    [InlineData("removeAssociation", RowStatus.Updated)]
    public async Task A_goal_whose_links_are_still_there_is_unknown_and_the_member_that_removes_them_can_be_replaced(string member, RowStatus status)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var cta = await tenant.CreateCtaAsync("first");
        var goal = Goal(tenant);
        goal.LinkedCtas = [cta];
        var gsid = (await tenant.Gainsight.CustomerGoals.InsertAsync([goal])).Rows[0].Gsid!;
        var gainsight = tenant.CreateClient(options => options.CustomerGoalUnlinkMember = member);

        var report = await gainsight.CustomerGoals.UpdateAsync([new CustomerGoal { Gsid = gsid, UnlinkedCtas = [cta] }]);

        report.Rows[0].Status.Should().Be(status);
        report.Rows[0].Errors.Select(error => error.Code).Should().Equal(status == RowStatus.Unknown ? [RecordErrorCodes.NotConfirmed] : []);
        Links(tenant).Should().HaveCount(status == RowStatus.Unknown ? 1 : 0);
    }

    [Fact]
    public async Task A_goal_whose_links_cannot_be_read_is_not_confirmed()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var cta = await tenant.CreateCtaAsync("first");
        var goal = Goal(tenant);
        goal.LinkedCtas = [cta];
        var gsid = (await tenant.Gainsight.CustomerGoals.InsertAsync([goal])).Rows[0].Gsid!;
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = EmulatorOperations.GoalList });

        var report = await tenant.Gainsight.CustomerGoals.UpdateAsync([new CustomerGoal { Gsid = gsid, UnlinkedCtas = [cta] }]);

        report.Unknown.Should().ContainSingle().Which.Errors.Should().ContainSingle().Which.Code.Should().Be(RecordErrorCodes.NotConfirmed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_goal_whose_links_are_not_read_back_is_not_confirmed(bool isCanceled)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var cta = await tenant.CreateCtaAsync("first");
        var goal = Goal(tenant);
        goal.LinkedCtas = [cta];
        var gsid = (await tenant.Gainsight.CustomerGoals.InsertAsync([goal])).Rows[0].Gsid!;
        using var cancellation = new CancellationTokenSource();
        var gainsight = tenant.CreateClient(options =>
        {
            options.CustomerGoalUnlinkMember = "unknownMember";
            options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
            {
                Answer = (request, _, _) =>
                {
                    if (!request.RequestUri!.AbsolutePath.EndsWith("/list", StringComparison.Ordinal))
                    {
                        return null;
                    }

                    if (!isCanceled)
                    {
                        throw new InvalidOperationException("A handler of the application fails.");
                    }

                    cancellation.Cancel();
                    cancellation.Token.ThrowIfCancellationRequested();
                    return null;
                },
            };
        });

        WriteReport<CustomerGoal> report;
        try
        {
            report = await gainsight.CustomerGoals.UpdateAsync([new CustomerGoal { Gsid = gsid, UnlinkedCtas = [cta] }], new WriteOptions(), cancellation.Token);
        }
        catch (WriteCanceledException canceled)
        {
            report = canceled.GetReport<CustomerGoal>()!;
        }

        report.Unknown.Should().ContainSingle().Which.Errors.Should().ContainSingle().Which.Code.Should().Be(RecordErrorCodes.NotConfirmed);
    }

    [Fact]
    public async Task Links_to_missing_records_and_links_to_remove_from_a_new_goal_fail_alone()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        CustomerGoal unknown = Goal(tenant), empty = Goal(tenant), removing = Goal(tenant);
        unknown.LinkedCtas = ["1S01UNKNOWNUNKNOWNUNKNOWNUNKNOWN0001"];
        empty.LinkedSuccessPlans = [""];
        removing.UnlinkedCtas = ["1S01UNKNOWNUNKNOWNUNKNOWNUNKNOWN0001"];

        var report = await tenant.Gainsight.CustomerGoals.InsertAsync([unknown, empty, removing, Goal(tenant)]);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Failed, RowStatus.Failed, RowStatus.Inserted);
        tenant.Calls(EmulatorOperations.GoalCreate).Should().Be(2);
    }

    [Fact]
    public async Task A_new_goal_that_only_removes_plans_is_refused()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var goal = Goal(tenant);
        (goal.UnlinkedCtas, goal.UnlinkedSuccessPlans) = ([], ["1S02UNKNOWNUNKNOWNUNKNOWNUNKNOWN0001"]);

        var report = await tenant.Gainsight.CustomerGoals.InsertAsync([goal]);

        var error = report.Failed.Should().ContainSingle().Which.Errors.Should().ContainSingle().Which;
        (error.Code, error.Field).Should().Be((RecordErrorCodes.InvalidValue, "UnlinkedSuccessPlans"));
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task Goals_are_fetched_by_company_and_status()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var done = Goal(tenant, "done");
        done.StatusName = "Achieved";
        await tenant.Gainsight.CustomerGoals.InsertAsync([Goal(tenant, "open"), done]);

        var goals = await tenant.Gainsight.CustomerGoals.List()
            .Where(CustomerGoalFields.CompanyId.EqualTo(tenant.Company) & CustomerGoalFields.StatusName.EqualTo("New"))
            .ToListAsync();

        var goal = goals.Should().ContainSingle().Subject;
        (goal.Name, goal.StatusName, goal.CompanyId).Should().Be(("open", "New", tenant.Company));
        goal["association"].Should().BeOfType<JsonElement>();
    }

    [Fact]
    public async Task Goals_of_a_relationship_are_created_and_fetched_by_relationship()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var emea = tenant.Emulator.Object("Relationship").Insert(("Name", "Larch EMEA"), ("CompanyId", tenant.Company));
        CustomerGoal goal = Goal(tenant, "EMEA"), nowhere = Goal(tenant, "nowhere");
        goal.Unset(CustomerGoalFields.CompanyId);
        (goal.EntityType, goal.RelationshipId, nowhere.EntityType) = ("RELATIONSHIP", emea, "RELATIONSHIP");

        var report = await tenant.Gainsight.CustomerGoals.InsertAsync([goal, nowhere, Goal(tenant, "company")]);
        var goals = await tenant.Gainsight.CustomerGoals.List().Where(CustomerGoalFields.RelationshipId.EqualTo(emea)).ToListAsync();

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed, RowStatus.Inserted);
        report.Failed[0].Errors[0].Field.Should().Be("RelationshipId");
        goals.Should().ContainSingle().Which.Gsid.Should().Be(report.Rows[0].Gsid);
    }

    [Fact]
    public async Task A_lost_answer_leaves_a_new_goal_unknown_and_an_update_is_retried()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.GoalCreate, Count = 1 });
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.GoalUpdate, Count = 1 });

        var created = await tenant.Gainsight.CustomerGoals.InsertAsync([Goal(tenant)]);
        var row = Goals(tenant).Rows.Should().ContainSingle().Subject;
        var updated = await tenant.Gainsight.CustomerGoals.UpdateAsync([
            new CustomerGoal { Gsid = row.Gsid, Description = "<p>Under 20 open</p>" },
            new CustomerGoal { Gsid = "1S05UNKNOWNUNKNOWNUNKNOWNUNKNOWN0001", Description = "x" },
        ]);

        created.Unknown.Should().ContainSingle();
        updated.Rows.Select(outcome => outcome.Status).Should().Equal(RowStatus.Updated, RowStatus.Failed);
    }

    [Theory]
    [InlineData("POST /v1/csgoal/external/update", "POST")]
    [InlineData("/v1/csgoal/external/update", "PUT")]
    public async Task The_verb_of_an_inferred_call_can_be_replaced_with_its_route(string route, string verb)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.RouteOverrides["CustomerGoals.Update"] = route);
        var gsid = (await gainsight.CustomerGoals.InsertAsync([Goal(tenant)])).Rows[0].Gsid!;

        var report = await gainsight.CustomerGoals.UpdateAsync([new CustomerGoal { Gsid = gsid, StatusName = "Achieved" }]);

        report.Updated.Should().ContainSingle();
        tenant.Emulator.Requests.Snapshot().Should().ContainSingle(entry => entry.Operation == EmulatorOperations.GoalUpdate).Which.Method.Should().Be(verb);
    }

    private static EmulatedObject Goals(CockpitTenant tenant) => tenant.Emulator.Object("customer_goal");

    private static IEnumerable<string?> Links(CockpitTenant tenant) =>
        tenant.Emulator.Object("customer_goal_link").Rows.Select(row => (string?)row["LinkedId"]);

    private static CustomerGoal Goal(CockpitTenant tenant, string name = "Cut ticket backlog") =>
        new() { Name = name, StatusName = "New", CompanyId = tenant.Company, EntityType = "COMPANY", DueDate = new DateOnly(2031, 12, 1) };
}
