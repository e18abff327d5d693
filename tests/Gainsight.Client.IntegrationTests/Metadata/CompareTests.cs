using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Metadata;

/// <summary>What changed in the tenant since a program was written, or since a description was saved.</summary>
public sealed class CompareTests
{
    [Fact]
    public async Task A_saved_description_is_the_same_after_a_round_trip_through_JSON()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        foreach (var name in new[] { "Company", "Asset__gc", "GsUser" })
        {
            var description = await gainsight.Metadata.DescribeAsync(name);

            var read = ObjectDescription.Parse(description.ToJson());

            read.Should().BeEquivalentTo(description, options => options.Excluding(info => info.Path.EndsWith("Token", StringComparison.Ordinal)));
            read.ToJson().Should().Be(description.ToJson());
            (await gainsight.Metadata.CompareAsync(read)).Changes.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Each_difference_to_a_saved_description_is_named()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var now = await gainsight.Metadata.DescribeAsync("Asset__gc");
        var tier = now.Find("Tier__gc")!;
        var saved = With(
            now,
            [.. now.Fields.Where(field => field.Name is not ("Seats__gc" or "Cost__gc" or "Tier__gc" or "Serial_Number__gc" or "Homepage__gc")),
            new FieldDescription { Name = "Seat_Count__gc", Label = now.Find("Seats__gc")!.Label, DataType = DataType.Number },
            new FieldDescription { Name = "Costs__gc", Label = "What it costs", DataType = DataType.Currency },
            new FieldDescription { Name = "Vanished__gc", Label = "Vanished", DataType = DataType.String },
            new FieldDescription { Name = "Serial_Number__gc", Label = "Serial", DataType = DataType.String, Length = 20 },
            new FieldDescription { Name = "Homepage__gc", Label = "Homepage", DataType = DataType.String },
            new FieldDescription
            {
                Name = "Tier__gc",
                Label = "Tier",
                DataType = DataType.Picklist,
                PicklistItems = [.. tier.PicklistItems, new PicklistItem { Label = "Platinum", Gsid = "1I00" }, new PicklistItem { Label = "Golden", Gsid = tier.PicklistItems[0].Gsid }],
            }]);

        var report = await gainsight.Metadata.CompareAsync(ObjectDescription.Parse(saved.ToJson()));

        report.ObjectName.Should().BeEquivalentTo("Asset__gc");
        (report.HasChanges, report.IsBreaking).Should().Be((true, true));
        report.Changes.Select(change => change.ToString()).Should().BeEquivalentTo(
            "Seat_Count__gc: the field is gone. Possibly renamed to Seats__gc.",
            "Costs__gc: the field is gone. Possibly renamed to Cost__gc.",
            "Vanished__gc: the field is gone.",
            "Serial_Number__gc: the length is 50, not 20.",
            "Homepage__gc: the type is URL, not STRING.",
            "Tier__gc: the item 'Platinum' is gone.",
            "Tier__gc: the item 'Golden' is gone. Possibly renamed to Gold.",
            "Seats__gc: the field is new.",
            "Cost__gc: the field is new.");
    }

    [Fact]
    public async Task A_field_that_an_administrator_adds_is_seen_at_once_and_breaks_nothing()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var saved = await gainsight.Metadata.DescribeAsync("Company");
        tenant.Companies.AddField("New__gc", EmulatedDataType.String);

        var report = await gainsight.Metadata.CompareAsync(saved);

        var change = report.Changes.Should().ContainSingle().Which;
        (change.Kind, change.Name, report.IsBreaking).Should().Be((DriftKind.FieldNew, "New__gc", false));
    }

    [Fact]
    public async Task Fields_that_became_required_read_only_or_the_reverse_are_named()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var asset = tenant.Emulator.Object("Asset__gc");
        asset.AddField("Was_Required__gc", EmulatedDataType.String).Required = true;
        asset.AddField("Was_Read_Only__gc", EmulatedDataType.String).ReadOnly = true;
        var saved = await gainsight.Metadata.DescribeAsync("Asset__gc");
        asset.Field("Was_Required__gc").Required = false;
        asset.Field("Was_Read_Only__gc").ReadOnly = false;
        asset.Field("Seats__gc").Required = true;
        asset.Field("Cost__gc").ReadOnly = true;
        asset.Field("Homepage__gc").Nillable = false;

        var report = await gainsight.Metadata.CompareAsync(saved);

        report.Changes.Select(change => change.ToString()).Should().BeEquivalentTo(
            "Seats__gc: the field is required, not optional.",
            "Cost__gc: the field is read-only, not writable.",
            "Homepage__gc: the field is never null, not optional.",
            "Was_Required__gc: the field is optional, not required.",
            "Was_Read_Only__gc: the field is writable, not read-only.");
        report.IsBreaking.Should().BeTrue();
    }

    [Fact]
    public async Task An_object_that_is_gone_is_a_difference()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var saved = With(await gainsight.Metadata.DescribeAsync("Asset__gc"), [new FieldDescription { Name = "Name", Label = "Name" }], "Assets__gc");

        var byDescription = await gainsight.Metadata.CompareAsync(saved);
        var byQuery = await gainsight.Metadata.CompareAsync(gainsight.Objects("Assets__gc").Query());

        byDescription.ToString().Should().BeEquivalentTo("Assets__gc:\nAssets__gc: the object is gone, or the credential does not see it. Possibly renamed to Asset__gc.");
        byQuery.Changes.Should().ContainSingle().Which.Kind.Should().Be(DriftKind.ObjectGone);
    }

    [Fact]
    public async Task A_page_of_a_proxy_does_not_say_that_an_object_is_gone()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var saved = await gainsight.Metadata.DescribeAsync("Company");
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = EmulatorOperations.Describe, Status = 404, Body = "<html>no such page</html>" });
        var other = tenant.CreateClient();

        await other.Metadata.Awaiting(metadata => metadata.CompareAsync(saved)).Should().ThrowAsync<GainsightNotFoundException>();
        await other.Metadata.Awaiting(metadata => metadata.CompareAsync(other.Companies.Query())).Should().ThrowAsync<GainsightNotFoundException>();
    }

    [Fact]
    public async Task The_fields_types_and_items_that_a_query_names_are_compared_without_running_it()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var query = gainsight.Objects("Asset__gc").Query()
            .Select("Name", "Seat__gc", Field.Custom<decimal>("Homepage__gc"), Field.Custom<string>("Tier__gc"), "Company__gc__gr.Nmae", "Compny__gc__gr.Name")
            .Where(Field.Custom<string>("Tier__gc").In("Gold", "Platinum") & Field.Custom<bool>("In_Use__gc").EqualTo(true))
            .OrderBy("Vanished__gc");

        var report = await gainsight.Metadata.CompareAsync(query);

        report.Changes.Select(change => change.ToString()).Should().Equal(
            "Seat__gc: the field is gone. Possibly renamed to Seats__gc.",
            "Homepage__gc: the type is URL, not NUMBER.",
            "Tier__gc: the item 'Platinum' is gone.",
            "Company__gc__gr.Nmae: the field is gone. Possibly renamed to Company__gc__gr.Name.",
            "Compny__gc__gr.Name: the field is gone. Possibly renamed to Company__gc__gr.Name.",
            "Vanished__gc: the field is gone.");
        tenant.Calls(EmulatorOperations.Query).Should().Be(0);
    }

    [Fact]
    public async Task The_record_types_of_the_library_fit_the_tenant()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        (await gainsight.Metadata.CompareAsync(gainsight.Companies.Query())).ToString().Should().Be("Company: no changes");
        (await gainsight.Metadata.CompareAsync(gainsight.Relationships.Query())).Changes.Should().BeEmpty();
        (await gainsight.Metadata.CompareAsync(gainsight.Users.Query())).Changes.Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"objectName\":\"Company\"}")]
    [InlineData("{\"fields\":[{\"fieldName\":\"Name\"}]}")]
    public void Text_that_is_no_description_is_refused(string json)
    {
        var parse = () => ObjectDescription.Parse(json);

        parse.Should().Throw<FormatException>();
    }

    private static ObjectDescription With(ObjectDescription description, IReadOnlyList<FieldDescription> fields, string? name = null) => new()
    {
        Summary = new ObjectSummary { Name = name ?? description.Name, Label = description.Label, ObjectType = description.Summary.ObjectType },
        Fields = fields,
    };
}
