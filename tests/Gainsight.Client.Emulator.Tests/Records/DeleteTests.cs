using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class DeleteTests
{
    [Fact]
    public async Task An_unknown_row_matches_nothing_and_a_blank_one_is_invalid()
    {
        using var tenant = new Tenant();

        var unknown = await tenant.DeleteAsync("Company", "1P02DEMO00000000000000000000000000A1");
        var blank = await tenant.DeleteAsync("Company", "");
        var space = await tenant.DeleteAsync("Company", "%20");

        unknown.Code.Should().Be("GSOBJ_1011");
        blank.Code.Should().Be("GSOBJ_1004");
        space.Code.Should().Be("GSOBJ_1004");
        blank.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_row_is_deleted_once()
    {
        using var tenant = new Tenant();
        var gsid = tenant.Companies.Insert(("Name", "Acme"));

        var first = await tenant.DeleteAsync("Company", gsid);
        var second = await tenant.DeleteAsync("Company", gsid);

        first.Result.Should().BeTrue();
        second.Code.Should().Be("GSOBJ_1011");
    }

    [Fact]
    public async Task Deleted_rows_can_be_read_for_15_days_and_no_longer()
    {
        using var tenant = new Tenant();
        _ = tenant.Companies.Delete(tenant.Companies.Insert(("Name", "old")));
        tenant.Clock.Advance(TimeSpan.FromDays(10));
        var young = tenant.Assets.Insert(("Name", "young"));
        _ = await tenant.DeleteAsync("asset__gc", young);
        const string All = """{"select":["RecordId","ObjectName"]}""";

        var before = await tenant.QueryAsync("record_delete_log", All);
        tenant.Clock.Advance(TimeSpan.FromDays(5) + TimeSpan.FromSeconds(1));
        var after = await tenant.QueryAsync("record_delete_log", All);
        tenant.Clock.Advance(TimeSpan.FromDays(10));
        var never = await tenant.QueryAsync("record_delete_log", All);

        before.Texts("ObjectName").Should().BeEquivalentTo("Company", "Asset__gc");
        after.Texts("RecordId").Should().Equal(young);
        never.Records.Should().BeEmpty();
    }

    [Fact]
    public async Task The_log_is_filtered_like_any_object_and_has_the_longer_envelope()
    {
        using var tenant = new Tenant();
        _ = tenant.Companies.Delete(tenant.Companies.Insert(("Name", "old")));
        tenant.Clock.Advance(TimeSpan.FromHours(1));
        var gsid = tenant.Companies.Insert(("Name", "new"));
        _ = tenant.Companies.Delete(gsid);
        _ = tenant.Assets.Delete(tenant.Assets.Insert(("Name", "other")));

        var answer = await tenant.QueryAsync("record_delete_log", """
            {"select":["RecordId"],"where":{"conditions":[
              {"name":"DeletedOn","alias":"A","operator":"GT","value":["2026-03-02 10:30:00"]},
              {"name":"ObjectName","alias":"B","operator":"EQ","value":["Company"]}],"expression":"A AND B"}}
            """);
        var noId = await tenant.QueryAsync("record_delete_log", """{"select":["Gsid"]}""");

        answer.Texts("RecordId").Should().Equal(gsid);
        answer.Json.TryGetProperty("localizedErrorDesc", out _).Should().BeTrue();
        noId.Code.Should().Be("GSOBJ_1002");
    }

    [Fact]
    public async Task The_log_of_high_volume_objects_is_absent()
    {
        using var tenant = new Tenant();

        var answer = await tenant.QueryAsync("record_delete_log_high_volume", """{"select":["RecordId"]}""");

        answer.Description.Should().Be("Requested object not found.");
    }

    [Fact]
    public async Task Deletions_of_a_high_volume_object_are_logged_apart_and_kept_as_long()
    {
        using var tenant = new Tenant();
        tenant.Assets.IsHighVolume = true;
        var one = tenant.Assets.Insert(("Name", "one"));
        var other = tenant.Assets.Insert(("Name", "other"));
        var company = tenant.Companies.Insert(("Name", "Acme"));
        var refused = await tenant.DeleteAsync("Asset__gc", one);
        _ = tenant.Assets.Delete(one);
        _ = tenant.Assets.Delete(other);
        _ = tenant.Companies.Delete(company);
        const string All = """{"select":["RecordId","DeletedOn","ObjectName"]}""";

        var high = await tenant.QueryAsync("record_delete_log_high_volume", All);
        var ordinary = await tenant.QueryAsync("record_delete_log", All);
        tenant.Clock.Advance(TimeSpan.FromDays(15) + TimeSpan.FromSeconds(1));
        var after = await tenant.QueryAsync("record_delete_log_high_volume", All);

        refused.Code.Should().Be("GSOBJ_1023", "the record API writes no high-volume objects");
        high.Texts("RecordId").Should().BeEquivalentTo(one, other);
        high.Texts("ObjectName").Should().OnlyContain(name => name == "Asset__gc");
        high.Json.TryGetProperty("localizedErrorDesc", out _).Should().BeTrue();
        ordinary.Texts("RecordId").Should().Equal(company);
        after.Records.Should().BeEmpty();
    }

    [Fact]
    public async Task One_row_can_be_got_by_its_id()
    {
        using var tenant = new Tenant();
        var gsid = tenant.Companies.Insert(("Name", "Acme"), ("Employees", 3));

        var found = await tenant.SendAsync(HttpMethod.Get, $"/v1/data/objects/company/{gsid}");
        var missing = await tenant.SendAsync(HttpMethod.Get, "/v1/data/objects/company/1P02DEMO00000000000000000000000000A1");

        found.Records.Single().GetProperty("Employees").GetInt32().Should().Be(3);
        missing.Code.Should().Be("GSOBJ_1011");
    }
}
