using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class OpportunityTests
{
    private const string Path = "v1/renewalcenter/opportunity";

    [Fact]
    public async Task No_path_accepts_opportunities_by_default()
    {
        using var tenant = new Tenant();

        var own = await tenant.SendAsync(HttpMethod.Post, "/" + Path, """{"records":[{"Name":"Renewal"}]}""");
        var generic = await tenant.InsertAsync("gs_opportunity", """{"Name":"Renewal"}""");

        own.Code.Should().Be("GS_APIG_1000");
        generic.Code.Should().Be("GSOBJ_1023");
    }

    [Theory]
    [InlineData(Path)]
    [InlineData("v1/data/objects/gs_opportunity")]
    public async Task Opportunities_are_created_updated_and_read(string path)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.OpportunityPath = path;
        var company = tenant.Companies.Insert(("Name", "Acme"));

        var created = await tenant.SendAsync(
            HttpMethod.Post, "/" + path, $$"""{"records":[{"Name":"Renewal","CompanyId":"{{company}}","TargetAmount":100.5,"Stage":"Open"}]}""");
        var updated = await tenant.SendAsync(
            HttpMethod.Put, $"/{path}?keys=Gsid", $$"""{"records":[{"Gsid":"{{created.Gsid()}}","Probability":40}]}""");
        var read = await tenant.QueryAsync("gs_opportunity", """{"select":["Name","CompanyId__gr.Name","Probability"]}""");

        updated.Result.Should().BeTrue();
        read.Records.Single().GetRawText().Should().Be("""{"Name":"Renewal","CompanyId__gr.Name":"Acme","Probability":40}""");
        tenant.Emulator.Requests.CountOf(EmulatorOperations.OpportunityCreate).Should().Be(1);
    }

    [Fact]
    public async Task At_most_20_opportunities_are_accepted_and_computed_fields_are_not()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.OpportunityPath = Path;
        var company = tenant.Companies.Insert(("Name", "Acme"));
        string Records(int count) =>
            $$"""{"records":[{{string.Join(',', Enumerable.Repeat($$"""{"Name":"a","CompanyId":"{{company}}"}""", count))}}]}""";

        var twenty = await tenant.SendAsync(HttpMethod.Post, "/" + Path, Records(20));
        var more = await tenant.SendAsync(HttpMethod.Post, "/" + Path, Records(21));
        var computed = await tenant.SendAsync(
            HttpMethod.Post, "/" + Path, $$"""{"records":[{"Name":"a","CompanyId":"{{company}}","DSLikelihoodScore":1}]}""");

        (twenty.Status, more.Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.BadRequest));
        computed.Leaves().Should().Equal(("GSOBJ_1002", "DSLikelihoodScore"));
    }

    [Fact]
    public async Task A_fault_for_gs_opportunity_hits_its_writes()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.OpportunityPath = "v1/data/objects/gs_opportunity";
        var fault = tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Object = "gs_opportunity" });

        var created = await tenant.InsertAsync("gs_opportunity", """{"Name":"Renewal"}""");
        var updated = await tenant.UpdateAsync("gs_opportunity", "Name", """{"Name":"Renewal","Probability":40}""");

        (created.Code, updated.Code, fault.Fired).Should().Be(("GU_1101", "GU_1101", 2));
        tenant.Emulator.Requests.Snapshot().Select(entry => (entry.Operation, entry.Object)).Should().Equal(
            (EmulatorOperations.OpportunityCreate, "gs_opportunity"), (EmulatorOperations.OpportunityUpdate, "gs_opportunity"));
    }
}
