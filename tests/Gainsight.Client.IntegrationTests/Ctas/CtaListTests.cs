using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Cockpit;

namespace Gainsight.Client.IntegrationTests.Ctas;

public sealed class CtaListTests
{
    [Theory]
    [InlineData(CockpitDueDateForm.DateAndTime, true, false)]
    [InlineData(CockpitDueDateForm.Date, false, false)]
    [InlineData(CockpitDueDateForm.Date, true, true)]
    public async Task Labels_days_and_literals_filter_a_list(CockpitDueDateForm dueDates, bool takesMoments, bool mayUseName)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Emulator.Switches.CockpitDueDates = dueDates;
        tenant.Emulator.Switches.CockpitFiltersTakeMoments = takesMoments;
        tenant.Emulator.Switches.CockpitConditionsMayUseName = mayUseName;
        var wanted = await tenant.CreateCtaAsync("wanted");
        var closed = await tenant.CreateCtaAsync("closed");
        await tenant.Gainsight.Ctas.CloseAsync(closed, "Closed Success");

        var ctas = await tenant.Gainsight.Ctas.List()
            .Select(CtaFields.Name, CtaFields.Status, CtaFields.DueDate, CtaFields.OwnerId.Then(UserFields.Email))
            .Where(CtaFields.Status.EqualTo("New") & CtaFields.DueDate.Between(new(2031, 3, 1), new(2031, 3, 31)) & CtaFields.ModifiedDate.EqualTo(ListLiteral.Today))
            .ToListAsync();

        var cta = ctas.Should().ContainSingle().Subject;
        cta.Gsid.Should().Be(wanted);
        cta.Status.Should().Be("New");
        cta.DueDate.Should().Be(new DateOnly(2031, 3, 14));
        cta.Get(CtaFields.OwnerId.Then(UserFields.Email)).Should().Be("rhea@northwind.example");
    }

    [Fact]
    public async Task The_same_filter_by_label_works_for_a_query_and_a_list()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var risk = await tenant.CreateCtaAsync();
        var other = tenant.Cta();
        (other.Type, other.Reason) = ("Lifecycle", "Renewal");
        await tenant.Gainsight.Ctas.InsertAsync([other]);
        var filter = CtaFields.Type.EqualTo("Risk") & CtaFields.CompanyId.EqualTo(tenant.Company);

        var listed = (await tenant.Gainsight.Ctas.List().Where(filter).ToListAsync()).Should().ContainSingle().Subject;
        var queried = (await tenant.Gainsight.Ctas.Query().Where(filter).ToListAsync()).Should().ContainSingle().Subject;

        listed.Gsid.Should().Be(risk).And.Be(queried.Gsid);
        (listed.Type, listed.Reason, listed.Status, listed.Priority).Should().Be(("Risk", "Billing", "New", "High"));
        (queried.Type, queried.Reason, queried.Status, queried.Priority).Should().Be(("Risk", "Billing", "New", "High"));
    }

    [Theory]
    [InlineData(OperatorSupport.Honoured)]
    [InlineData(OperatorSupport.Ignored)]
    public async Task A_nested_filter_lists_the_same_rows_whether_or_not_the_tenant_honours_parentheses(OperatorSupport parentheses)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Emulator.Switches.Parentheses = parentheses;
        await tenant.Gainsight.Ctas.CloseAsync(await tenant.CreateCtaAsync("first"), "Closed Success");
        await tenant.CreateCtaAsync("second");
        await tenant.CreateCtaAsync("third");
        var filter = (CtaFields.Name.EqualTo("first") | CtaFields.Name.EqualTo("third")) & CtaFields.Status.EqualTo("New");

        var listed = await tenant.Gainsight.Ctas.List().Where(filter).ToListAsync();

        listed.Should().ContainSingle().Which.Name.Should().Be("third");
    }

    [Fact]
    public async Task A_list_excludes_rows_that_contain_a_text()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        await tenant.CreateCtaAsync("Invoice unpaid");
        await tenant.CreateCtaAsync("Usage low");

        var listed = await tenant.Gainsight.Ctas.List().Where(CtaFields.Name.DoesNotContain("Invoice")).ToListAsync();

        listed.Should().ContainSingle().Which.Name.Should().Be("Usage low");
    }

    [Fact]
    public async Task An_empty_result_is_an_empty_list()
    {
        await using var tenant = await CockpitTenant.StartAsync();

        (await tenant.Gainsight.Ctas.List().ToListAsync()).Should().BeEmpty();
        (await tenant.Gainsight.Ctas.List().FirstOrDefaultAsync()).Should().BeNull();
    }

    [Fact]
    public async Task A_list_returns_linked_records_and_filters_by_them()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var gsid = await tenant.CreateCtaAsync();
        await tenant.CreateCtaAsync("not linked");
        tenant.Emulator.Object("cta_associated_record").Insert(("CtaId", gsid), ("RecordId", "5009K00000ZZZZZAAA"), ("ObjectName", "Case"), ("Source", "SFDC"));

        var ctas = await tenant.Gainsight.Ctas.List().Where(ListFilters.LinkedTo("5009K00000ZZZZZAAA")).WithLinkedRecords().ToListAsync();

        ctas.Should().ContainSingle().Which.AssociatedRecords.Should().Equal(new AssociatedRecord("5009K00000ZZZZZAAA", "Case", "SFDC"));
    }

    [Theory]
    [InlineData(DeletedModifiedDateForm.LastChange)]
    [InlineData(DeletedModifiedDateForm.Deletion)]
    public async Task Deleted_ctas_are_listed_in_both_documented_forms(DeletedModifiedDateForm form)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Emulator.Switches.DeletedModifiedDate = form;
        var gone = await tenant.CreateCtaAsync("gone");
        await tenant.CreateCtaAsync("here");
        tenant.Ctas.Delete(gone);

        var first = await tenant.Gainsight.Ctas.ListDeleted().ToListAsync();
        var second = await tenant.Gainsight.Ctas.List().DeletedOnly().ToListAsync();

        first.Should().ContainSingle().Which.Gsid.Should().Be(gone);
        second.Should().ContainSingle().Which.Name.Should().Be("gone");
        tenant.Calls(EmulatorOperations.CtaDeleted).Should().Be(2, "an empty page ends the list");
    }

    [Theory]
    [InlineData(CockpitConfigurationForm.MapByCategory)]
    [InlineData(CockpitConfigurationForm.List)]
    public async Task The_configuration_lists_labels_and_writes_accept_them_in_any_case(CockpitConfigurationForm form)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Emulator.Switches.CockpitConfiguration = form;

        var configuration = await tenant.Gainsight.Ctas.GetConfigurationAsync();
        var cta = tenant.Cta();
        cta.Type = "rISK";
        cta.Status = configuration.CtaStatuses.Single(status => status.Name == "Work In Progress").Gsid;
        var report = await tenant.Gainsight.Ctas.InsertAsync([cta]);

        configuration.CtaTypes.Select(type => type.Name).Should().BeEquivalentTo("Risk", "Opportunity", "Lifecycle", "Activity", "Objective");
        configuration.CtaPriorities.Select(priority => priority.Name).Should().BeEquivalentTo("High", "Medium", "Low");
        configuration.CtaReasons.Should().Contain(reason => reason.Name == "Upsell" && reason.TypeName == "Opportunity");
        report.Inserted.Should().ContainSingle();
        tenant.Ctas.Rows.Single()["StatusId"].Should().Be(tenant.Label("CTA_STATUS", "Work In Progress"));
    }
}
