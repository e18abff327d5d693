using System.Net;
using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

public sealed class TimelineDeleteTests
{
    [Theory]
    [InlineData("""{"records":[{"activityId":"ID"}]}""")]
    [InlineData("""{"activityIds":["ID"]}""")]
    [InlineData("""["ID"]""")]
    public async Task A_delete_has_a_body_in_one_of_three_shapes(string body)
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();
        var id = await tenant.SavedIdAsync(TimelineCalls.Note("ext-1"));

        var answer = await DeleteAsync(tenant, body.Replace("ID", id, StringComparison.Ordinal));
        var again = await DeleteAsync(tenant, body.Replace("ID", id, StringComparison.Ordinal));

        answer.Success(id).Should().Equal(id);
        again.Failures(id).Should().Equal("GS_TL_10_0213");
        tenant.Activities().Count.Should().Be(0);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"records":"x"}""")]
    [InlineData("""[5]""")]
    [InlineData("")]
    public async Task A_delete_that_names_no_activity_is_refused(string body)
    {
        using var tenant = new Tenant();

        (await DeleteAsync(tenant, body)).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Deleted_activities_are_listed_for_15_days_and_are_in_the_delete_log()
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();
        var id = await tenant.SavedIdAsync(TimelineCalls.Note("ext-1"));
        var gsid = tenant.Activities().Rows.Single().Gsid;
        _ = await DeleteAsync(tenant, $"""["{id}"]""");

        var found = await DeletedAsync(tenant, "2026-03-02T09:00:00Z", "2026-03-02T11:00:00.000+0000");
        var before = await DeletedAsync(tenant, "2026-03-01T09:00:00Z", "2026-03-02T09:00:00Z");
        var log = await tenant.QueryAsync("record_delete_log", """{"select":["RecordId","ObjectName"]}""");
        tenant.Clock.Advance(TimeSpan.FromDays(16));
        var late = await DeletedAsync(tenant, "2026-03-02T09:00:00Z", "2026-03-02T11:00:00Z");

        found.Records.Single().GetProperty("activityId").GetString().Should().Be(id);
        before.Records.Should().BeEmpty();
        log.Records.Single().GetRawText().Should().Be($$"""{"RecordId":"{{gsid}}","ObjectName":"activity_timeline"}""");
        late.Records.Should().BeEmpty();
    }

    [Fact]
    public async Task The_list_of_deleted_activities_may_be_bare_and_needs_a_range()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.QueryData = QueryDataForm.BareArray;

        var bare = await DeletedAsync(tenant, "2026-03-02T09:00:00Z", "2026-03-02T11:00:00Z");
        var without = await tenant.SendAsync(HttpMethod.Post, TimelineCalls.Activity + "/deleted", "{}");

        bare.Data.ValueKind.Should().Be(JsonValueKind.Array);
        without.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    private static Task<Answer> DeleteAsync(Tenant tenant, string body) => tenant.SendAsync(HttpMethod.Delete, TimelineCalls.Activity, body);

    private static Task<Answer> DeletedAsync(Tenant tenant, string from, string to) => tenant.SendAsync(
        HttpMethod.Post, TimelineCalls.Activity + "/deleted", $$"""{"startTime":"{{from}}","endTime":"{{to}}"}""");
}
