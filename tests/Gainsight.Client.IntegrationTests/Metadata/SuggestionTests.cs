namespace Gainsight.Client.IntegrationTests.Metadata;

/// <summary>Misspelled names, and objects that accept no writes.</summary>
public sealed class SuggestionTests
{
    [Theory]
    [InlineData("Asset", "asset__gc")]
    [InlineData("Aset__gc", "asset__gc")]
    [InlineData("Compny", "company")]
    public async Task An_unknown_name_suggests_the_intended_one(string name, string meant)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Metadata.ListObjectsAsync();

        (await gainsight.Metadata.Invoking(metadata => metadata.DescribeAsync(name)).Should().ThrowAsync<GainsightNotFoundException>())
            .WithMessage($"*Did you mean {meant}?*");
        (await gainsight.Objects(name).Query().Select("Name").Invoking(query => query.ToListAsync()).Should().ThrowAsync<GainsightNotFoundException>())
            .WithMessage($"*Did you mean {meant}?*");
    }

    [Fact]
    public async Task Without_the_list_nothing_is_suggested_and_no_call_is_made_for_it()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        (await gainsight.Metadata.Invoking(metadata => metadata.DescribeAsync("Asset")).Should().ThrowAsync<GainsightNotFoundException>())
            .Which.Message.Should().NotContain("Did you mean");

        tenant.Emulator.Requests.Snapshot().Should().ContainSingle();
    }

    [Fact]
    public async Task A_write_without_the_suffix_of_custom_objects_fails_before_any_call()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Metadata.ListObjectsAsync();

        await EveryWriteFailsAsync<GainsightNotFoundException>(gainsight.Objects("Asset"), "*Did you mean asset__gc?*");

        tenant.Emulator.Requests.Snapshot().Should().ContainSingle();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_object_known_to_be_high_volume_is_not_written(bool byDescription)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.AddCustomObject("Usage__gc").Writable = false;
        var gainsight = tenant.CreateClient();
        _ = byDescription ? (object)await gainsight.Metadata.DescribeAsync("Usage__gc") : await gainsight.Metadata.ListObjectsAsync();

        await EveryWriteFailsAsync<GainsightValidationException>(gainsight.Objects("Usage__gc"), "*high-volume*bulk*");

        tenant.Emulator.Requests.Snapshot().Should().ContainSingle();
        (await gainsight.Objects("Usage__gc").Query().Select("Name").ToListAsync()).Should().BeEmpty("it can be read");
    }

    [Fact]
    public async Task An_object_known_to_be_read_only_is_not_written()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.CheckConnectionAsync();

        await EveryWriteFailsAsync<GainsightValidationException>(gainsight.Objects("record_delete_log"), "*read-only*");

        tenant.Emulator.Requests.Snapshot().Should().ContainSingle();
    }

    [Theory]
    [InlineData("Company")]
    [InlineData("Asset__gc")]
    public async Task Writable_objects_are_written_as_before(string name)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Metadata.ListObjectsAsync();

        (await gainsight.Objects(name).InsertAsync([new ObjectRecord { ["Name"] = "a" }])).Inserted.Should().ContainSingle();
    }

    [Fact]
    public async Task After_a_refresh_the_tenant_decides()
    {
        await using var tenant = await Tenant.StartAsync();
        var usage = tenant.Emulator.AddCustomObject("Usage__gc");
        usage.Writable = false;
        var gainsight = tenant.CreateClient();
        await gainsight.Metadata.ListObjectsAsync();

        usage.Writable = true;
        gainsight.Metadata.Refresh();

        (await gainsight.Objects("Usage__gc").InsertAsync([new ObjectRecord { ["Name"] = "a" }])).Inserted.Should().ContainSingle();
    }

    private static async Task EveryWriteFailsAsync<TException>(ObjectClient objects, string message)
        where TException : GainsightException
    {
        ObjectRecord[] rows = [new ObjectRecord { ["Name"] = "a" }];
        Func<Task>[] writes =
        [
            () => objects.InsertAsync(rows),
            () => objects.UpdateAsync(rows, CompanyFields.Name),
            () => objects.UpsertAsync(rows, CompanyFields.Name),
            async () => await objects.InsertStreamAsync(rows).GetAsyncEnumerator().MoveNextAsync(),
            () => objects.DeleteAsync("1Z01"),
        ];
        foreach (var write in writes)
        {
            (await write.Should().ThrowAsync<TException>()).WithMessage(message);
        }
    }
}
