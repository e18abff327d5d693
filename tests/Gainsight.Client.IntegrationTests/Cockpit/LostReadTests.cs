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
    public async Task A_read_whose_answer_is_lost_is_made_again(string operation)
    {
        await using CockpitTenant tenant = await CockpitTenant.StartAsync();
        GainsightClient gainsight = tenant.Gainsight;
        Fault fault = tenant.Emulator.Faults.Add(new Fault(FaultKind.CutMidBody) { Operation = operation, Count = 1 });

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
}
