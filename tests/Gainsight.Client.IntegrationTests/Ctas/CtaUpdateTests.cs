using System.Net;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Cockpit;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.Ctas;

public sealed class CtaUpdateTests
{
    [Fact]
    public async Task An_update_sends_changed_fields_and_leaves_the_others()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var gsid = await tenant.CreateCtaAsync();
        var cta = (await tenant.Gainsight.Ctas.GetAsync(gsid))!;
        cta.Priority.Should().Be("High");
        cta.Priority = "Low";
        cta.Comments = "<p>second reminder</p>";

        var report = await tenant.Gainsight.Ctas.UpdateAsync([cta]);

        report.Updated.Should().ContainSingle().Which.Gsid.Should().Be(gsid);
        var row = tenant.Ctas.Find(gsid)!;
        row["PriorityId"].Should().Be(tenant.Label("CTA_PRIORITY", "Low"));
        row["Comments"].Should().Be("<p>second reminder</p>");
        row["Name"].Should().Be("Invoice unpaid");
    }

    [Fact]
    public async Task Closing_sets_a_closed_status()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var gsid = await tenant.CreateCtaAsync();

        var outcome = await tenant.Gainsight.Ctas.CloseAsync(gsid, "Closed Success");

        outcome.Status.Should().Be(RowStatus.Updated);
        var cta = (await tenant.Gainsight.Ctas.GetAsync(gsid))!;
        cta.IsClosed.Should().BeTrue();
        cta.Status.Should().Be("Closed Success");
    }

    [Fact]
    public async Task An_unknown_gsid_fails_and_a_missing_one_costs_no_call()
    {
        await using var tenant = await CockpitTenant.StartAsync();

        var report = await tenant.Gainsight.Ctas.UpdateAsync([
            new Cta { Gsid = "1S01UNKNOWNUNKNOWNUNKNOWNUNKNOWN0001", Status = "New" },
            new Cta { Status = "New" },
            new Cta { Gsid = "1S01UNKNOWNUNKNOWNUNKNOWNUNKNOWN0002" },
        ]);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Failed, RowStatus.Unchanged);
        report.Failed[0].Errors.Should().ContainSingle().Which.Code.Should().Be("COCKPIT_6007");
        report.Failed[1].Errors.Should().ContainSingle().Which.Code.Should().Be(RecordErrorCodes.MissingKey);
        tenant.Calls(EmulatorOperations.CtaUpdate).Should().Be(1);
    }

    [Theory]
    [InlineData("""{"result":false,"errorCode":"COCKPIT_6007","errorDesc":"Invalid GSID of CTA","requestId":"r","data":null}""", true)]
    [InlineData("""{"result":false,"errorCode":"GS_APIG_1000","errorDesc":"Not Found","requestId":"r"}""", false)]
    [InlineData("""{"result":false,"errorDesc":"Requested object not found.","requestId":"r"}""", false)]
    [InlineData("<html><body>404 Not Found</body></html>", false)]
    public async Task A_404_that_names_a_record_fails_its_row_and_the_others_continue(string body, bool namesRecord)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var gone = "1S01UNKNOWNUNKNOWNUNKNOWNUNKNOWN0001";
        List<string> gsids = [await tenant.CreateCtaAsync(), gone, await tenant.CreateCtaAsync()];
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, _, answer) => answer.Contains("COCKPIT_6007", StringComparison.Ordinal) ? (HttpStatusCode.NotFound, body) : null,
        });

        var report = await gainsight.Ctas.UpdateAsync(
            gsids.Select(gsid => new Cta { Gsid = gsid, Priority = "Low" }), new WriteOptions { MaxConcurrency = 1 });

        report.Rows.Select(row => row.Status).Should().Equal(
            RowStatus.Updated, namesRecord ? RowStatus.Failed : RowStatus.NotAttempted, namesRecord ? RowStatus.Updated : RowStatus.NotAttempted);
        (report.StoppedBy is null).Should().Be(namesRecord, "an error that applies to every record stops the write");
        if (namesRecord)
        {
            report.Failed[0].Errors.Should().ContainSingle().Which.Code.Should().Be("COCKPIT_6007");
        }
    }

    [Theory]
    [InlineData(FaultKind.CutAfterCommit)]
    [InlineData(FaultKind.CutAfterRead)]
    [InlineData(FaultKind.ServerErrorAfterCommit)]
    public async Task An_update_is_retried_when_its_answer_is_lost(FaultKind kind)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var gsid = await tenant.CreateCtaAsync();
        var fault = tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.CtaUpdate, Count = 1 });

        var report = await tenant.Gainsight.Ctas.UpdateAsync([new Cta { Gsid = gsid, Status = "Work In Progress" }]);

        fault.Fired.Should().Be(1);
        report.Updated.Should().ContainSingle();
        tenant.Ctas.Find(gsid)!["StatusId"].Should().Be(tenant.Label("CTA_STATUS", "Work In Progress"));
    }

    [Fact]
    public async Task Closing_a_CTA_with_an_unknown_entity_type_is_not_checked_against_the_labels_of_companies()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Emulator.Object("cockpit_configuration").Insert(
            ("Category", "CTA_STATUS"), ("Name", "Closed Rel"), ("EntityType", "RELATIONSHIP"), ("IsClosed", true));
        var gsid = await tenant.CreateCtaAsync();
        await tenant.Gainsight.Ctas.GetConfigurationAsync();

        var outcome = await tenant.Gainsight.Ctas.CloseAsync(gsid, "Closed Rel");

        outcome.Status.Should().Be(RowStatus.Updated);
    }

    [Fact]
    public async Task After_the_labels_of_companies_and_relationships_are_loaded_closing_with_an_unknown_label_costs_no_call()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Emulator.Object("cockpit_configuration").Insert(
            ("Category", "CTA_STATUS"), ("Name", "Closed Rel"), ("EntityType", "RELATIONSHIP"), ("IsClosed", true));
        var gsid = await tenant.CreateCtaAsync();
        await tenant.Gainsight.Ctas.GetConfigurationAsync("COMPANY");
        await tenant.Gainsight.Ctas.GetConfigurationAsync("RELATIONSHIP");

        var unknown = await tenant.Gainsight.Ctas.CloseAsync(gsid, "Closed Nowhere");
        var known = await tenant.Gainsight.Ctas.CloseAsync(gsid, "closed rel");

        unknown.Errors.Should().ContainSingle().Which.Message.Should().Contain("Closed Success").And.Contain("Closed Rel");
        known.Status.Should().Be(RowStatus.Updated);
        tenant.Calls(EmulatorOperations.CtaUpdate).Should().Be(1);
    }

    [Fact]
    public async Task Updates_of_one_cta_are_merged_in_order()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var gsid = await tenant.CreateCtaAsync();

        var report = await tenant.Gainsight.Ctas.UpdateAsync([
            new Cta { Gsid = gsid, Status = "Work In Progress", Name = "a" },
            new Cta { Gsid = gsid, Name = "b" },
        ]);

        report.Updated.Should().HaveCount(2);
        tenant.Ctas.Find(gsid)!["Name"].Should().Be("b");
        tenant.Ctas.Find(gsid)!["StatusId"].Should().Be(tenant.Label("CTA_STATUS", "Work In Progress"));
        tenant.Calls(EmulatorOperations.CtaUpdate).Should().Be(1);
    }
}
