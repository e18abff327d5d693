using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class HappyPathTests
{
    [Fact]
    public async Task A_row_that_is_inserted_can_be_queried_updated_and_deleted()
    {
        using var tenant = new Tenant();

        var inserted = await tenant.InsertAsync("Company", """{"Name":"Brightwater Labs","Arr":125000.50,"RenewalDate":"2027-03-31","Stage":"Adopting"}""");
        var gsid = inserted.Gsid();
        var updated = await tenant.UpdateAsync("Company", "Gsid", $$"""{"Gsid":"{{gsid}}","Employees":340}""");
        var found = await tenant.QueryAsync("company", """{"select":["Gsid","Name","Arr","Employees","RenewalDate"]}""");
        var deleted = await tenant.DeleteAsync("Company", gsid);
        var log = await tenant.QueryAsync("record_delete_log", """{"select":["RecordId","ObjectName","DeletedOn"]}""");

        inserted.Status.Should().Be(HttpStatusCode.OK);
        gsid.Should().MatchRegex("^1P02[0-9A-Z]{32}$");
        updated.Result.Should().BeTrue();
        found.Records.Should().ContainSingle().Which.GetRawText().Should()
            .Be($$"""{"Gsid":"{{gsid}}","Name":"Brightwater Labs","Arr":125000.50,"Employees":340,"RenewalDate":"2027-03-31"}""");
        deleted.Result.Should().BeTrue();
        tenant.Companies.Count.Should().Be(0);
        log.Records.Should().ContainSingle().Which.GetRawText().Should()
            .Be($$"""{"RecordId":"{{gsid}}","ObjectName":"Company","DeletedOn":"2026-03-02T10:00:00Z"}""");
    }
}
