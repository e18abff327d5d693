using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Cockpit;

namespace Gainsight.Client.IntegrationTests.Tasks;

public sealed class CsTaskTests
{
    private const string NoCta = "1S01UNKNOWNUNKNOWNUNKNOWNUNKNOWN0001";

    [Fact]
    public async Task A_risk_event_becomes_a_cta_with_a_task_in_three_lines()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var gainsight = tenant.Gainsight;

        var cta = (await gainsight.Ctas.InsertAsync([tenant.Cta()])).Rows[0];
        var report = await gainsight.Tasks.InsertAsync([new CsTask { CtaId = cta.Gsid, Name = "Call the customer", DueDate = new(2031, 3, 1), Priority = "High" }]);

        var task = report.Inserted.Should().ContainSingle().Subject;
        var row = tenant.Tasks.Rows.Should().ContainSingle().Subject;
        row.Gsid.Should().Be(task.Gsid);
        row["CtaId"].Should().Be(cta.Gsid);
        row["Name"].Should().Be("Call the customer");
    }

    [Fact]
    public async Task A_task_on_a_cta_that_does_not_exist_fails_alone()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var cta = await tenant.CreateCtaAsync();

        var report = await tenant.Gainsight.Tasks.InsertAsync([
            new CsTask { CtaId = NoCta, Name = "lost" },
            new CsTask { CtaId = cta, Name = "kept" },
        ]);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Inserted);
        report.Failed[0].Errors.Should().NotBeEmpty();
        tenant.Tasks.Rows.Should().ContainSingle().Which["Name"].Should().Be("kept");
    }

    [Theory]
    [InlineData("CtaId")]
    [InlineData("Name")]
    public async Task A_task_without_a_required_field_fails_before_any_call(string field)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var task = new CsTask { CtaId = NoCta, Name = "Call" };
        task.Unset(field);

        var report = await tenant.Gainsight.Tasks.InsertAsync([task]);

        report.Failed.Should().ContainSingle().Which.Errors.Should().ContainSingle().Which.Field.Should().Be(field);
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task The_tasks_of_a_cta_are_listed_in_every_form()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        string cta = await tenant.CreateCtaAsync(), other = await tenant.CreateCtaAsync();
        await tenant.Gainsight.Tasks.InsertAsync([
            new CsTask { CtaId = cta, Name = "a" }, new CsTask { CtaId = other, Name = "b" }, new CsTask { CtaId = cta, Name = "c" },
        ]);
        var tasks = tenant.Gainsight.Tasks;

        IReadOnlyList<CsTask>[] forms =
        [
            await tasks.GetByCtaAsync(cta),
            await tasks.ListByCta(cta).ToListAsync(),
            await tasks.List().Where(CsTaskFields.CtaId.EqualTo(cta)).ToListAsync(),
            await tasks.Query().Where(CsTaskFields.CtaId.EqualTo(cta)).ToListAsync(),
        ];

        forms.Should().AllSatisfy(rows => rows.Select(row => row.Name).Should().BeEquivalentTo("a", "c"));
        forms.Should().AllSatisfy(rows => rows.Should().OnlyContain(row => row.Status == "New"));
    }

    [Fact]
    public async Task A_task_is_updated_and_closed()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var cta = await tenant.CreateCtaAsync();
        var gsid = (await tenant.Gainsight.Tasks.InsertAsync([new CsTask { CtaId = cta, Name = "Call" }])).Rows[0].Gsid!;

        var report = await tenant.Gainsight.Tasks.UpdateAsync([new CsTask { Gsid = gsid, Description = "<p>twice</p>" }, new CsTask { Gsid = NoCta, Name = "x" }]);
        var closed = await tenant.Gainsight.Tasks.CloseAsync(gsid, "Completed");

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Failed);
        closed.Status.Should().Be(RowStatus.Updated);
        tenant.Tasks.Find(gsid)!["Description"].Should().Be("<p>twice</p>");
        (await tenant.Gainsight.Tasks.GetAsync(gsid))!.IsClosed.Should().BeTrue();
    }

    [Fact]
    public async Task A_lost_answer_leaves_a_new_task_unknown_and_an_update_is_retried()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var cta = await tenant.CreateCtaAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.TaskCreate, Count = 1 });
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.TaskUpdate, Count = 1 });

        var created = await tenant.Gainsight.Tasks.InsertAsync([new CsTask { CtaId = cta, Name = "Call" }]);
        var row = tenant.Tasks.Rows.Should().ContainSingle().Subject;
        var updated = await tenant.Gainsight.Tasks.UpdateAsync([new CsTask { Gsid = row.Gsid, Name = "Call again" }]);

        created.Unknown.Should().ContainSingle();
        updated.Updated.Should().ContainSingle();
        tenant.Calls(EmulatorOperations.TaskUpdate).Should().Be(2);
    }
}
