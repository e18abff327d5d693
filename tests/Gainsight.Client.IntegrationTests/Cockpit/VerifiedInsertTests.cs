using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Cockpit;

/// <summary>Records whose answer was lost, with the caller's own id in a custom field.</summary>
public sealed class VerifiedInsertTests
{
    private const string Id = "Event__gc";

    private static readonly WriteOptions VerifyById = new() { VerifyBy = Field.Custom<string>(Id) };

    [Theory]
    [InlineData(FaultKind.CutAfterCommit)]
    [InlineData(FaultKind.CutAfterRead)]
    [InlineData(FaultKind.ServerErrorAfterCommit)]
    public async Task A_task_whose_answer_was_lost_is_found_by_its_custom_id(FaultKind kind)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var cta = await tenant.CreateCtaAsync();

        await InsertAsync(tenant, tenant.Gainsight.Tasks, EmulatorOperations.TaskCreate, tenant.Tasks, new CsTask { CtaId = cta, Name = "Call" }, kind);
    }

    [Theory]
    [InlineData(FaultKind.CutAfterCommit)]
    [InlineData(FaultKind.CutAfterRead)]
    [InlineData(FaultKind.ServerErrorAfterCommit)]
    public async Task A_plan_whose_answer_was_lost_is_found_by_its_custom_id_and_its_objectives_exist_once(FaultKind kind)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var plan = tenant.Plan();
        plan.Objectives = [new Cta { Name = "a", OwnerId = tenant.Owner }];

        await InsertAsync(tenant, tenant.Gainsight.SuccessPlans, EmulatorOperations.PlanCreate, tenant.Plans, plan, kind);

        tenant.Ctas.Rows.Should().ContainSingle();
    }

    [Theory]
    [InlineData(FaultKind.CutAfterCommit)]
    [InlineData(FaultKind.CutAfterRead)]
    [InlineData(FaultKind.ServerErrorAfterCommit)]
    public async Task A_goal_whose_answer_was_lost_is_found_by_its_custom_id(FaultKind kind)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var goal = new CustomerGoal { Name = "Cut ticket backlog", StatusName = "New", CompanyId = tenant.Company };

        await InsertAsync(tenant, tenant.Gainsight.CustomerGoals, EmulatorOperations.GoalCreate, tenant.Emulator.Object("customer_goal"), goal, kind);
    }

    private static async Task InsertAsync<T>(
        CockpitTenant tenant, CockpitClient<T> client, string operation, EmulatedObject stored, T record, FaultKind kind)
        where T : GainsightRecord, new()
    {
        stored.AddField(Id, EmulatedDataType.String);
        record[Id] = "evt-4410";
        var fault = tenant.Emulator.Faults.Add(new Fault(kind) { Operation = operation, Count = 1 });

        var report = await client.InsertAsync([record], VerifyById);

        fault.Fired.Should().Be(1);
        var row = stored.Rows.Should().ContainSingle().Subject;
        report.Inserted.Should().ContainSingle().Which.Gsid.Should().Be(row.Gsid);
    }
}
