using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Cockpit;

namespace Gainsight.Client.IntegrationTests.Ctas;

public sealed class CtaInsertTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cta_with_a_relationship_and_no_company_is_sent_with_the_entity_type_of_a_relationship(bool byLookup)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var emea = tenant.Emulator.Object("Relationship").Insert(("Name", "Larch EMEA"), ("CompanyId", tenant.Company));
        var cta = tenant.Cta();
        cta.Unset(CtaFields.CompanyId);
        if (byLookup)
        {
            cta.SetLookup(CtaFields.RelationshipId, RelationshipFields.Name, "Larch EMEA");
        }
        else
        {
            cta.RelationshipId = emea;
        }

        var report = await tenant.Gainsight.Ctas.InsertAsync([cta]);

        report.Inserted.Should().ContainSingle();
        var row = tenant.Ctas.Rows.Should().ContainSingle().Which;
        (row["EntityType"], row["RelationshipId"], row["CompanyId"]).Should().Be(("RELATIONSHIP", emea, tenant.Company));
        cta.EntityType.Should().BeNull("the caller's record is not changed");
    }

    [Fact]
    public async Task A_CTA_without_a_due_date_is_sent_because_the_tenant_decides()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var cta = tenant.Cta();
        cta.Unset(CtaFields.DueDate);

        await tenant.Gainsight.Ctas.InsertAsync([cta]);

        tenant.Calls(EmulatorOperations.CtaCreate).Should().Be(1);
    }

    [Fact]
    public async Task A_cta_is_created_by_labels_and_the_record_of_the_caller_stays_unchanged()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var cta = tenant.Cta();

        var report = await tenant.Gainsight.Ctas.InsertAsync([cta]);

        var outcome = report.Rows.Should().ContainSingle().Subject;
        outcome.Status.Should().Be(RowStatus.Inserted);
        outcome.Record.Should().BeSameAs(cta);
        cta.IsSet(CtaFields.ReferenceId).Should().BeFalse();
        var row = tenant.Ctas.Rows.Should().ContainSingle().Subject;
        outcome.Gsid.Should().Be(row.Gsid);
        row["Name"].Should().Be("Invoice unpaid");
        row["CompanyId"].Should().Be(tenant.Company);
        row["TypeId"].Should().Be(tenant.Label("CTA_TYPE", "Risk"));
        row["ReasonId"].Should().Be(tenant.Label("CTA_REASON", "Billing"));
        row["DueDate"].Should().Be(new DateOnly(2031, 3, 14));
    }

    [Fact]
    public async Task Owner_and_company_are_found_by_lookup()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Emulator.Object("Company").AddField("Account__gc", EmulatedDataType.String);
        tenant.Emulator.Object("Company").Update(tenant.Company, ("Account__gc", "A-77"));
        Cta byName = tenant.Cta("by name"), byId = tenant.Cta("by id");
        byName.SetLookup(CtaFields.OwnerId, UserFields.Email, "rhea@northwind.example");
        byName.SetLookup(CtaFields.CompanyId, CompanyFields.Name, "Larch Mills");
        byId.SetLookup(CtaFields.CompanyId, Field.Custom<string>("Account__gc"), "A-77");

        var report = await tenant.Gainsight.Ctas.InsertAsync([byName, byId]);

        report.Inserted.Should().HaveCount(2);
        tenant.Ctas.Rows.Should().OnlyContain(row => Equals(row["CompanyId"], tenant.Company) && Equals(row["OwnerId"], tenant.Owner));
    }

    [Fact]
    public async Task A_refused_cta_fails_alone_and_outcomes_keep_the_order_of_the_input()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        List<Cta> ctas = [.. Enumerable.Range(0, 12).Select(i => tenant.Cta($"CTA {i}"))];
        ctas[3].Reason = "Upsell";
        ctas[8].OwnerId = "1P01UNKNOWNUNKNOWNUNKNOWNUNKNOWN0001";

        var report = await tenant.Gainsight.Ctas.InsertAsync(ctas);

        report.Rows.Select(row => row.Record).Should().Equal(ctas);
        report.Failed.Select(row => row.Index).Should().Equal(3, 8);
        report.Failed[0].Errors.Should().ContainSingle().Which.Code.Should().Be("GSOBJ_1012");
        report.Inserted.Select(row => tenant.Ctas.Find(row.Gsid!)!["Name"]).Should().Equal(report.Inserted.Select(row => row.Record.Name));
        tenant.Calls(EmulatorOperations.CtaCreate).Should().Be(12, "the API takes one record per call");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Failures_are_read_in_every_undocumented_form(FailureValueForm value, CockpitAllFailedForm all, EmptyOutcomeForm empty, RefusalStatus status)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Emulator.Switches.FailureValue = value;
        tenant.Emulator.Switches.CockpitAllFailed = all;
        tenant.Emulator.Switches.EmptyOutcomes = empty;
        tenant.Emulator.Switches.CockpitRefusalStatus = status;
        var bad = tenant.Cta("bad");
        bad.Type = "Nonsense";

        var report = await tenant.Gainsight.Ctas.InsertAsync([tenant.Cta("first"), bad, tenant.Cta("last")]);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed, RowStatus.Inserted);
        report.Failed[0].Errors.Should().NotBeEmpty();
        report.Failed[0].Errors[0].Code.Should().Be("GSOBJ_1012");
        report.StoppedBy.Should().BeNull();
    }

    public static TheoryData<FailureValueForm, CockpitAllFailedForm, EmptyOutcomeForm, RefusalStatus> Forms
    {
        get
        {
            var forms = new TheoryData<FailureValueForm, CockpitAllFailedForm, EmptyOutcomeForm, RefusalStatus>();
            foreach (var value in Enum.GetValues<FailureValueForm>())
            {
                foreach (var all in Enum.GetValues<CockpitAllFailedForm>())
                {
                    forms.Add(value, all, EmptyOutcomeForm.EmptyList, RefusalStatus.OkWithResultFalse);
                }
            }

            forms.Add(FailureValueForm.Text, CockpitAllFailedForm.ResultTrue, EmptyOutcomeForm.Null, RefusalStatus.OkWithResultFalse);
            forms.Add(FailureValueForm.Text, CockpitAllFailedForm.ResultTrue, EmptyOutcomeForm.MissingKey, RefusalStatus.OkWithResultFalse);
            forms.Add(FailureValueForm.Text, CockpitAllFailedForm.ResultFalse, EmptyOutcomeForm.MissingKey, RefusalStatus.BadRequest);
            return forms;
        }
    }

    [Theory]
    [InlineData(FaultKind.CutAfterCommit, 1)]
    [InlineData(FaultKind.CutAfterRead, 0)]
    [InlineData(FaultKind.ServerErrorAfterCommit, 1)]
    public async Task A_cta_whose_answer_is_lost_is_unknown_and_is_never_retried(FaultKind kind, int rows)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var fault = tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.CtaCreate, Count = 1 });

        var report = await tenant.Gainsight.Ctas.InsertAsync([tenant.Cta()]);

        fault.Fired.Should().Be(1);
        report.Rows.Should().ContainSingle().Which.Status.Should().Be(RowStatus.Unknown);
        tenant.Ctas.Rows.Should().HaveCount(rows);
        tenant.Calls(EmulatorOperations.CtaCreate).Should().Be(1);
    }

    [Theory]
    [InlineData(FaultKind.CutAfterCommit)]
    [InlineData(FaultKind.CutAfterRead)]
    [InlineData(FaultKind.ServerErrorAfterCommit)]
    [InlineData(FaultKind.TruncatedJson)]
    public async Task A_cta_whose_answer_was_lost_is_found_by_a_custom_field_with_the_id_of_the_caller(FaultKind kind)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Ctas.AddField("Event__gc", EmulatedDataType.String);
        var fault = tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.CtaCreate, Count = 1 });
        var cta = tenant.Cta();
        cta["Event__gc"] = "evt-4410";
        var options = new WriteOptions { VerifyBy = Field.Custom<string>("Event__gc") };

        var report = await tenant.Gainsight.Ctas.InsertAsync([cta], options);

        fault.Fired.Should().Be(1);
        var outcome = report.Rows.Should().ContainSingle().Subject;
        outcome.Status.Should().Be(RowStatus.Inserted);
        outcome.Gsid.Should().Be(tenant.Ctas.Rows.Should().ContainSingle().Subject.Gsid);
    }

    [Fact]
    public async Task A_reference_id_cannot_be_used_to_verify_a_write()
    {
        await using var tenant = await CockpitTenant.StartAsync();

        Func<Task> inserting = () => tenant.Gainsight.Ctas.InsertAsync([tenant.Cta()], new WriteOptions { VerifyBy = CtaFields.ReferenceId });

        (await inserting.Should().ThrowAsync<ArgumentException>()).WithMessage("*custom field*");
        tenant.Calls(EmulatorOperations.CtaCreate).Should().Be(0);
    }

    [Fact]
    public async Task A_stream_of_ctas_returns_its_outcomes_in_order()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        List<string?> names = [];

        await foreach (var row in tenant.Gainsight.Ctas.InsertStreamAsync(Enumerable.Range(0, 30).Select(i => tenant.Cta($"CTA {i:00}"))))
        {
            row.Status.Should().Be(RowStatus.Inserted);
            names.Add(row.Record.Name);
        }

        names.Should().HaveCount(30).And.BeInAscendingOrder(StringComparer.Ordinal);
        tenant.Ctas.Rows.Should().HaveCount(30);
    }

    [Fact]
    public async Task Fields_without_a_property_are_set_by_name()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var cta = tenant.Cta();
        cta["PlaybookId"] = tenant.Owner;

        var report = await tenant.Gainsight.Ctas.InsertAsync([cta]);

        report.Inserted.Should().ContainSingle();
        tenant.Ctas.Rows.Single()["PlaybookId"].Should().Be(tenant.Owner);
    }
}
