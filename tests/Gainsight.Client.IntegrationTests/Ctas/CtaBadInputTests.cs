using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Cockpit;

namespace Gainsight.Client.IntegrationTests.Ctas;

public sealed class CtaBadInputTests
{
    [Theory]
    [InlineData("Name")]
    [InlineData("CompanyId")]
    [InlineData("OwnerId")]
    [InlineData("type")]
    public async Task A_cta_without_a_required_field_fails_before_any_call(string field)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var cta = tenant.Cta();
        cta.Unset(field);

        var report = await tenant.Gainsight.Ctas.InsertAsync([cta]);

        var error = report.Failed.Should().ContainSingle().Which.Errors.Should().ContainSingle().Subject;
        error.Code.Should().Be(RecordErrorCodes.MissingRequiredField);
        error.Field.Should().Be(field);
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_cta_of_a_relationship_needs_the_relationship()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var cta = tenant.Cta();
        cta.EntityType = "RELATIONSHIP";

        var report = await tenant.Gainsight.Ctas.InsertAsync([cta]);

        report.Failed.Should().ContainSingle().Which.Errors.Should().ContainSingle().Which.Field.Should().Be("RelationshipId");
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task The_second_of_two_ctas_with_the_same_reference_id_fails_without_a_call()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        Cta first = tenant.Cta("first"), second = tenant.Cta("second");
        first.ReferenceId = second.ReferenceId = "inv-4410";

        var report = await tenant.Gainsight.Ctas.InsertAsync([first, second]);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed);
        report.Failed[0].Errors.Should().ContainSingle().Which.Code.Should().Be(RecordErrorCodes.DuplicateReference);
        tenant.Ctas.Rows.Should().ContainSingle().Which["Name"].Should().Be("first");
        tenant.Calls(EmulatorOperations.CtaCreate).Should().Be(1);
    }

    [Theory]
    [InlineData("type", "Nonsense")]
    [InlineData("reason", "Nonsense")]
    [InlineData("status", "Nonsense")]
    [InlineData("priority", "Nonsense")]
    [InlineData("reason", "Upsell")]
    public async Task An_unknown_label_fails_at_the_tenant_or_before_any_call_if_the_configuration_is_loaded(string field, string label)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var cta = tenant.Cta();
        cta[field] = label;

        var before = await tenant.Gainsight.Ctas.InsertAsync([cta]);
        await tenant.Gainsight.Ctas.GetConfigurationAsync();
        var calls = tenant.Emulator.Requests.Count;
        var after = await tenant.Gainsight.Ctas.InsertAsync([cta]);

        before.Failed.Should().ContainSingle().Which.Errors.Should().ContainSingle().Which.Code.Should().Be("GSOBJ_1012");
        var error = after.Failed.Should().ContainSingle().Which.Errors.Should().ContainSingle().Subject;
        error.Code.Should().Be(RecordErrorCodes.InvalidValue);
        error.Field.Should().Be(field);
        error.InvalidValue.Should().Be(label);
        error.Message.Should().NotContain(label).And.Contain(field is "type" ? "Lifecycle" : field is "reason" ? "Billing" : field is "status" ? "Work In Progress" : "Medium");
        tenant.Emulator.Requests.Count.Should().Be(calls);
    }

    [Fact]
    public async Task A_null_row_fails_alone()
    {
        await using var tenant = await CockpitTenant.StartAsync();

        var report = await tenant.Gainsight.Ctas.InsertAsync([null!, tenant.Cta()]);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Inserted);
        report.Failed[0].Errors[0].Code.Should().Be(RecordErrorCodes.NullRow);
    }

    [Fact]
    public async Task An_invalid_due_date_fails_alone()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var cta = tenant.Cta();
        cta["DueDate"] = "next week";

        var report = await tenant.Gainsight.Ctas.InsertAsync([cta, tenant.Cta()]);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Inserted);
        report.Failed[0].Errors.Should().ContainSingle().Which.Code.Should().Be(RecordErrorCodes.InvalidValue);
    }

    [Fact]
    public async Task A_page_of_1001_rows_is_refused_immediately()
    {
        await using var tenant = await CockpitTenant.StartAsync();

        tenant.Gainsight.Ctas.List().Invoking(list => list.PageSize(1001)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task A_list_with_an_unknown_field_throws_a_typed_exception()
    {
        await using var tenant = await CockpitTenant.StartAsync();

        Func<Task> listing = () => tenant.Gainsight.Ctas.List().Select("Bogus").ToListAsync();

        (await listing.Should().ThrowAsync<GainsightValidationException>()).Which.ErrorCode.Should().Be("COCKPIT_5101");
    }

    [Fact]
    public async Task A_list_accepts_neither_unsupported_operators_nor_times_of_day_and_a_query_accepts_no_literals()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var ctas = tenant.Gainsight.Ctas;
        var noon = CtaFields.ModifiedDate.GreaterThan(new DateTimeOffset(2031, 1, 1, 12, 0, 0, TimeSpan.Zero));

        ctas.List().Invoking(list => list.Where(CtaFields.Name.In("a", "b"))).Should().Throw<ArgumentException>().WithMessage("*IN*Query()*");
        await ctas.List().Where(noon).Invoking(list => list.ToListAsync()).Should().ThrowAsync<ArgumentException>().WithMessage("*whole days*");
        await ctas.Query().Where(CtaFields.DueDate.EqualTo(ListLiteral.Today)).Invoking(query => query.ToListAsync()).Should().ThrowAsync<ArgumentException>().WithMessage("*List()*");
        tenant.Emulator.Requests.Count.Should().Be(0);
    }
}
