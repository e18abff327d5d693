using System.Net;
using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class ValueSwitchTests
{
    [Theory]
    [InlineData("Asia/Kolkata", "2027-03-31T00:00:00+05:30", "2027-03-31T15:00:05+05:30")]
    [InlineData("America/New_York", "2027-03-31T00:00:00-04:00", "2027-03-31T05:30:05-04:00")]
    public async Task Dates_may_be_local_times_with_an_offset(string zone, string date, string moment)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.Dates = DateForm.EpochMilliseconds;
        tenant.Emulator.Switches.ResponseTimeZone = zone;
        tenant.Emulator.Limits.JobStep = TimeSpan.Zero;
        _ = tenant.Assets.Insert(("Purchased_On__gc", "2027-03-31"), ("Last_Seen__gc", "2027-03-31T09:30:05Z"));
        const string Query = """{"select":["Purchased_On__gc","Last_Seen__gc"]}""";

        var answer = await tenant.QueryAsync("Asset__gc", Query);
        var job = await tenant.SendAsync(HttpMethod.Post, "/v3/exports/data/bulk/Asset__gc", Query);
        var part = await tenant.SendAsync(HttpMethod.Get, $"/v3/exports/data/bulk/chunk/{job.Data.GetProperty("jobId").GetString()}/0");

        answer.Records.Single().GetRawText().Should().Be($$"""{"Purchased_On__gc":"{{date}}","Last_Seen__gc":"{{moment}}"}""");
        part.Text.Should().EndWith($"{date},{moment}\r\n");
    }

    [Fact]
    public void A_zone_that_does_not_exist_is_refused()
    {
        using var tenant = new Tenant();

        tenant.Emulator.Invoking(each => each.Switches.ResponseTimeZone = "Mars/Olympus").Should().Throw<ArgumentException>().WithMessage("*Mars/Olympus*");
        tenant.Emulator.Invoking(each => each.Load("""{"switches":{"FilterTimeZone":"Mars/Olympus"}}""")).Should().Throw<ArgumentException>().WithMessage("*Mars/Olympus*");
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task A_time_in_the_hour_that_comes_twice_is_the_first_or_the_second(bool first, int expected)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.FilterTimeZone = "Europe/Berlin";
        tenant.Emulator.Switches.RepeatedHourIsFirst = first;
        _ = tenant.Assets.Insert(("Name", "summer"), ("Last_Seen__gc", "2026-10-25T00:45:00Z"));
        _ = tenant.Assets.Insert(("Name", "winter"), ("Last_Seen__gc", "2026-10-25T01:45:00Z"));

        var answer = await tenant.QueryAsync("Asset__gc", Since("2026-10-25 02:30:00"));
        var daylight = await tenant.QueryAsync("Asset__gc", Since("2026-10-25 01:30:00"));

        answer.Records.Should().HaveCount(expected);
        daylight.Records.Should().HaveCount(2);
    }

    [Fact]
    public async Task Days_of_Cockpit_filters_are_days_of_the_zone()
    {
        using var cockpit = new Cockpit();
        cockpit.Switches.FilterTimeZone = "Asia/Tokyo";
        _ = cockpit.Ctas.Insert(("Name", "late"), ("ModifiedDate", "2026-03-01T20:00:00Z"));

        var answer = await cockpit.ListAsync("""
            {"select":["Name"],"where":{"conditions":[{"fieldName":"ModifiedDate","alias":"A","operator":"BTW","value":["2026-03-02","2026-03-02"]}],"expression":"A"}}
            """);

        Cockpit.Rows(answer).Should().ContainSingle();
    }

    [Fact]
    public async Task Numbers_may_be_text_in_responses()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.NumbersAreText = true;
        _ = tenant.Companies.Insert(("Name", "a"), ("Arr", 12.50m));

        var answer = await tenant.QueryAsync("Company", """{"select":["Arr"]}""");

        answer.Records.Single().GetRawText().Should().Be("""{"Arr":"12.50"}""");
    }

    [Theory]
    [InlineData(false, "\"12.5\"", false)]
    [InlineData(true, "\"12.5\"", true)]
    [InlineData(true, "\"1,000\"", false)]
    [InlineData(true, "\"\"", false)]
    public async Task Numbers_may_be_text_in_writes(bool accepts, string value, bool written)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.AcceptsNumbersAsText = accepts;

        var answer = await tenant.InsertAsync("Company", $$"""{"Name":"a","Arr":{{value}}}""");

        (answer.Result, answer.Result ? null : answer.Code).Should().Be((written, written ? null : "GSOBJ_1008"));
        tenant.Companies.Rows.Select(row => row["Arr"]).Should().Equal(Enumerable.Repeat<object?>(12.5m, written ? 1 : 0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lookup_to_a_row_that_does_not_exist_is_refused_or_stored(bool mustExist)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.LookupsMustExist = mustExist;
        const string Unknown = "1P01DEMO00000000000000000000000000A1";

        var unknown = await tenant.InsertAsync("Company", $$"""{"Name":"a","Csm":"{{Unknown}}"}""");
        var known = await tenant.InsertAsync("Company", $$"""{"Name":"b","Csm":"{{tenant.Users.Rows[0].Gsid}}"}""");

        unknown.Result.Should().Be(!mustExist);
        unknown.Leaves().Should().Equal(Enumerable.Repeat(("GSOBJ_1011", "Csm"), mustExist ? 1 : 0));
        known.Result.Should().BeTrue();
    }

    [Fact]
    public async Task A_lookup_without_options_uses_the_first_match_and_fails_without_one()
    {
        using var tenant = new Tenant();
        const string Lookups = """{"Csm":{"fields":{"m":"Email"},"lookupField":"Gsid","objectName":"gsuser"}}""";
        var email = (string)tenant.Users.Rows[0]["Email"]!;
        _ = tenant.Users.Insert(("Name", "again"), ("Email", email));

        var found = await tenant.InsertAsync("Company", $$"""{"Name":"a","m":"{{email}}"}""", Lookups);
        var missing = await tenant.InsertAsync("Company", """{"Name":"b","m":"nobody@example.com"}""", Lookups);

        found.Result.Should().BeTrue();
        missing.Code.Should().Be("GSOBJ_1011");
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "GSOBJ_1002")]
    public async Task The_create_of_a_CTA_ignores_or_refuses_a_Gsid(bool refuses, string? code)
    {
        using var cockpit = new Cockpit();
        cockpit.Switches.CreatesRefuseGsid = refuses;
        const string Given = "1S01DEMO00000000000000000000000000A1";

        var answer = await cockpit.SendAsync(
            HttpMethod.Post, "/v2/cockpit/cta", Cockpit.Requests(cockpit.CtaRecord(more: $$""","Gsid":"{{Given}}" """)));

        cockpit.Ctas.Find(Given).Should().BeNull();
        cockpit.Ctas.Count.Should().Be(refuses ? 0 : 1);
        Cockpit.Failure(answer)?.GetString().Should().StartWith(code);
    }

    [Fact]
    public async Task Data_has_the_shape_of_the_official_samples()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.QueryData = QueryDataForm.AsDocumented;
        _ = tenant.Companies.Insert(("Name", "a"));
        tenant.Emulator.Limits.UserCallsPerHour = 10;

        (await DataAsync("Company", "Name")).ValueKind.Should().Be(JsonValueKind.Array);
        (await DataAsync("Asset__gc", "Name")).ValueKind.Should().Be(JsonValueKind.Array);
        (await DataAsync("activity_timeline", "Subject")).TryGetProperty("records", out _).Should().BeTrue();
        (await DataAsync("record_delete_log", "RecordId")).TryGetProperty("records", out _).Should().BeTrue();

        async Task<JsonElement> DataAsync(string source, string field) => (await tenant.QueryAsync(source, $$"""{"select":["{{field}}"]}""")).Data;
    }

    [Fact]
    public async Task The_path_of_a_public_connector_describes_one_object()
    {
        using var tenant = new Tenant();

        var answer = await tenant.SendAsync(HttpMethod.Get, "/v1/api/describe/MDA/company");
        var unknown = await tenant.SendAsync(HttpMethod.Get, "/v1/api/describe/MDA/nothing");

        answer.Data.GetProperty("company").GetProperty("fields").EnumerateArray()
            .Select(field => field.GetProperty("fieldName").GetString()).Should().Contain(["Name", "Arr", "Csm"]);
        unknown.Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_company_may_churn()
    {
        using var tenant = new Tenant();

        (await tenant.InsertAsync("Company", """{"Name":"a","Status":"Churn"}""")).Result.Should().BeTrue();
    }

    private static string Since(string time) =>
        $$$"""{"select":["Name"],"where":{"conditions":[{"name":"Last_Seen__gc","alias":"A","operator":"GTE","value":["{{{time}}}"]}],"expression":"A"}}""";
}
