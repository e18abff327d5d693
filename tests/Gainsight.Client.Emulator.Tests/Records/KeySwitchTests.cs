namespace Gainsight.Client.Emulator.Tests;

public sealed class KeySwitchTests
{
    private const string Id15 = "0015g00000AbCdE";
    private const string Id18 = "0015g00000AbCdEAAV";

    [Theory]
    [InlineData("KeysAreTrimmed", "Acme", " Acme\\t")]
    [InlineData("KeysAreComposed", "Café", "Cafe\\u0301")]
    [InlineData("KeysIgnoreCase", "Acme", "ACME")]
    public async Task Two_spellings_are_one_key_in_updates_filters_and_lookups(string name, string stored, string sent)
    {
        using var tenant = new Tenant();
        var gsid = tenant.Companies.Insert(("Name", stored));

        (await SpellingsAsync(tenant, sent)).Should().Be((false, 0, false));
        tenant.Emulator.Load($$$"""{"switches":{"{{{name}}}":true}}""");
        (await SpellingsAsync(tenant, sent)).Should().Be((true, 1, true));

        tenant.Companies.Find(gsid)!["Name"].Should().Be(stored);
        tenant.Assets.Rows.Single()["Company__gc"].Should().Be(gsid);
    }

    [Fact]
    public async Task All_forms_together_also_apply_to_NE_and_IN_and_to_second_keys()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Load("""{"switches":{"KeysAreTrimmed":true,"KeysAreComposed":true,"KeysIgnoreCase":true}}""");
        _ = tenant.Companies.Insert(("Name", "café "), ("Industry", "Food"));
        _ = tenant.Companies.Insert(("Name", "CAFE\u0301"), ("Industry", "Wine"));

        var not = await FilterAsync(tenant, "NE", " CAFÉ");
        var any = await FilterAsync(tenant, "IN", " CAFÉ\",\"cafe\\u0301");
        var update = await tenant.UpdateAsync("Company", "Name,Industry", """{"Name":"Café","Industry":" wine","Employees":3}""");

        (not.Records.Count, any.Records.Count).Should().Be((0, 2));
        update.Data.GetProperty("count").GetInt32().Should().Be(1);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Both_lengths_of_a_Salesforce_id_may_be_one(bool match, int expected)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.SalesforceIdsMatchInBothLengths = match;
        _ = tenant.Assets.Insert(("Name", "a"), ("Sfdc_Asset_Id__gc", Id15));
        _ = tenant.Assets.Insert(("Name", "other"), ("Sfdc_Asset_Id__gc", Id15.ToLowerInvariant()));

        var answer = await tenant.QueryAsync("Asset__gc", $$$"""
            {"select":["Name"],"where":{"conditions":[{"name":"Sfdc_Asset_Id__gc","alias":"A","operator":"EQ","value":["{{{Id18}}}"]}],"expression":"A"}}
            """);

        answer.Texts("Name").Should().Equal(Enumerable.Repeat("a", expected));
    }

    [Fact]
    public async Task Texts_may_be_stored_trimmed()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.TrimsStoredTexts = true;

        _ = await tenant.InsertAsync("Company", """{"Name":" Acme "}""");

        tenant.Companies.Rows.Single()["Name"].Should().Be("Acme");
    }

    [Fact]
    public async Task A_person_is_found_by_another_spelling_of_the_address()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.KeysIgnoreCase = true;
        foreach (var email in (string[])["ada@example.com", "Ada@Example.com"])
        {
            _ = await tenant.SendAsync(HttpMethod.Put, "/v1/peoplemgmt/v1.0/people", $$"""{"Name":"Ada","Email":"{{email}}"}""");
        }

        tenant.Emulator.Object("Person").Count.Should().Be(1);
    }

    private static async Task<(bool Updated, int Found, bool LookedUp)> SpellingsAsync(Tenant tenant, string name)
    {
        var update = await tenant.UpdateAsync("Company", "Name", $$"""{"Name":"{{name}}","Employees":5}""");
        var query = await FilterAsync(tenant, "EQ", name);
        var insert = await tenant.InsertAsync("Asset__gc", $$"""{"Name":"a","Of":"{{name}}"}""", """
            {"Company__gc":{"fields":{"Of":"Name"},"lookupField":"Gsid","objectName":"Company","multiMatchOption":"FIRSTMATCH","onNoMatch":"ERROR"}}
            """);
        return (update.Result, query.Records.Count, insert.Result);
    }

    private static Task<Answer> FilterAsync(Tenant tenant, string operation, string value) => tenant.QueryAsync("Company", $$$"""
        {"select":["Name"],"where":{"conditions":[{"name":"Name","alias":"A","operator":"{{{operation}}}","value":["{{{value}}}"]}],"expression":"A"}}
        """);
}
