using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Metadata;

public sealed class ListTests
{
    [Fact]
    public async Task The_list_of_objects_is_cached_until_it_is_refreshed()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        var objects = await gainsight.Metadata.ListObjectsAsync();
        await gainsight.Metadata.ListObjectsAsync();

        tenant.Calls(EmulatorOperations.ObjectList).Should().Be(1);
        var asset = objects.Single(item => item.Name == "asset__gc");
        (asset.Label, asset.ObjectType, asset.IsCustom, asset.IsTransactional, asset.IsHighVolume).Should().Be(("Asset", "CUSTOM", true, true, false));
        asset.KeyPrefix.Should().StartWith("1Z01");
        objects.Single(item => item.Name == "gsuser").IsCreateable.Should().BeFalse();
        objects.Single(item => item.Name == "record_delete_log").KeyPrefix.Should().BeNull();

        tenant.Emulator.AddCustomObject("Contract__gc");
        gainsight.Metadata.Refresh();
        (await gainsight.Metadata.ListObjectsAsync()).Should().Contain(item => item.Name == "contract__gc");
    }

    [Fact]
    public async Task A_tenant_without_the_documented_list_gets_the_other_form_from_then_on()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.ListsObjectsByGet = false;
        var gainsight = tenant.CreateClient();

        (await gainsight.Metadata.ListObjectsAsync()).Should().Contain(item => item.Name == "company");
        gainsight.Metadata.Refresh();
        await gainsight.Metadata.ListObjectsAsync();

        tenant.Emulator.Requests.Snapshot().Select(request => request.Method).Should().Equal("GET", "POST", "POST");
    }

    [Fact]
    public async Task A_connection_check_always_makes_a_call_and_caches_its_result()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Metadata.ListObjectsAsync();

        var connection = await gainsight.CheckConnectionAsync();
        var objects = await gainsight.Metadata.ListObjectsAsync();

        tenant.Calls(EmulatorOperations.ObjectList).Should().Be(2);
        objects.Should().HaveCount(connection.ObjectCount);
    }

    [Fact]
    public async Task A_failed_list_is_requested_again()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = EmulatorOperations.ObjectList, Count = 4 });
        var gainsight = tenant.CreateClient();

        await gainsight.Metadata.Invoking(metadata => metadata.ListObjectsAsync()).Should().ThrowAsync<GainsightApiException>();

        (await gainsight.Metadata.ListObjectsAsync()).Should().NotBeEmpty();
    }
}
