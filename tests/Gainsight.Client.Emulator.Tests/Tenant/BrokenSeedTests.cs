namespace Gainsight.Client.Emulator.Tests;

public sealed class BrokenSeedTests
{
    [Theory]
    [InlineData("""{"rows":{"Company":[{"Name":"a"},{"Name":"\ud800"}]}}""", "rows: Row 2 of Company: *surrogate*")]
    [InlineData("""{"rows":{"company":[{"\udc00":"a"}]}}""", "rows: Row 1 of Company: *")]
    [InlineData("""{"rows":{"\ud800":[{"Name":"a"}]}}""", "rows: *surrogate*")]
    [InlineData("""{"objects":[{"name":"A__gc","label":"\ud800"}]}""", "objects: *surrogate*")]
    [InlineData("""{"picklists":{"Company.Stage":["\ud800"]}}""", "picklists: *surrogate*")]
    [InlineData("""{"activityTypes":{"a":"\ud800"}}""", "activityTypes: *surrogate*")]
    [InlineData("""{"faults":[{"kind":"Respond","body":"\ud800"}]}""", "faults: *surrogate*")]
    [InlineData("""{"switches":{"\ud800":1}}""", "switches: *surrogate*")]
    [InlineData("""{"\ud800":1}""", "seed: *")]
    public void Half_a_character_is_refused_with_the_place_where_it_is(string seed, string message)
    {
        using var tenant = new Tenant();

        tenant.Emulator.Invoking(each => each.Load(seed)).Should().Throw<ArgumentException>().WithMessage(message);
    }

    [Theory]
    [InlineData("""{"users":[{"Name":"a"},{"Name":5}]}""", "users: Row 2 of GsUser: The field Name (String) does not accept that value of the type Decimal.")]
    [InlineData("""{"rows":{"Company":[{"Name":{"a":1}}]}}""", "rows: Row 1 of Company: The field Name does not accept an object.")]
    [InlineData("""{"rows":{"Company":[{"Name":["a"]}]}}""", "rows: Row 1 of Company: The field Name (String)*")]
    [InlineData("""{"rows":{"Company":[{"Tags":[1]}]}}""", "rows: Row 1 of Company: In the seed, each item of Tags must be a text.")]
    [InlineData("""{"rows":{"Company":[{"Arr":"5"}]}}""", "rows: Row 1 of Company: The field Arr (Currency)*")]
    [InlineData("""{"rows":{"Company":[{"RenewalDate":"soon"}]}}""", "rows: Row 1 of Company: The field RenewalDate (Date)*")]
    [InlineData("""{"rows":{"Company":[{"Csm":{"Email":5}}]}}""", "rows: Row 1 of Company: The field Email*")]
    [InlineData("""{"rows":{"Company":[5]}}""", "rows: Row 1 of Company: A row must be an object.")]
    [InlineData("""{"objects":[{"name":5}]}""", "objects: In the seed, name must be a text.")]
    [InlineData("""{"objects":[{"name":"A__gc","label":true}]}""", "objects: In the seed, label must be a text.")]
    [InlineData("""{"objects":[{"name":"A__gc","fields":[{"name":"b","type":1}]}]}""", "objects: In the seed, type must be a text.")]
    [InlineData("""{"picklists":{"Company.Stage":[5]}}""", "picklists: In the seed, a picklist item must be a text.")]
    [InlineData("""{"activityTypes":{"QBR":5}}""", "activityTypes: In the seed, the category of QBR must be a text.")]
    [InlineData("""{"publishers":[{"sharedSecret":"s","topic":"t","contracts":[5]}]}""", "publishers: *must be a text.")]
    [InlineData("""{"imports":[{"jobId":"a","object":"Company","keys":[5]}]}""", "imports: *must be a text.")]
    [InlineData("""{"imports":[{"jobId":"a","object":"Company","columns":{"a":5}}]}""", "imports: *the column a of an import must be a text.")]
    public void A_value_of_the_wrong_type_is_refused_with_its_object_and_row(string seed, string message)
    {
        using var tenant = new Tenant();

        tenant.Emulator.Invoking(each => each.Load(seed)).Should().Throw<ArgumentException>().WithMessage(message);
    }

    [Fact]
    public void A_JSON_field_takes_an_object_or_a_list()
    {
        using var tenant = new Tenant();

        tenant.Emulator.Load("""
            {"objects":[{"name":"A__gc","fields":[{"name":"Data__gc","type":"JSON"}]}],"rows":{"A__gc":[{"Data__gc":{"a":[1]}},{"Data__gc":[2]}]}}
            """);

        tenant.Emulator.Object("A__gc").Rows.Select(row => row["Data__gc"]).Should().BeEquivalentTo(new object[] { """{"a":[1]}""", "[2]" });
    }

    [Fact]
    public void An_item_that_the_tenant_has_already_does_not_end_the_seed()
    {
        using var tenant = new Tenant();
        var stage = tenant.Companies.Field("Stage").Picklist!;
        var before = stage.Items.Count;

        tenant.Emulator.Load("""
            {"picklists":{"Company.Stage":["Launched",{"label":"Adopting","active":false},"Paused","Paused"]},"rows":{"Company":[{"Name":"a","Stage":"Paused"}]}}
            """);

        stage.Items.Count.Should().Be(before + 1);
        stage.Find("Adopting")!.Active.Should().BeFalse();
        tenant.Companies.Count.Should().Be(1);
    }
}
