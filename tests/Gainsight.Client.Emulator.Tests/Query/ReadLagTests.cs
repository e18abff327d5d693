namespace Gainsight.Client.Emulator.Tests;

public sealed class ReadLagTests
{
    private const string Query = """{"select":["Name","Industry"],"orderBy":{"Name":"asc"}}""";

    [Fact]
    public async Task Queries_see_inserts_updates_and_deletes_only_after_the_lag()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.ReadLag = TimeSpan.FromSeconds(30);
        _ = tenant.Companies.Insert(("Name", "changed"), ("Industry", "old"));
        var deleted = tenant.Companies.Insert(("Name", "deleted"));

        _ = await tenant.InsertAsync("Company", """{"Name":"new"}""");
        _ = await tenant.UpdateAsync("Company", "Name", """{"Name":"changed","Industry":"newer"}""");
        _ = await tenant.UpdateAsync("Company", "Name", """{"Name":"changed","Industry":"newest"}""");
        _ = await tenant.DeleteAsync("Company", deleted);
        var before = await tenant.QueryAsync("Company", Query);
        tenant.Clock.Advance(TimeSpan.FromSeconds(29));
        var stillBefore = await tenant.QueryAsync("Company", Query);
        tenant.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await tenant.QueryAsync("Company", Query);

        before.Texts("Name").Should().Equal("changed", "deleted");
        before.Texts("Industry").Should().Equal("old", null);
        stillBefore.Texts("Name").Should().Equal("changed", "deleted");
        after.Texts("Name").Should().Equal("changed", "new");
        after.Texts("Industry").Should().Equal("newest", null);
    }

    [Fact]
    public async Task Exact_values_keysets_lists_and_delete_logs_lag_alike()
    {
        using var cockpit = new Cockpit();
        var tenant = cockpit.Tenant;
        tenant.Emulator.Switches.ReadLag = TimeSpan.FromSeconds(30);
        var gsid = (await tenant.InsertAsync("Company", """{"Name":"new"}""")).Gsid();
        _ = await cockpit.CreateCtaAsync();
        _ = await tenant.DeleteAsync("Asset__gc", tenant.Assets.Insert(("Name", "a")));

        (await CountAsync()).Should().Be((0, 1, 0, 0));
        tenant.Clock.Advance(TimeSpan.FromSeconds(30));
        (await CountAsync()).Should().Be((1, 2, 1, 1));

        async Task<(int Exact, int Keyset, int Ctas, int Deleted)> CountAsync()
        {
            var exact = await tenant.QueryAsync("Company", """
                {"select":["Gsid"],"where":{"conditions":[{"name":"Name","alias":"A","operator":"EQ","value":["new"]}],"expression":"A"}}
                """);
            var keyset = await tenant.QueryAsync("Company", """
                {"select":["Gsid"],"where":{"conditions":[{"name":"Gsid","alias":"A","operator":"GT","value":["1P02"]}],"expression":"A"},"orderBy":{"Gsid":"asc"}}
                """);
            keyset.Texts("Gsid").Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
            var ctas = await cockpit.ListAsync("""{"select":["Name"]}""");
            var deleted = await tenant.QueryAsync("record_delete_log", """{"select":["RecordId"]}""");
            return (exact.Records.Count, keyset.Records.Count, Cockpit.Rows(ctas).Count, deleted.Records.Count);
        }
    }

    [Fact]
    public async Task Writes_and_the_back_door_see_a_row_at_once()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.ReadLag = TimeSpan.FromHours(1);
        _ = await tenant.InsertAsync("Company", """{"Name":"new"}""");

        var update = await tenant.UpdateAsync("Company", "Name", """{"Name":"new","Industry":"i"}""");

        update.Result.Should().BeTrue();
        tenant.Companies.Rows.Single()["Industry"].Should().Be("i");
    }
}
