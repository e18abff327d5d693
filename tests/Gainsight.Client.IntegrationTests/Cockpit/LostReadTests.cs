using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Cockpit;

public sealed class LostReadTests
{
    [Theory]
    [InlineData(EmulatorOperations.CtaList)]
    [InlineData(EmulatorOperations.CtaDeleted)]
    [InlineData(EmulatorOperations.CockpitConfiguration)]
    [InlineData(EmulatorOperations.TaskList)]
    [InlineData(EmulatorOperations.PlanList)]
    [InlineData(EmulatorOperations.PlanDeleted)]
    [InlineData(EmulatorOperations.PlanConfiguration)]
    [InlineData(EmulatorOperations.GoalList)]
    public async Task A_read_is_retried_when_its_answer_is_lost(string operation)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var gainsight = tenant.Gainsight;
        var fault = tenant.Emulator.Faults.Add(new Fault(FaultKind.CutMidBody) { Operation = operation, Count = 1 });

        await (operation switch
        {
            EmulatorOperations.CtaList => gainsight.Ctas.List().ToListAsync(),
            EmulatorOperations.CtaDeleted => gainsight.Ctas.ListDeleted().ToListAsync(),
            EmulatorOperations.CockpitConfiguration => gainsight.Ctas.GetConfigurationAsync(),
            EmulatorOperations.TaskList => gainsight.Tasks.List().ToListAsync(),
            EmulatorOperations.PlanList => gainsight.SuccessPlans.List().ToListAsync(),
            EmulatorOperations.PlanDeleted => gainsight.SuccessPlans.ListDeleted().ToListAsync(),
            EmulatorOperations.PlanConfiguration => gainsight.SuccessPlans.GetConfigurationAsync(),
            _ => (Task)gainsight.CustomerGoals.List().ToListAsync(),
        });

        fault.Fired.Should().Be(1);
        tenant.Calls(operation).Should().Be(2);
    }

    [Fact]
    public async Task Both_forms_of_listing_the_tasks_of_a_cta_are_retried()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var cta = await tenant.CreateCtaAsync();
        await tenant.Gainsight.Tasks.InsertAsync([new CsTask { CtaId = cta, Name = "Call" }]);
        var fault = tenant.Emulator.Faults.Add(new Fault(FaultKind.CutMidBody) { Operation = EmulatorOperations.TaskList, Count = 1 });

        var got = await tenant.Gainsight.Tasks.GetByCtaAsync(cta);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutMidBody) { Operation = EmulatorOperations.TaskList, Count = 1 });
        var listed = await tenant.Gainsight.Tasks.ListByCta(cta).ToListAsync();

        fault.Fired.Should().Be(1);
        got.Should().ContainSingle();
        listed.Should().ContainSingle();
        tenant.Calls(EmulatorOperations.TaskList).Should().Be(7, "an empty page ends each list");
    }

    [Fact]
    public async Task A_refused_read_throws_a_typed_exception()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var gainsight = tenant.Gainsight;

        Func<Task>[] reads =
        [
            () => gainsight.Ctas.List().Select("Bogus").ToListAsync(),
            () => gainsight.Ctas.ListDeleted().Select("Bogus").ToListAsync(),
            () => gainsight.Tasks.List().Select("Bogus").ToListAsync(),
            () => gainsight.SuccessPlans.List().Select("Bogus").ToListAsync(),
            () => gainsight.SuccessPlans.ListDeleted().Select("Bogus").ToListAsync(),
            () => gainsight.CustomerGoals.List().Select("Bogus").ToListAsync(),
        ];

        foreach (var read in reads)
        {
            (await read.Should().ThrowAsync<GainsightValidationException>()).Which.ErrorCode.Should().Be("COCKPIT_5101");
        }
    }
}
