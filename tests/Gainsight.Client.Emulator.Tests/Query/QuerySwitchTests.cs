using System.Net;
using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class QuerySwitchTests
{
    private const string All = """{"select":["Name","RenewalDate","Employees"],"orderBy":{"Name":"asc"}}""";

    [Fact]
    public async Task Data_may_be_a_bare_list()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.QueryData = QueryDataForm.BareArray;
        _ = tenant.Companies.Insert(("Name", "Acme"));

        var answer = await tenant.QueryAsync("Company", """{"select":["Name"]}""");

        answer.Data.GetRawText().Should().Be("""[{"Name":"Acme"}]""");
    }

    [Theory]
    [InlineData(DateForm.Iso, "\"2027-03-31\"", "\"2027-03-31T09:30:05Z\"")]
    [InlineData(DateForm.IsoMilliseconds, "\"2027-03-31\"", "\"2027-03-31T09:30:05.250+0000\"")]
    [InlineData(DateForm.EpochMilliseconds, "1806451200000", "1806485405250")]
    [InlineData(DateForm.SpaceSeparated, "\"2027-03-31 00:00:00.0\"", "\"2027-03-31 09:30:05.2\"")]
    public async Task Dates_are_returned_in_each_of_the_four_forms(DateForm form, string date, string moment)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.Dates = form;
        _ = tenant.Assets.Insert(("Purchased_On__gc", "2027-03-31"), ("Last_Seen__gc", "2027-03-31T09:30:05.250Z"));

        var answer = await tenant.QueryAsync("Asset__gc", """{"select":["Purchased_On__gc","Last_Seen__gc"]}""");

        answer.Records.Single().GetRawText().Should().Be($$"""{"Purchased_On__gc":{{date}},"Last_Seen__gc":{{moment}}}""");
    }

    [Theory]
    [InlineData(EmptyValueForm.Null, """{"Name":"Acme","RenewalDate":null,"Employees":null}""")]
    [InlineData(EmptyValueForm.MissingKey, """{"Name":"Acme"}""")]
    [InlineData(EmptyValueForm.EmptyTextForDates, """{"Name":"Acme","RenewalDate":"","Employees":null}""")]
    public async Task A_field_without_a_value_shows_in_each_of_the_three_forms(EmptyValueForm form, string expected)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.EmptyValues = form;
        _ = tenant.Companies.Insert(("Name", "Acme"));

        var answer = await tenant.QueryAsync("Company", All);

        answer.Records.Single().GetRawText().Should().Be(expected);
    }

    [Theory]
    [InlineData(EmptyResultForm.NoDataFound, HttpStatusCode.OK, "GSOBJ_1XXX", "No data found for given criteria")]
    [InlineData(EmptyResultForm.BadRequest, HttpStatusCode.BadRequest, "GSOBJ_1011", "No entity matches the given criteria, please re-check your request")]
    public async Task A_query_that_finds_nothing_may_fail_in_two_ways(EmptyResultForm form, HttpStatusCode status, string code, string text)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.EmptyResult = form;

        var answer = await tenant.QueryAsync("Company", All);

        answer.Status.Should().Be(status);
        answer.Result.Should().BeFalse();
        answer.Code.Should().Be(code);
        answer.Description.Should().Be(text);
        answer.Data.ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData(OperatorSupport.Honoured, "b")]
    [InlineData(OperatorSupport.Ignored, "a,b")]
    [InlineData(OperatorSupport.Refused, null)]
    public async Task Gsid_GT_may_be_ignored_or_refused(OperatorSupport support, string? expected)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.GsidGreaterThan = support;
        _ = tenant.Companies.Insert(("Gsid", "1P02A"), ("Name", "a"));
        _ = tenant.Companies.Insert(("Gsid", "1P02B"), ("Name", "b"));

        var answer = await Where(tenant, """{"name":"Gsid","alias":"A","operator":"GT","value":["1P02A"]}""", "A");

        Names(answer).Should().Be(expected);
    }

    [Theory]
    [InlineData(OperatorSupport.Honoured, "b")]
    [InlineData(OperatorSupport.Ignored, "a,b")]
    [InlineData(OperatorSupport.Refused, null)]
    public async Task IN_may_be_ignored_or_refused(OperatorSupport support, string? expected)
    {
        using var tenant = Two();
        tenant.Emulator.Switches.In = support;

        var answer = await Where(tenant, """{"name":"Name","alias":"A","operator":"IN","value":["b","x"]}""", "A");

        Names(answer).Should().Be(expected);
    }

    [Theory]
    [InlineData(OperatorSupport.Honoured, "a")]
    [InlineData(OperatorSupport.Ignored, "a,b")]
    [InlineData(OperatorSupport.Refused, null)]
    public async Task Parentheses_may_be_ignored_or_refused(OperatorSupport support, string? expected)
    {
        using var tenant = Two();
        tenant.Emulator.Switches.Parentheses = support;

        var answer = await Where(tenant, Conditions, "(B OR A) AND C");

        Names(answer).Should().Be(expected);
    }

    [Theory]
    [InlineData(ExpressionPrecedence.AndBindsTighter, "a,b")]
    [InlineData(ExpressionPrecedence.LeftToRight, "a")]
    public async Task AND_and_OR_may_bind_from_left_to_right(ExpressionPrecedence precedence, string expected)
    {
        using var tenant = Two();
        tenant.Emulator.Switches.ExpressionPrecedence = precedence;

        var answer = await Where(tenant, Conditions, "B OR A AND C");

        Names(answer).Should().Be(expected);
    }

    [Theory]
    [InlineData(true, "a,b")]
    [InlineData(false, "a")]
    public async Task BTW_may_leave_out_its_end(bool includesEnd, string expected)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.BetweenIncludesEnd = includesEnd;
        _ = tenant.Companies.Insert(("Name", "a"), ("RenewalDate", "2027-01-01"));
        _ = tenant.Companies.Insert(("Name", "b"), ("RenewalDate", "2027-01-31"));

        var answer = await Where(tenant, """{"name":"RenewalDate","alias":"A","operator":"BTW","value":["01-01-2027","01-31-2027"]}""", "A");

        Names(answer).Should().Be(expected);
    }

    [Theory]
    [InlineData(true, "b")]
    [InlineData(false, null)]
    public async Task NE_may_leave_out_rows_without_a_value(bool findsEmpty, string? expected)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.NotEqualFindsEmpty = findsEmpty;
        _ = tenant.Companies.Insert(("Name", "a"), ("Employees", 1), ("Stage", "Launched"));
        _ = tenant.Companies.Insert(("Name", "b"));

        var number = await Where(tenant, """{"name":"Employees","alias":"A","operator":"NE","value":[1]}""", "A");
        var picklist = await Where(tenant, """{"name":"Stage","alias":"A","operator":"NE","value":["Launched"]}""", "A");

        Names(number).Should().Be(expected ?? "");
        Names(picklist).Should().Be(expected ?? "");
    }

    [Fact]
    public async Task Filter_times_without_an_offset_may_be_in_another_zone()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.FilterTimeOffset = TimeSpan.FromHours(-8);
        _ = tenant.Assets.Insert(("Name", "a"), ("Last_Seen__gc", "2026-01-31T17:00:00Z"));
        _ = tenant.Assets.Insert(("Name", "b"), ("Last_Seen__gc", "2026-01-31T18:00:00Z"));

        var local = await Where(tenant, """{"name":"Last_Seen__gc","alias":"A","operator":"GTE","value":["2026-01-31 10:00:00"]}""", "A", "Asset__gc");
        var zoned = await Where(tenant, """{"name":"Last_Seen__gc","alias":"A","operator":"GTE","value":["2026-01-31T10:00:00Z"]}""", "A", "Asset__gc");

        Names(local).Should().Be("b");
        Names(zoned).Should().Be("a,b");
    }

    [Theory]
    [InlineData("2026-01-31T10:00:00Z")]
    [InlineData("2026-01-31T10:00:00+05:00")]
    [InlineData("2026-01-31 10:00:00")]
    public async Task Filter_times_may_be_in_another_zone_whatever_offset_they_carry(string time)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.FilterTimeOffset = TimeSpan.FromHours(-8);
        tenant.Emulator.Switches.FilterTimesIgnoreTheirOffset = true;
        _ = tenant.Assets.Insert(("Name", "a"), ("Last_Seen__gc", "2026-01-31T17:59:59Z"));
        _ = tenant.Assets.Insert(("Name", "b"), ("Last_Seen__gc", "2026-01-31T18:00:00Z"));

        var found = await Where(tenant, $$"""{"name":"Last_Seen__gc","alias":"A","operator":"GTE","value":["{{time}}"]}""", "A", "Asset__gc");

        Names(found).Should().Be("b");
    }

    [Fact]
    public async Task Picklist_labels_may_match_in_any_case()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.PicklistsAreCaseSensitive = false;

        var inserted = await tenant.InsertAsync("Company", """{"Name":"a","Stage":"LAUNCHED"}""");
        var found = await Where(tenant, """{"name":"Stage","alias":"A","operator":"EQ","value":["launched"]}""", "A");

        inserted.Result.Should().BeTrue();
        Names(found).Should().Be("a");
    }

    [Fact]
    public async Task A_limit_that_is_too_large_may_be_clamped()
    {
        using var tenant = Two();
        tenant.Emulator.Switches.OverLimit = OverLimitForm.Clamped;
        tenant.Emulator.Limits.RowsPerQuery = 1;

        var answer = await tenant.QueryAsync("Company", """{"select":["Name"],"limit":6000}""");

        answer.Records.Should().ContainSingle();
    }

    [Fact]
    public async Task A_failure_may_be_a_page_unless_the_request_accepts_JSON()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.HtmlErrorsWithoutAccept = true;

        var json = await tenant.QueryAsync("Company", "{}");
        tenant.Http.DefaultRequestHeaders.Accept.Clear();
        var page = await tenant.QueryAsync("Company", "{}");

        json.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Status.Should().Be(HttpStatusCode.OK);
        page.ContentType.Should().Be("text/html");
    }

    private const string Conditions = """
        {"name":"Name","alias":"A","operator":"EQ","value":["a"]},
        {"name":"Name","alias":"B","operator":"EQ","value":["b"]},
        {"name":"Name","alias":"C","operator":"EQ","value":["a"]}
        """;

    private static string? Names(Answer answer) => answer.Result ? string.Join(',', answer.Texts("Name")) : null;

    private static Task<Answer> Where(Tenant tenant, string conditions, string expression, string target = "Company") =>
        tenant.QueryAsync(target, $$$"""{"select":["Name"],"orderBy":{"Name":"asc"},"where":{"conditions":[{{{conditions}}}],"expression":"{{{expression}}}"}}""");

    private static Tenant Two()
    {
        var tenant = new Tenant();
        _ = tenant.Companies.Insert(("Name", "a"));
        _ = tenant.Companies.Insert(("Name", "b"));
        return tenant;
    }
}
