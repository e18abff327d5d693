using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Metadata;

public sealed class DescribeTests
{
    [Fact]
    public async Task A_description_has_everything_that_a_caller_needs_about_the_fields()
    {
        await using var tenant = await Tenant.StartAsync();

        var company = await tenant.CreateClient().Metadata.DescribeAsync("Company");

        (company.Name, company.Label, company.LabelPlural, company.Summary.ObjectType).Should().Be(("company", "Company", "Companys", "STANDARD"));
        FieldDescription name = company.Find("name")!, csm = company.Find("Csm")!, tags = company.Find("Tags")!, gsid = company.Find("Gsid")!;
        (name.Name, name.IsRequired, name.IsNillable, name.IsReadOnly, name.DataType, name.Length).Should().Be(("Name", true, false, false, DataType.String, 255));
        (csm.LookupName, csm.LookupObjects.Single(), csm.Token).Should().BeEquivalentTo(("Csm__gr", "gsuser", CompanyFields.Csm), options => options.Excluding(member => member.Path.EndsWith("Hint")));
        (tags.IsSortable, tags.IsFilterable, tags.IsPicklist).Should().Be((false, true, true));
        (gsid.IsReadOnly, gsid.IsCreateable, gsid.IsUpdateable, gsid.FieldGroup).Should().Be((true, false, false, "SYSTEM"));
        company.Find("CreatedDate")!.Length.Should().BeNull();
        company.Find("Arr")!.DecimalPlaces.Should().Be(2);
        company.Find("Nothing").Should().BeNull();
    }

    [Fact]
    public async Task A_picklist_has_its_active_and_inactive_items()
    {
        await using var tenant = await Tenant.StartAsync();
        var category = tenant.Companies.Field("Stage").Picklist!;

        var stage = (await tenant.CreateClient().Metadata.DescribeAsync("Company")).Find("Stage")!;

        stage.PicklistCategoryId.Should().Be(category.Gsid);
        stage.PicklistItems.Select(item => (item.Label, item.Gsid, item.IsActive, item.DisplayOrder))
            .Should().Equal(category.Items.Select(item => (item.Label, item.Gsid, item.Active, item.DisplayOrder)));
        stage.PicklistItems.Should().Contain(item => !item.IsActive);
        tenant.Calls(EmulatorOperations.Dropdown).Should().Be(0);
    }

    [Fact]
    public async Task Every_data_type_has_a_token_that_reads_its_values()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Object("Asset__gc").Insert(
            ("Name", "Press"), ("Seats__gc", 4), ("In_Use__gc", true), ("Purchased_On__gc", "2026-05-01"), ("Last_Seen__gc", "2026-05-01T10:00:00Z"),
            ("Regions__gc", new[] { "EMEA", "APAC" }), ("Cost__gc", 9.5m));
        var gainsight = tenant.CreateClient();

        var asset = await gainsight.Metadata.DescribeAsync("Asset__gc");
        var row = (await gainsight.Objects("Asset__gc").Query().Select(asset.Fields.Select(field => field.Token)).FirstOrDefaultAsync())!;

        row.Get(asset.Find("Seats__gc")!.As<int>()).Should().Be(4);
        row.Get((Field<decimal>)asset.Find("Cost__gc")!.Token).Should().Be(9.5m);
        row.Get((Field<bool>)asset.Find("In_Use__gc")!.Token).Should().BeTrue();
        row.Get((Field<DateOnly>)asset.Find("Purchased_On__gc")!.Token).Should().Be(new DateOnly(2026, 5, 1));
        row.Get((Field<DateTimeOffset>)asset.Find("Last_Seen__gc")!.Token).Should().Be(DateTimeOffset.Parse("2026-05-01T10:00:00Z", null));
        row.Get((Field<IReadOnlyList<string>>)asset.Find("Regions__gc")!.Token).Should().HaveCount(2);
        row.FieldNames.Should().HaveCount(asset.Fields.Count);
    }

    [Fact]
    public async Task Items_that_a_description_leaves_out_are_read_once_from_their_list()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.DescribeOptions = DescribeOptionsForm.Never;
        var gainsight = tenant.CreateClient();

        var tier = (await gainsight.Metadata.DescribeAsync("Asset__gc")).Find("Tier__gc")!;
        await gainsight.Metadata.DescribeAsync("Asset__gc");
        await gainsight.Metadata.GetDropdownAsync(tier.PicklistCategoryId!);

        tier.PicklistItems.Select(item => item.Label).Should().Equal("Gold", "Silver", "Bronze");
        tenant.Calls(EmulatorOperations.Dropdown).Should().Be(2, "the object has two picklists");
    }

    [Fact]
    public async Task A_picklist_without_items_stays_empty()
    {
        await using var tenant = await Tenant.StartAsync();
        var empty = tenant.Emulator.AddCustomObject("Empty__gc");
        empty.AddField("Kind__gc", EmulatedDataType.Picklist);
        var gainsight = tenant.CreateClient();

        (await gainsight.Metadata.DescribeAsync("Empty__gc")).Find("Kind__gc")!.PicklistItems.Should().BeEmpty();
        await gainsight.Metadata.DescribeAsync("Empty__gc");

        tenant.Calls(EmulatorOperations.Dropdown).Should().Be(1);
    }

    [Fact]
    public async Task A_dropdown_has_its_name_and_items()
    {
        await using var tenant = await Tenant.StartAsync();
        var category = tenant.Companies.Field("Tags").Picklist!;

        var dropdown = await tenant.CreateClient().Metadata.GetDropdownAsync(category.Gsid);

        (dropdown.CategoryId, dropdown.Name, dropdown.Variant).Should().Be((category.Gsid, "Tags", "MULTI_SELECT"));
        dropdown.Items.Select(item => (item.Label, item.Gsid)).Should().Equal(category.Items.Select(item => (item.Label, item.Gsid)));
    }

    [Fact]
    public async Task An_unknown_dropdown_throws_and_is_not_cached()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        for (var i = 0; i < 2; i++)
        {
            await gainsight.Metadata.Invoking(metadata => metadata.GetDropdownAsync("1I00NOTHING")).Should().ThrowAsync<GainsightApiException>();
        }

        tenant.Calls(EmulatorOperations.Dropdown).Should().Be(2);
    }

    [Fact]
    public async Task A_description_is_cached_for_all_callers_until_it_is_refreshed()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var first = await gainsight.Metadata.DescribeAsync("Asset__gc");

        tenant.Emulator.Object("Asset__gc").AddField("New__gc", EmulatedDataType.String);
        var second = await gainsight.Metadata.DescribeAsync("asset__gc");
        await gainsight.Objects("Asset__gc").Query().ToListAsync();
        gainsight.Metadata.Refresh();
        var third = await gainsight.Metadata.DescribeAsync("Asset__gc");

        second.Should().BeSameAs(first);
        third.Find("New__gc").Should().NotBeNull();
        tenant.Calls(EmulatorOperations.Describe).Should().Be(2);
    }

    [Fact]
    public async Task Concurrent_callers_share_a_call()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => gainsight.Metadata.DescribeAsync("Company")));

        all.Should().OnlyContain(description => ReferenceEquals(description, all[0]));
        tenant.Calls(EmulatorOperations.Describe).Should().Be(1);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(400)]
    [InlineData(200)]
    public async Task An_unknown_object_is_not_found_with_every_status_of_the_answer(int status)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.UnknownObjectStatus = status;
        var gainsight = tenant.CreateClient();

        var failure = (await gainsight.Metadata.Invoking(metadata => metadata.DescribeAsync("Nothing__gc"))
            .Should().ThrowAsync<GainsightNotFoundException>()).Which;

        (failure.ErrorCode, (int)failure.StatusCode).Should().Be(("OBJECT_NOT_FOUND", status));
        failure.RequestId.Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task An_empty_name_fails_before_any_call(string name)
    {
        await using var tenant = await Tenant.StartAsync();
        var metadata = tenant.CreateClient().Metadata;

        await metadata.Invoking(client => client.DescribeAsync(name)).Should().ThrowAsync<ArgumentException>();
        await metadata.Invoking(client => client.DescribeAsync(["Company", name])).Should().ThrowAsync<ArgumentException>();
        await metadata.Invoking(client => client.GetDropdownAsync(name)).Should().ThrowAsync<ArgumentException>();

        tenant.Emulator.Requests.Snapshot().Should().BeEmpty();
    }
}
