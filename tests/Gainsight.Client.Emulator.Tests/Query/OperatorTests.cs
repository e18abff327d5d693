using System.Net;

namespace Gainsight.Client.Emulator.Tests;

public sealed class OperatorTests
{
    /// <summary>Three rows, named a, b and c; c has no values.</summary>
    public static TheoryData<string, string, string, string> Filters => new()
    {
        { "Serial_Number__gc", "EQ", "\"SN-1\"", "a" },
        { "Serial_Number__gc", "EQ", "\"sn-1\"", "" },
        { "Serial_Number__gc", "NE", "\"SN-1\"", "bc" },
        { "Serial_Number__gc", "LT", "\"SN-2\"", "a" },
        { "Serial_Number__gc", "GT", "\"SN-1\"", "b" },
        { "Serial_Number__gc", "LTE", "\"SN-1\"", "a" },
        { "Serial_Number__gc", "GTE", "\"SN-1\"", "ab" },
        { "Serial_Number__gc", "IN", "\"SN-2\",\"SN-9\"", "b" },
        { "Serial_Number__gc", "CONTAINS", "\"N-\"", "ab" },
        { "Serial_Number__gc", "STARTS_WITH", "\"SN-2\"", "b" },
        { "Serial_Number__gc", "ENDS_WITH", "\"1\"", "a" },
        { "Serial_Number__gc", "IS_NULL", "", "c" },
        { "Serial_Number__gc", "IS_NOT_NULL", "", "ab" },
        { "Contact_Email__gc", "CONTAINS", "\"@bright\"", "a" },
        { "Seats__gc", "EQ", "10.0", "a" },
        { "Seats__gc", "NE", "10", "bc" },
        { "Seats__gc", "GT", "10", "b" },
        { "Seats__gc", "LTE", "10", "a" },
        { "Seats__gc", "IN", "10,20", "ab" },
        { "Seats__gc", "IS_NULL", "", "c" },
        { "Cost__gc", "GTE", "1.5", "ab" },
        { "Utilization__gc", "LT", "50", "a" },
        { "In_Use__gc", "EQ", "true", "a" },
        { "In_Use__gc", "NE", "true", "bc" },
        { "Purchased_On__gc", "EQ", "\"01-31-2026\"", "a" },
        { "Purchased_On__gc", "GT", "\"2026-01-31\"", "b" },
        { "Purchased_On__gc", "BTW", "\"2026-01-01\",\"2026-02-28\"", "ab" },
        { "Purchased_On__gc", "IS_NOT_NULL", "", "ab" },
        { "Last_Seen__gc", "GTE", "\"2026-01-31T10:00:00Z\"", "ab" },
        { "Last_Seen__gc", "GT", "\"2026-01-31 10:00:00\"", "b" },
        { "Last_Seen__gc", "LT", "1769853600001", "a" },
        { "Last_Seen__gc", "BTW", "\"2026-01-31\",\"2026-02-01\"", "a" },
        { "Tier__gc", "EQ", "\"Gold\"", "a" },
        { "Tier__gc", "NE", "\"Gold\"", "bc" },
        { "Tier__gc", "IN", "\"Gold\",\"Silver\",\"Nope\"", "ab" },
        { "Tier__gc", "INCLUDES", "\"Silver\"", "b" },
        { "Tier__gc", "EXCLUDES", "\"Silver\"", "ac" },
        { "Tier__gc", "CONTAINS", "\"old\"", "a" },
        { "Tier__gc", "EQ", "\"gold\"", "" },
        { "Tier__gc", "IS_NULL", "", "c" },
        { "Regions__gc", "INCLUDES", "\"EMEA\"", "ab" },
        { "Regions__gc", "INCLUDES", "\"APAC\",\"AMER\"", "a" },
        { "Regions__gc", "EXCLUDES", "\"AMER\"", "bc" },
        { "Regions__gc", "IS_NULL", "", "c" },
        { "Settings__gc", "IS_NOT_NULL", "", "a" },
        { "Company__gc__gr.Name", "STARTS_WITH", "\"Ac\"", "a" },
        { "Company__gc__gr.Csm__gr.Email", "EQ", "\"rhea@northwind.example\"", "a" },
        { "company__gc__gr.csm__gr.email", "IS_NULL", "", "bc" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task An_operator_finds_the_rows_that_it_means(string field, string name, string values, string expected)
    {
        using var tenant = Filled();

        var answer = await tenant.QueryAsync("Asset__gc", $$$"""
            {"select":["Name"],"where":{"conditions":[{"name":"{{{field}}}","alias":"A","operator":"{{{name}}}","value":[{{{values}}}]}],"expression":"A"},"orderBy":{"Name":"asc"}}
            """);

        answer.Result.Should().BeTrue(answer.Text);
        string.Concat(answer.Texts("Name")).Should().Be(expected);
    }

    [Theory]
    [InlineData("In_Use__gc", "GT", "true")]
    [InlineData("In_Use__gc", "IS_NULL", "")]
    [InlineData("Seats__gc", "BTW", "1,2")]
    [InlineData("Seats__gc", "CONTAINS", "\"1\"")]
    [InlineData("Cost__gc", "IN", "1")]
    [InlineData("Purchased_On__gc", "IN", "\"2026-01-01\"")]
    [InlineData("Regions__gc", "EQ", "\"EMEA\"")]
    [InlineData("Regions__gc", "IN", "\"EMEA\"")]
    [InlineData("Settings__gc", "EQ", "\"x\"")]
    [InlineData("Name", "INCLUDES", "\"x\"")]
    [InlineData("Name", "NOT_IN", "\"x\"")]
    [InlineData("Name", "eq", "\"x\"")]
    [InlineData("Name", "EQ", "")]
    [InlineData("Name", "EQ", "\"a\",\"b\"")]
    [InlineData("Name", "IS_NULL", "\"a\"")]
    [InlineData("Name", "IN", "")]
    [InlineData("Purchased_On__gc", "BTW", "\"2026-01-01\"")]
    public async Task An_operator_that_the_type_does_not_take_or_with_a_wrong_number_of_values_is_refused(string field, string name, string values)
    {
        using var tenant = Filled();

        var answer = await Condition(tenant, $$"""{"name":"{{field}}","alias":"A","operator":"{{name}}","value":[{{values}}]}""");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Code.Should().Be("GSOBJ_1009");
    }

    [Theory]
    [InlineData("Nope__gc", "\"x\"", "GSOBJ_1002")]
    [InlineData("Company.Name", "\"x\"", "GSOBJ_1002")]
    [InlineData("Company__gc__gr.Nope", "\"x\"", "GSOBJ_1002")]
    [InlineData("Name__gr.Name", "\"x\"", "GSOBJ_1002")]
    [InlineData("Name", "5", "GSOBJ_1002")]
    [InlineData("Name", "null", "GSOBJ_1002")]
    [InlineData("Seats__gc", "null", "GSOBJ_1002")]
    [InlineData("Seats__gc", "\"5\"", "GSOBJ_1008")]
    [InlineData("In_Use__gc", "\"true\"", "GSOBJ_1008")]
    [InlineData("Purchased_On__gc", "\"soon\"", "GSOBJ_1006")]
    [InlineData("Last_Seen__gc", "\"soon\"", "GSOBJ_1005")]
    public async Task A_condition_on_an_unknown_field_or_with_a_value_of_the_wrong_type_is_refused(string field, string value, string code)
    {
        using var tenant = Filled();

        var answer = await Condition(tenant, $$"""{"name":"{{field}}","alias":"A","operator":"EQ","value":[{{value}}]}""");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Code.Should().Be(code);
    }

    [Theory]
    [InlineData("""{"name":"Name","operator":"EQ","value":["a"]}""")]
    [InlineData("""{"name":"Name","alias":"a","operator":"EQ","value":["a"]}""")]
    [InlineData("""{"name":"Name","alias":"OR","operator":"EQ","value":["a"]}""")]
    [InlineData("""{"name":"Name","alias":"A","operator":"EQ","value":"a"}""")]
    [InlineData("""{"name":"Name","alias":"A","operator":"EQ"}""")]
    [InlineData("""{"name":"Name","alias":"A","operator":"EQ","value":["a"]},{"name":"Name","alias":"A","operator":"EQ","value":["b"]}""")]
    [InlineData("5")]
    public async Task A_condition_that_is_not_well_formed_is_refused(string condition)
    {
        using var tenant = Filled();

        var answer = await Condition(tenant, condition);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Code.Should().Be("GSOBJ_1009");
    }

    private static Task<Answer> Condition(Tenant tenant, string condition) =>
        tenant.QueryAsync("Asset__gc", $$$"""{"select":["Name"],"where":{"conditions":[{{{condition}}}],"expression":"A"}}""");

    private static Tenant Filled()
    {
        var tenant = new Tenant();
        var rhea = tenant.Users.Rows.Single(row => (string)row["FirstName"]! == "Rhea").Gsid;
        var acme = tenant.Companies.Insert(("Name", "Acme"), ("Csm", rhea));
        _ = tenant.Assets.Insert(
            ("Name", "a"), ("Serial_Number__gc", "SN-1"), ("Contact_Email__gc", "ines@brightwater.example"), ("Seats__gc", 10), ("Cost__gc", 1.5m),
            ("Utilization__gc", 20), ("In_Use__gc", true), ("Purchased_On__gc", new DateOnly(2026, 1, 31)), ("Last_Seen__gc", "2026-01-31T10:00:00Z"),
            ("Tier__gc", "Gold"), ("Regions__gc", new[] { "EMEA", "AMER" }), ("Settings__gc", "{}"), ("Company__gc", acme));
        _ = tenant.Assets.Insert(
            ("Name", "b"), ("Serial_Number__gc", "SN-2"), ("Seats__gc", 20), ("Cost__gc", 2), ("Utilization__gc", 50),
            ("Purchased_On__gc", "2026-02-28"), ("Last_Seen__gc", "2026-02-28T10:00:00Z"), ("Tier__gc", "Silver"), ("Regions__gc", "EMEA"));
        _ = tenant.Assets.Insert(("Name", "c"));
        return tenant;
    }
}
