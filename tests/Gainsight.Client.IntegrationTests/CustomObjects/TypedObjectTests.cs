using System.Text.Json.Serialization;
using CustomObjects;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.CustomObjects;

public sealed class TypedObjectTests
{
    [Fact]
    public async Task A_custom_record_type_is_inserted_upserted_queried_and_deleted_like_any_other()
    {
        await using var tenant = await Tenant.StartAsync();
        var company = tenant.Companies.Insert(("Name", "Brightwater"));
        var assets = tenant.CreateClient().Objects<Asset>();
        var press = new Asset { Name = "Press", Seats = 4.5m, PurchasedOn = new DateOnly(2026, 1, 31), ["Tier__gc"] = "Gold" };
        press.SetLookup(AssetFields.Company, CompanyFields.Name, "Brightwater");

        var inserted = await assets.InsertAsync([press]);
        var upserted = await assets.UpsertAsync([new Asset { Name = "Press", Seats = 6 }, new Asset { Name = "Lathe", Seats = 12 }], AssetFields.Name);
        var read = await assets.Query().Where(AssetFields.Seats.LessThan(10m)).ReadAsync().ToListAsync();

        inserted.AllSucceeded.Should().BeTrue();
        upserted.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Inserted);
        var asset = read.Should().ContainSingle().Which;
        (asset.Gsid, asset.Name, asset.Seats, asset.PurchasedOn, asset.Company).Should()
            .Be((inserted.Rows[0].Gsid, "Press", 6m, new DateOnly(2026, 1, 31), company));
        (await assets.DeleteAsync(asset.Gsid!)).Status.Should().Be(RowStatus.Deleted);
        (await assets.GetAsync(asset.Gsid!)).Should().BeNull();
    }

    [Fact]
    public async Task A_query_reads_exactly_the_fields_that_the_type_lists()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Object("Asset__gc").Insert(("Name", "Press"), ("Seats__gc", 4), ("Tier__gc", "Gold"));

        var asset = (await tenant.CreateClient().Objects<Asset>().Query().ToListAsync()).Should().ContainSingle().Which;

        asset.FieldNames.Should().BeEquivalentTo("Gsid", "Name", "Seats__gc", "Purchased_On__gc", "Company__gc");
        tenant.Calls(EmulatorOperations.Describe).Should().Be(0);
    }

    [Fact]
    public async Task A_type_that_lists_no_fields_reads_the_fields_from_describe()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Object("Asset__gc").Insert(("Name", "Press"), ("Seats__gc", 4), ("Tier__gc", "Gold"));

        var asset = (await tenant.CreateClient().Objects<ShortAsset>().Query().ToListAsync()).Should().ContainSingle().Which;

        asset.Seats.Should().Be(4m);
        asset.FieldNames.Should().Contain("Tier__gc");
        tenant.Calls(EmulatorOperations.Describe).Should().Be(1);
    }

    [Fact]
    public async Task A_bad_row_fails_alone_with_its_field()
    {
        await using var tenant = await Tenant.StartAsync();
        Asset[] rows = [new() { Name = "Press", Seats = 1 }, new() { Name = "Lathe", ["Seats__gc"] = "many" }, new() { Name = "Drill", ["Purchased_On__gc"] = "soon" }];

        var report = await tenant.CreateClient().Objects<Asset>().InsertAsync(rows);

        report.Inserted.Should().ContainSingle().Which.Record.Name.Should().Be("Press");
        report.Failed.Select(row => (row.Index, row.Errors[0].Field)).Should().Equal((1, "Seats__gc"), (2, "Purchased_On__gc"));
    }

    [Fact]
    public async Task An_object_without_rows_gives_an_empty_list()
    {
        await using var tenant = await Tenant.StartAsync();

        (await tenant.CreateClient().Objects<Asset>().Query().ToListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_type_with_a_label_instead_of_an_object_name_is_refused_before_any_call()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        gainsight.Invoking(client => client.Objects<Mislabelled>()).Should().Throw<ArgumentException>().WithMessage("*Asset__gc*");
    }

    [JsonConverter(typeof(RecordJsonConverter<ShortAsset>))]
    private sealed class ShortAsset : GainsightRecord, IGainsightObject
    {
        private static readonly Field<decimal> SeatsField = Field.Custom<decimal>("Seats__gc");

        public static string ObjectName => "Asset__gc";

        public decimal? Seats { get => Get(SeatsField); set => Set(SeatsField, value); }
    }

    [JsonConverter(typeof(RecordJsonConverter<Mislabelled>))]
    private sealed class Mislabelled : GainsightRecord, IGainsightObject
    {
        public static string ObjectName => "My Assets";
    }
}
