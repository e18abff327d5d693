namespace Gainsight.Client.Emulator.Tests;

public sealed class ChangingFieldsTests
{
    [Fact]
    public async Task A_field_that_is_removed_is_unknown_to_every_call_and_its_values_are_gone()
    {
        using var tenant = new Tenant();
        _ = tenant.Companies.AddField("Region__gc", EmulatedDataType.String);
        _ = tenant.Companies.Insert(("Name", "a"), ("Region__gc", "EMEA"), ("Arr", 5m));
        (await tenant.UpdateAsync("Company", "Region__gc", """{"Region__gc":"EMEA","Employees":1}""")).Result.Should().BeTrue();

        tenant.Companies.RemoveField("region__gc");

        (await tenant.QueryAsync("Company", """{"select":["Region__gc"]}""")).Code.Should().Be("GSOBJ_1002");
        (await tenant.InsertAsync("Company", """{"Name":"b","Region__gc":"x"}""")).Code.Should().Be("GSOBJ_1002");
        (await tenant.SendAsync(HttpMethod.Get, "/v1/meta/services/objects/company/describe")).Text.Should().NotContain("Region__gc");
        (await tenant.QueryAsync("Company", """{"select":["Name","Arr"]}""")).Records.Single().GetRawText().Should().Be("""{"Name":"a","Arr":5}""");

        _ = tenant.Companies.AddField("Region__gc", EmulatedDataType.String);
        (await tenant.QueryAsync("Company", """{"select":["Region__gc"]}""")).Texts("Region__gc").Should().Equal((string?)null);
        (await tenant.InsertAsync("Company", """{"Name":"c","Region__gc":"APAC"}""")).Result.Should().BeTrue();
    }

    [Theory]
    [InlineData("Gsid")]
    [InlineData("ModifiedDate")]
    public void A_system_field_cannot_be_removed(string name)
    {
        using var tenant = new Tenant();

        tenant.Companies.Invoking(each => each.RemoveField(name)).Should().Throw<InvalidOperationException>().WithMessage($"*Company.{name}*");
        tenant.Companies.Invoking(each => each.RemoveField("Nope")).Should().Throw<KeyNotFoundException>();
    }

    [Fact]
    public async Task A_picklist_is_removed_with_its_field()
    {
        using var tenant = new Tenant();
        var category = tenant.Companies.Field("Stage").Picklist!.Gsid;

        tenant.Companies.RemoveField("Stage");

        (await tenant.SendAsync(HttpMethod.Get, $"/v1/meta/services/dropdowns/{category}")).Result.Should().BeFalse();
    }

    [Fact]
    public async Task An_item_that_is_removed_is_refused_and_rows_keep_it()
    {
        using var tenant = new Tenant();
        var stage = tenant.Companies.Field("Stage").Picklist!;
        var gsid = stage.Find("Launched")!.Gsid;
        _ = tenant.Companies.Insert(("Name", "a"), ("Stage", "Launched"));

        (stage.RemoveItem("Launched"), stage.RemoveItem("Launched")).Should().Be((true, false));
        var added = stage.AddItem("Launched again");

        (await tenant.InsertAsync("Company", """{"Name":"b","Stage":"Launched"}""")).Code.Should().Be("GSOBJ_1012");
        (await tenant.QueryAsync("Company", """{"select":["Stage"]}""")).Texts("Stage").Should().Equal(gsid);
        stage.Items.Select(item => item.DisplayOrder).Should().OnlyHaveUniqueItems();
        added.DisplayOrder.Should().Be(stage.Items.Max(item => item.DisplayOrder));
    }
}
