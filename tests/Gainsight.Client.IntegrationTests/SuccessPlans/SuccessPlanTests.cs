using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Cockpit;

namespace Gainsight.Client.IntegrationTests.SuccessPlans;

public sealed class SuccessPlanTests
{
    [Fact]
    public async Task A_plan_is_created_without_objectives_and_with_templates()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var second = tenant.Emulator.Object("success_plan_template").Insert(("Name", "Quick start"), ("PlanType", "Onboarding"));
        tenant.Emulator.Object("success_plan_template_objective").Insert(("TemplateId", second), ("Name", "First login"));
        SuccessPlan plain = tenant.Plan("plain"), templated = tenant.Plan("templated"), unknown = tenant.Plan("unknown");
        templated.Templates = ["Standard Onboarding", "Quick start"];
        unknown.Templates = ["No such template"];

        var report = await tenant.Gainsight.SuccessPlans.InsertAsync([plain, templated, unknown]);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Inserted, RowStatus.Failed);
        tenant.Plans.Rows.Select(row => row["Name"]).Should().BeEquivalentTo(["plain", "templated"]);
        tenant.Plans.Find(report.Rows[0].Gsid!)!["SuccessPlanTypeId"].Should().Be(tenant.Label("SUCCESS_PLAN_TYPE", "Onboarding"));
        (await ObjectivesOfAsync(tenant, report.Rows[1].Gsid!)).Select(cta => cta.Name)
            .Should().BeEquivalentTo("Kick-off held", "First report live", "First login");
    }

    [Fact]
    public async Task A_plan_and_its_objectives_are_created_in_one_call_and_objectives_are_read_back_as_ctas()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var plan = tenant.Plan();
        plan.SetLookup(SuccessPlanFields.OwnerId, UserFields.Email, "rhea@northwind.example");
        plan.Objectives = [Objective("First report live"), Objective("Three users")];

        var report = await tenant.Gainsight.SuccessPlans.InsertAsync([plan]);

        var gsid = report.Inserted.Should().ContainSingle().Which.Gsid!;
        tenant.Calls(EmulatorOperations.PlanCreate).Should().Be(1);
        var objectives = await ObjectivesOfAsync(tenant, gsid);
        objectives.Select(cta => cta.Name).Should().BeEquivalentTo("First report live", "Three users");
        objectives.Should().OnlyContain(cta => cta.Type == "Objective" && cta.CompanyId == tenant.Company && cta.OwnerId == tenant.Owner);
        var read = (await tenant.Gainsight.SuccessPlans.List()
            .Select(SuccessPlanFields.Name, SuccessPlanFields.Status, SuccessPlanFields.SuccessPlanType, SuccessPlanFields.TotalObjectiveCount)
            .Where(SuccessPlanFields.CompanyId.EqualTo(tenant.Company))
            .ToListAsync()).Should().ContainSingle().Subject;
        (read.Gsid, read.Status, read.SuccessPlanType, read.TotalObjectiveCount).Should().Be((gsid, "Draft", "Onboarding", 2m));

        Cta Objective(string name)
        {
            var objective = new Cta { Name = name, DueDate = new DateOnly(2031, 4, 30), Priority = "High", ObjectiveCategory = "Adoption" };
            objective.SetLookup(CtaFields.OwnerId, UserFields.Email, "rhea@northwind.example");
            return objective;
        }
    }

    [Fact]
    public async Task One_bad_objective_of_three_fails_the_plan_and_nothing_is_created()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        SuccessPlan bad = tenant.Plan("bad"), nameless = tenant.Plan("nameless"), good = tenant.Plan("good");
        bad.Objectives = [Objective("a"), new Cta { Name = "b", ObjectiveCategory = "Nonsense" }, Objective("c")];
        nameless.Objectives = [Objective("a"), new Cta { OwnerId = tenant.Owner }, Objective("c")];
        good.Objectives = [Objective("a")];

        var report = await tenant.Gainsight.SuccessPlans.InsertAsync([bad, nameless, good]);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Failed, RowStatus.Inserted);
        report.Rows[0].Errors.Should().NotBeEmpty();
        report.Rows[1].Errors.Should().ContainSingle().Which.Message.Should().Contain("Objective 2 of 3");
        tenant.Plans.Rows.Should().ContainSingle().Which["Name"].Should().Be("good");
        tenant.Ctas.Rows.Should().ContainSingle();
        tenant.Calls(EmulatorOperations.PlanCreate).Should().Be(2, "the plan with an objective without a name costs no call");

        Cta Objective(string name) => new() { Name = name, OwnerId = tenant.Owner, DueDate = new DateOnly(2031, 4, 30) };
    }

    [Theory]
    [InlineData("Name")]
    [InlineData("CompanyId")]
    [InlineData("OwnerId")]
    [InlineData("SuccessPlanType")]
    public async Task A_plan_without_a_required_field_fails_before_any_call(string field)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var plan = tenant.Plan();
        plan.Unset(field);

        var report = await tenant.Gainsight.SuccessPlans.InsertAsync([plan]);

        report.Failed.Should().ContainSingle().Which.Errors.Should().ContainSingle().Which.Field.Should().Be(field);
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task Lookups_that_differ_between_plan_and_objectives_fail_before_any_call()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var plan = tenant.Plan();
        var objective = new Cta { Name = "a" };
        plan.SetLookup(SuccessPlanFields.OwnerId, UserFields.Email, "rhea@northwind.example");
        objective.SetLookup(CtaFields.OwnerId, UserFields.Name, "Rhea Lindqvist");
        plan.Objectives = [objective];

        var report = await tenant.Gainsight.SuccessPlans.InsertAsync([plan]);

        report.Failed.Should().ContainSingle().Which.Errors.Should().ContainSingle().Which.Field.Should().Be("OwnerId");
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_plan_is_updated_and_closing_it_closes_its_objectives()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var plan = tenant.Plan();
        plan.Objectives = [new Cta { Name = "a", OwnerId = tenant.Owner }];
        var gsid = (await tenant.Gainsight.SuccessPlans.InsertAsync([plan])).Rows[0].Gsid!;

        var updated = await tenant.Gainsight.SuccessPlans.UpdateAsync([
            new SuccessPlan { Gsid = gsid, Status = "Active", Highlights = "<p>on track</p>" },
            new SuccessPlan { Gsid = "1S02UNKNOWNUNKNOWNUNKNOWNUNKNOWN0001", Status = "Active" },
            new SuccessPlan { Gsid = gsid[..^1] + "X", Objectives = [new Cta { Name = "late" }] },
        ]);
        var closed = await tenant.Gainsight.SuccessPlans.CloseAsync(gsid, "Closed");

        updated.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Failed, RowStatus.Failed);
        updated.Rows[2].Errors.Should().ContainSingle().Which.Message.Should().Contain("CtaGroupId");
        closed.Status.Should().Be(RowStatus.Updated);
        (await ObjectivesOfAsync(tenant, gsid)).Should().ContainSingle().Which.IsClosed.Should().BeTrue();
        (await tenant.Gainsight.SuccessPlans.GetAsync(gsid))!.Status.Should().Be("Closed");
    }

    [Fact]
    public async Task A_lost_answer_leaves_a_new_plan_unknown_and_an_update_is_retried()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.PlanCreate, Count = 1 });
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.PlanUpdate, Count = 1 });

        var created = await tenant.Gainsight.SuccessPlans.InsertAsync([tenant.Plan()]);
        var row = tenant.Plans.Rows.Should().ContainSingle().Subject;
        var updated = await tenant.Gainsight.SuccessPlans.UpdateAsync([new SuccessPlan { Gsid = row.Gsid, Name = "again" }]);

        created.Unknown.Should().ContainSingle();
        updated.Updated.Should().ContainSingle();
        tenant.Plans.Find(row.Gsid)!["Name"].Should().Be("again");
    }

    [Fact]
    public async Task Deleted_plans_are_listed_in_both_forms()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var gone = (await tenant.Gainsight.SuccessPlans.InsertAsync([tenant.Plan("gone"), tenant.Plan("here")])).Rows[0].Gsid!;
        tenant.Plans.Delete(gone);

        (await tenant.Gainsight.SuccessPlans.ListDeleted().ToListAsync()).Should().ContainSingle().Which.Gsid.Should().Be(gone);
        (await tenant.Gainsight.SuccessPlans.List().DeletedOnly().ToListAsync()).Should().ContainSingle().Which.Gsid.Should().Be(gone);
    }

    [Fact]
    public async Task The_configuration_lists_labels_and_unknown_labels_then_cost_no_call()
    {
        await using var tenant = await CockpitTenant.StartAsync();

        var configuration = await tenant.Gainsight.SuccessPlans.GetConfigurationAsync();
        SuccessPlan type = tenant.Plan(), status = tenant.Plan(), category = tenant.Plan();
        type.SuccessPlanType = "Nonsense";
        status.Status = "Nonsense";
        category.Objectives = [new Cta { Name = "a", ObjectiveCategory = "Nonsense" }];
        var report = await tenant.Gainsight.SuccessPlans.InsertAsync([type, status, category]);

        configuration.PlanTypes.Select(item => item.Name).Should().BeEquivalentTo("Onboarding", "Renewal");
        configuration.PlanStatuses.Select(item => item.Name).Should().BeEquivalentTo("Draft", "Active", "Closed");
        configuration.ObjectiveCategories.Select(item => item.Name).Should().BeEquivalentTo("Adoption", "Expansion", "Onboarding");
        report.Failed.Should().HaveCount(3);
        report.Failed.Should().OnlyContain(row => row.Errors[0].Code == RecordErrorCodes.InvalidValue);
        tenant.Calls(EmulatorOperations.PlanCreate).Should().Be(0);
    }

    [Fact]
    public async Task Categories_of_objectives_are_accepted_in_any_case_or_as_a_GSID_if_the_configuration_is_loaded()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var configuration = await tenant.Gainsight.SuccessPlans.GetConfigurationAsync();
        var plan = tenant.Plan();
        plan.Status = "dRAFT";
        plan.Objectives =
        [
            new Cta { Name = "a", OwnerId = tenant.Owner, ObjectiveCategory = "aDOPTION" },
            new Cta { Name = "b", OwnerId = tenant.Owner, ObjectiveCategory = configuration.ObjectiveCategories.Single(item => item.Name == "Adoption").Gsid },
        ];

        var report = await tenant.Gainsight.SuccessPlans.InsertAsync([plan]);

        report.Inserted.Should().ContainSingle();
        tenant.Ctas.Rows.Select(row => row["ObjectiveCategoryId"]).Should().Equal(tenant.Label("OBJECTIVE_CATEGORY", "Adoption"), tenant.Label("OBJECTIVE_CATEGORY", "Adoption"));
    }

    [Fact]
    public async Task A_plan_with_objectives_whose_answer_is_lost_is_unknown_and_is_never_retried()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.PlanCreate, Count = 1 });
        var plan = tenant.Plan();
        plan.Objectives = [new Cta { Name = "a", OwnerId = tenant.Owner }, new Cta { Name = "b", OwnerId = tenant.Owner }];

        var report = await tenant.Gainsight.SuccessPlans.InsertAsync([plan]);

        report.Unknown.Should().ContainSingle();
        tenant.Plans.Rows.Should().ContainSingle();
        tenant.Ctas.Rows.Should().HaveCount(2);
        tenant.Calls(EmulatorOperations.PlanCreate).Should().Be(1);
    }

    private static Task<IReadOnlyList<Cta>> ObjectivesOfAsync(CockpitTenant tenant, string plan) =>
        tenant.Gainsight.Ctas.List().Where(CtaFields.CtaGroupId.EqualTo(plan)).ToListAsync();
}
