namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>Names that the tenant does not have, in feeds and exports. The error names them with the nearest right one, as that of a query does.</summary>
public sealed class WrongNameTests
{
    [Fact]
    public async Task A_wrong_field_of_a_feed_is_named_with_the_nearest_one()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Name, Field.Custom<decimal>("Arrr"));

        await ShouldNameAsync(gainsight, query, new ChangeOptions(), "Arrr", "Arr");
    }

    [Fact]
    public async Task A_wrong_field_in_the_filter_of_a_feed_is_named()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Name).Where(Field.Custom<string>("Stagee").EqualTo("Adopting"));

        await ShouldNameAsync(gainsight, query, new ChangeOptions(), "Stagee", "Stage");
    }

    [Fact]
    public async Task A_wrong_date_of_a_feed_is_named()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Name);

        await ShouldNameAsync(gainsight, query, new ChangeOptions { ModifiedDate = Field.Custom<DateTimeOffset>("ModifiedDates") }, "ModifiedDates", "ModifiedDate");
    }

    [Fact]
    public async Task A_wrong_object_of_a_feed_is_named()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        var read = () => FirstAsync(gainsight, gainsight.Objects("Assett__gc").Query().Select("Name"), new ChangeOptions());

        (await read.Should().ThrowAsync<GainsightNotFoundException>()).Which.Message.Should().Contain("Did you mean").And.ContainEquivalentOf("Asset__gc");
    }

    [Fact]
    public async Task A_wrong_field_of_an_export_is_named_with_the_nearest_one()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Name, Field.Custom<decimal>("Arrr"));

        var start = () => gainsight.Bulk.StartExportAsync(query);

        var failure = (await start.Should().ThrowAsync<GainsightValidationException>()).Which;
        failure.Message.Should().Contain("Arrr").And.Contain("Did you mean Arr");
        failure.Errors.Should().ContainSingle().Which.Field.Should().Be("Arrr");
    }

    private static Task<bool> FirstAsync<T>(GainsightClient gainsight, RecordQuery<T> query, ChangeOptions options)
        where T : GainsightRecord, new() => gainsight.Changes.ReadAsync(query, ChangeCheckpoint.Beginning, options).GetAsyncEnumerator().MoveNextAsync().AsTask();

    private static async Task ShouldNameAsync(GainsightClient gainsight, RecordQuery<Company> query, ChangeOptions options, string wrong, string right)
    {
        var read = () => FirstAsync(gainsight, query, options);

        var failure = (await read.Should().ThrowAsync<GainsightValidationException>()).Which;
        failure.Message.Should().Contain(wrong).And.Contain($"Did you mean {right}");
        failure.Errors.Should().ContainSingle().Which.Field.Should().Be(wrong);
    }
}
