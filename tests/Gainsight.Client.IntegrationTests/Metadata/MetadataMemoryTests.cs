using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Metadata;

/// <summary>Other tests use the same heap, so this test runs alone and without a server.</summary>
[CollectionDefinition(nameof(MetadataMemoryTests), DisableParallelization = true)]
[Collection(nameof(MetadataMemoryTests))]
public sealed class MetadataMemoryTests
{
    private const int Objects = 300;
    private const int Fields = 60;
    private const int Items = 10;

    [Fact]
    public async Task Three_hundred_objects_of_sixty_fields_load_in_fifteen_calls_and_stay_under_twenty_megabytes()
    {
        await using var tenant = await Tenant.StartAsync();
        string[] names = [.. Enumerable.Range(0, Objects).Select(i => Fill(tenant.Emulator.AddCustomObject($"Thing_{i}__gc")))];
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = Query.QueryHook.InProcess(tenant));
        await gainsight.Metadata.DescribeAsync("Company");
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var described = await gainsight.Metadata.DescribeAsync(names);
        var after = GC.GetTotalMemory(forceFullCollection: true);

        described.Sum(item => item.Fields.Count).Should().Be(Objects * Fields);
        described.Sum(item => item.Fields.Sum(field => field.PicklistItems.Count)).Should().Be(Objects * Fields / 3 * Items);
        (after - before).Should().BeLessThan(20_000_000);
        tenant.Calls(EmulatorOperations.Describe).Should().Be(1 + 15);

        foreach (var name in names)
        {
            await gainsight.Metadata.DescribeAsync(name);
        }

        tenant.Calls(EmulatorOperations.Describe).Should().Be(1 + 15);
        gainsight.Metadata.Refresh();
        await gainsight.Metadata.DescribeAsync(names[0]);
        tenant.Calls(EmulatorOperations.Describe).Should().Be(1 + 15 + 1);
        GC.KeepAlive(described);
    }

    private static string Fill(EmulatedObject item)
    {
        for (var i = item.Fields.Count; i < Fields; i++)
        {
            var field = item.AddField($"Field_{i}__gc", i >= Fields - (Fields / 3) ? EmulatedDataType.Picklist : EmulatedDataType.String);
            for (var label = 0; field.Picklist is not null && label < Items; label++)
            {
                field.Picklist.AddItem($"Choice {label}");
            }
        }

        return item.Name;
    }
}
