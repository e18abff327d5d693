using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Emulator.Tests;

/// <summary>The members of a seed with which <c>DefaultTenant.json</c> describes a whole tenant.</summary>
public sealed class SeedFormatTests
{
    [Fact]
    public void The_example_in_the_documentation_loads()
    {
        using var tenant = new Tenant();
        var page = ApprovedFile.Read("docs/emulator.md");
        var example = page.Split("```jsonc\n")[1].Split("```")[0];

        tenant.Emulator.Load(example);

        tenant.Companies.Rows.Single()["Csm"].Should().Be(tenant.Users.Rows.Single(row => "Ada Example".Equals(row["Name"])).Gsid);
        tenant.Companies.Field("Region__gc").DataType.Should().Be(EmulatedDataType.String);
        tenant.Emulator.Object("Contract__gc").Rows.Single()["Value__gc"].Should().Be(1.5m);
        tenant.Emulator.EventPublishers[^1].Topic.Should().Be("Usage");
    }

    [Fact]
    public async Task A_standard_object_has_its_own_kind_prefix_and_system_fields()
    {
        using var tenant = new Tenant();

        tenant.Emulator.Load("""
            {"objects":[{"name":"Example_Object","label":"Example Object","kind":"STANDARD","keyPrefix":"1S55","writable":false,
              "systemFields":["Gsid","CreatedDate","CreatedById"],"fields":[{"name":"Name"}]}]}
            """);

        var gsid = tenant.Emulator.Object("Example_Object").Insert(("Name", "Renewal"));
        var described = (await tenant.SendAsync(HttpMethod.Get, "/v1/meta/services/objects/example_object/describe")).Data[0];
        gsid.Should().StartWith("1S55");
        (described.GetProperty("label").GetString(), described.GetProperty("objectType").GetString(), described.GetProperty("createable").GetBoolean())
            .Should().Be(("Example Object", "STANDARD", false));
        described.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("fieldName").GetString())
            .Should().Equal("Gsid", "CreatedDate", "CreatedById", "Name");
        tenant.Emulator.Object("Example_Object").Find(gsid)!["CreatedById"].Should().Be(tenant.Users.Rows[0].Gsid);
    }

    [Fact]
    public async Task A_hidden_object_is_seen_by_the_back_door_and_not_by_calls()
    {
        using var tenant = new Tenant();

        tenant.Emulator.Load("""
            {"objects":[{"name":"secret","kind":"SYSTEM","keyPrefix":"1S56","hidden":true,"fields":[{"name":"Name"}]}],"rows":{"secret":[{"Name":"x"}]}}
            """);

        tenant.Emulator.Object("secret").Rows.Single()["Name"].Should().Be("x");
        (await tenant.QueryAsync("secret", """{"select":["Name"]}""")).Code.Should().Be("GSOBJ_1023");
    }

    [Fact]
    public void Values_are_generated_for_rows_that_come_without_them()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Load("""
            {"objects":[{"name":"fact","kind":"SYSTEM","keyPrefix":"1S57","fields":[
              {"name":"Id","type":"NUMBER","system":true,"generated":"number"},
              {"name":"Other","type":"GSID","generated":"gsid","gsidPrefix":"1X01"},
              {"name":"Made","type":"DATETIME","generated":"created"},
              {"name":"Changed","type":"DATETIME","generated":"modified"},
              {"name":"Kind","default":"plain"}]}]}
            """);
        var facts = tenant.Emulator.Object("fact");
        var made = tenant.Clock.GetUtcNow();
        _ = facts.Insert();
        var id = facts.Insert();
        tenant.Clock.Advance(TimeSpan.FromHours(1));

        facts.Update(id, ("Kind", "special"));

        var row = facts.Find(id)!;
        (row["Id"], row["Made"], row["Changed"], row["Kind"]).Should().Be((2m, made, made.AddHours(1), "special"));
        row["Other"].Should().BeOfType<string>().Which.Should().StartWith("1X01");
        facts.Field("Id").ReadOnly.Should().BeTrue("system fields are read-only");
        facts.Rows.Should().Contain(each => "plain".Equals(each["Kind"]));
    }

    [Fact]
    public void A_picklist_item_may_be_inactive_or_the_default()
    {
        using var tenant = new Tenant();

        tenant.Emulator.Load("""
            {"objects":[{"name":"A__gc","fields":[{"name":"Kind__gc","type":"PICKLIST","items":["New",{"label":"Old","active":false},{"label":"Usual","default":true}]}]}],
             "picklists":{"Company.Stage":[{"label":"Gone","active":false}]}}
            """);

        var kind = tenant.Emulator.Object("A__gc").Field("Kind__gc").Picklist!;
        var row = tenant.Emulator.Object("A__gc").Insert(("Name", "a"));
        kind.Items.Select(item => (item.Label, item.Active)).Should().Equal(("New", true), ("Old", false), ("Usual", true));
        tenant.Emulator.Object("A__gc").Find(row)!["Kind__gc"].Should().Be(kind.Find("Usual")!.Gsid);
        tenant.Companies.Field("Stage").Picklist!.Find("Gone")!.Active.Should().BeFalse();
    }

    [Theory]
    [InlineData("""{"objects":[{"name":"x","kind":"SPECIAL","keyPrefix":"1S58"}]}""", "*unknown kind SPECIAL*")]
    [InlineData("""{"objects":[{"name":"x","kind":"SYSTEM"}]}""", "*needs a keyPrefix*")]
    [InlineData("""{"objects":[{"name":"x","kind":"SYSTEM","keyPrefix":"1s5"}]}""", "*needs a keyPrefix*")]
    [InlineData("""{"objects":[{"name":"x__gc","keyPrefix":"1S58"}]}""", "*custom object x__gc has an unknown member keyPrefix*")]
    [InlineData("""{"objects":[{"name":"Company","hidden":true}]}""", "*Company has an unknown member hidden*")]
    [InlineData("""{"objects":[{"name":"x","kind":"SYSTEM","keyPrefix":"1S58","systemFields":["Owner"]}]}""", "*unknown system field Owner*")]
    [InlineData("""{"objects":[{"name":"x","kind":"SYSTEM","keyPrefix":"1S58","hidden":1}]}""", "*hidden must be true or false*")]
    [InlineData("""{"objects":[{"name":"x__gc","fields":[{"name":"a","generated":"always"}]}]}""", "*generated in an unknown way always*")]
    [InlineData("""{"objects":[{"name":"x__gc","fields":[{"name":"a","generated":"number"}]}]}""", "*generated as number, which does not fit*")]
    [InlineData("""{"objects":[{"name":"x__gc","fields":[{"name":"a","type":"GSID","generated":"gsid"}]}]}""", "*needs a gsidPrefix*")]
    [InlineData("""{"objects":[{"name":"x__gc","fields":[{"name":"a","type":"NUMBER","default":"much"}]}]}""", "*does not accept*")]
    [InlineData("""{"objects":[{"name":"x__gc","fields":[{"name":"a","type":"PICKLIST","items":[{"text":"b"}]}]}]}""", "*unknown member text*")]
    [InlineData("""{"objects":[{"name":"x__gc","label":"a","label":"b"}]}""", "*member label twice*")]
    [InlineData("""{"users":[],"users":[]}""", "*member users twice*")]
    public void What_does_not_fit_is_refused_and_named(string seed, string message)
    {
        using var tenant = new Tenant();

        tenant.Emulator.Invoking(each => each.Load(seed)).Should().Throw<ArgumentException>().WithMessage(message);
    }
}
