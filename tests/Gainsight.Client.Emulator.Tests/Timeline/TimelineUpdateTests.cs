using System.Net;
using System.Text.Json.Nodes;

namespace Gainsight.Client.Emulator.Tests;

public sealed class TimelineUpdateTests
{
    [Theory]
    [InlineData("externalid", "ExternalId")]
    [InlineData("ActivityId", "activityId")]
    [InlineData("gsid", "Gsid")]
    public async Task An_activity_is_updated_by_each_of_its_ids(string identifier, string member)
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();
        var id = await tenant.SavedIdAsync(TimelineCalls.Note("ext-1"));
        var key = (string)tenant.Activities().Rows.Single()[member]!;
        tenant.Clock.Advance(TimeSpan.FromMinutes(5));

        var answer = await UpdateAsync(tenant, identifier, new JsonObject { [member] = key, ["Subject"] = "Changed" });

        answer.Success(key).Should().Equal(id);
        var row = tenant.Activities().Rows.Single();
        (row["Subject"], row["Notes"], row["ExternalId"]).Should().Be(("Changed", "<p>All <b>well</b></p>", "ext-1"));
        row["LastModifiedDate"].Should().Be(tenant.Clock.GetUtcNow());
        row["CreatedDate"].Should().Be(tenant.Clock.GetUtcNow().AddMinutes(-5));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?identifier=")]
    [InlineData("?identifier=subject")]
    public async Task The_identifier_must_be_one_of_three(string query)
    {
        using var tenant = new Tenant();

        var answer = await tenant.SendAsync(HttpMethod.Put, TimelineCalls.Activity + query, """{"records":[{"ExternalId":"a","Subject":"b"}]}""");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.TimelineCode().Should().NotBeNull();
    }

    [Fact]
    public async Task An_activity_that_is_not_there_fails_and_two_at_once_are_refused()
    {
        using var tenant = new Tenant();

        var unknown = await UpdateAsync(tenant, "externalid", new JsonObject { ["ExternalId"] = "nope", ["Subject"] = "x" });
        var two = await UpdateAsync(tenant, "externalid", new JsonObject { ["ExternalId"] = "a" }, new JsonObject { ["ExternalId"] = "b" });
        var without = await UpdateAsync(tenant, "externalid", new JsonObject { ["Subject"] = "b" });

        unknown.Failures("nope").Should().Equal("GS_TL_10_0213");
        two.Status.Should().Be(HttpStatusCode.BadRequest);
        without.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("Subject", "\"\"", "GS_TL_10_0206")]
    [InlineData("Notes", null, "GS_TL_10_0206")]
    [InlineData("TypeName", "\"Siege\"", "GS_TL_10_0213")]
    [InlineData("ExternalId", "\"ext-2\"", "GS_TL_10_0207")]
    [InlineData("GsCompanyId", "\"1P02DEMO00000000000000000000000000A1\"", "GS_TL_10_0213")]
    public async Task An_update_is_checked_like_a_save(string field, string? json, string code)
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();
        var id = await tenant.SavedIdAsync(TimelineCalls.Note("ext-1"));
        _ = await tenant.SavedIdAsync(TimelineCalls.Note("ext-2"));

        var answer = await UpdateAsync(tenant, "activityid", new JsonObject { ["ActivityId"] = id, [field] = json is null ? null : JsonNode.Parse(json) });

        answer.Failures(id).Should().Contain(code);
        tenant.Activities().Rows.Should().OnlyContain(row => Equals(row["Subject"], "Quarterly note"));
    }

    [Fact]
    public async Task New_attendees_replace_the_old_ones()
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();
        _ = await tenant.SaveAsync(TimelineCalls.Note("ext-1", "internalAttendees", new JsonArray("rhea@northwind.example", "tomas@northwind.example")));

        _ = await UpdateAsync(tenant, "externalid", new JsonObject { ["ExternalId"] = "ext-1", ["internalAttendees"] = new JsonArray("mei@northwind.example") });

        tenant.Activities().Rows.Single()["InternalAttendees"].Should().Be("Mei Castellan");
        tenant.Emulator.Object("activity_attendee").Count.Should().Be(1);
    }

    [Theory]
    [InlineData("ActivityId", "activityId", "not an id", "GSOBJ_1008")]
    [InlineData("ActivityId", "activityId", "1I00DEMO00000000000000000000000000A1", "GS_TL_10_0213")]
    public async Task An_update_fails_under_the_id_that_was_sent_whatever_its_form(string identifier, string member, string id, string code)
    {
        using var tenant = new Tenant();

        var answer = await UpdateAsync(tenant, identifier, new JsonObject { [member] = id, ["Subject"] = "Changed" });

        answer.Failures(id).Should().Equal(code);
    }

    private static Task<Answer> UpdateAsync(Tenant tenant, string identifier, params JsonObject[] notes) =>
        tenant.SendAsync(HttpMethod.Put, $"{TimelineCalls.Activity}?identifier={identifier}", TimelineCalls.Body(notes));
}
