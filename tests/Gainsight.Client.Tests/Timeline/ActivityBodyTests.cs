using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gainsight.Client.Tests.Timeline;

/// <summary>What goes out, in the form of the documentation's sample.</summary>
public sealed class ActivityBodyTests
{
    [Fact]
    public async Task A_save_has_the_form_of_the_documented_sample()
    {
        using var fixture = new TimelineFixture();
        fixture.Wire.Answer(Answers.Success("ext-7001"));
        var activity = TimelineFixture.Activity("ext-7001");
        activity.ActivityDate = new DateTimeOffset(2026, 3, 4, 10, 15, 0, TimeSpan.FromHours(-7));
        activity.InternalAttendeeEmails = ["csm@example.test", "se@example.test"];

        await fixture.Client.Timeline.InsertAsync([activity]);

        fixture.Wire.Sent[0].Address.PathAndQuery.Should().Be("/v1/ant/es/activity");
        JsonNode.DeepEquals(JsonNode.Parse(fixture.Wire.Sent[0].Body!), JsonNode.Parse("""
            {
              "records": [ {
                "ContextName": "Company", "TypeName": "Update", "ExternalId": "ext-7001", "Subject": "Quarterly note", "Notes": "<p>n</p>",
                "ActivityDate": "2026-03-04T10:15:00.000-07:00",
                "Author": "csm@example.test", "companyName": "Example Holdings",
                "internalAttendees": [ "csm@example.test", "se@example.test" ] } ],
              "lookups": {
                "AuthorId": { "fields": { "Author": "Email" }, "lookupField": "Gsid", "objectName": "gsuser", "multiMatchOption": "MARKASERROR", "onNoMatch": "ERROR" },
                "GsCompanyId": { "fields": { "companyName": "Name" }, "lookupField": "Gsid", "objectName": "company", "multiMatchOption": "MARKASERROR", "onNoMatch": "ERROR" },
                "InternalAttendees": { "fields": { "internalAttendees": "Email" }, "lookupField": "Gsid", "objectName": "gsuser", "multiMatchOption": "MARKASERROR", "onNoMatch": "ERROR" }
              }
            }
            """)).Should().BeTrue();
    }

    [Fact]
    public async Task What_becomes_of_unknown_attendees_is_said_in_their_lookup_alone_and_kept_in_JSON()
    {
        using var fixture = new TimelineFixture();
        fixture.Wire.Answer(Answers.Success("ext-1"));
        var activity = TimelineFixture.Activity("ext-1");
        activity.ExternalAttendeeEmails = ["guest@example.test"];
        activity.SetAttendeeLookup(LookupNoMatch.Null, LookupMultiMatch.First);

        await fixture.Client.Timeline.InsertAsync([JsonSerializer.Deserialize<TimelineActivity>(JsonSerializer.Serialize(activity))!]);

        fixture.Body(0).GetProperty("lookups").GetProperty("ExternalAttendees").ToString().Should().Be(
            """{"fields":{"externalAttendees":"Email"},"lookupField":"Gsid","objectName":"person","multiMatchOption":"FIRSTMATCH","onNoMatch":"NULLABLE"}""");
        fixture.Body(0).GetProperty("lookups").GetProperty("AuthorId").GetProperty("onNoMatch").GetString().Should().Be("ERROR");
        fixture.Body(0).GetProperty("records")[0].EnumerateObject().Select(member => member.Name).Should().NotContain(name => name.StartsWith("Attendee", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lookup_by_two_fields_keeps_its_values_apart()
    {
        using var fixture = new TimelineFixture();
        fixture.Wire.Answer(Answers.Success("ext-1"));
        var activity = TimelineFixture.Activity();
        activity.SetLookup(TimelineActivityFields.AuthorId, Lookup.By(UserFields.Email, "csm@example.test").And(UserFields.LastName, "Example"));

        await fixture.Client.Timeline.InsertAsync([activity]);

        fixture.Body(0).GetProperty("lookups").GetProperty("AuthorId").GetProperty("fields").EnumerateObject().Select(pair => pair.Value.GetString())
            .Should().Equal("Email", "LastName");
        fixture.Body(0).GetProperty("records")[0].GetProperty("Author").GetString().Should().Be("csm@example.test");
    }

    [Theory]
    [InlineData("ExternalId", "identifier=externalid")]
    [InlineData("ActivityId", "identifier=activityid")]
    [InlineData("Gsid", "identifier=gsid")]
    public async Task An_update_sends_its_identifier_and_what_was_changed(string key, string query)
    {
        using var fixture = new TimelineFixture();
        fixture.Wire.Answer(StubHandler.Envelope());
        var loaded = Wire.Read<TimelineActivity>("""[{"Gsid":"G","ActivityId":"A","ExternalId":"E","Subject":"old","Notes":"n","contextname":"Company"}]""")[0];
        loaded.Subject = "new";
        loaded.ExternalAttendeeEmails = [];

        var report = await fixture.Client.Timeline.UpdateAsync([loaded], (Field)key);

        report.Updated.Should().ContainSingle().Which.Gsid.Should().Be("G");
        fixture.Wire.Sent[0].Address.Query.Should().Be("?" + query);
        fixture.Body(0).GetProperty("records")[0].EnumerateObject().Select(member => member.Name).Should().Equal(key, "Subject", "externalAttendees");
        fixture.Body(0).GetProperty("lookups").GetProperty("ExternalAttendees").GetProperty("objectName").GetString().Should().Be("person");
    }

    [Fact]
    public async Task A_loaded_activity_can_be_saved_anew_without_the_ids_of_the_old_one()
    {
        using var fixture = new TimelineFixture();
        fixture.Wire.Answer(Answers.Success("E2"));
        var loaded = Wire.Read<TimelineActivity>(
            """[{"Gsid":"G","ActivityId":"A","ExternalId":"E","ContextName":"Company","GsCompanyId":"C","TypeName":"Update","Subject":"s","Notes":"n","AuthorId":"U","InternalAttendees":"Ada","LastModifiedDate":1767225600000,"ReportingCategory":"Update"}]""")[0];
        loaded.ExternalId = "E2";

        var report = await fixture.Client.Timeline.InsertAsync([loaded]);

        report.Inserted.Should().ContainSingle();
        fixture.Body(0).GetProperty("records")[0].EnumerateObject().Select(member => member.Name)
            .Should().BeEquivalentTo("ExternalId", "ContextName", "GsCompanyId", "TypeName", "Subject", "Notes", "AuthorId");
    }

    [Fact]
    public async Task A_delete_has_a_body_with_the_ids()
    {
        using var fixture = new TimelineFixture();
        fixture.Wire.Answer(StubHandler.Envelope());

        var report = await fixture.Client.Timeline.DeleteAsync(["A1", "A2"]);

        report.Deleted.Should().HaveCount(2);
        fixture.Wire.Sent[0].Method.Should().Be(HttpMethod.Delete);
        fixture.Wire.Sent[0].Body.Should().Be("""{"records":[{"activityId":"A1"},{"activityId":"A2"}]}""");
    }

    [Fact]
    public void Attendees_survive_JSON()
    {
        var activity = TimelineFixture.Activity();
        activity.InternalAttendeeEmails = ["a@example.test", "b@example.test"];

        var copy = System.Text.Json.JsonSerializer.Deserialize<TimelineActivity>(System.Text.Json.JsonSerializer.Serialize(activity))!;

        copy.InternalAttendeeEmails.Should().Equal("a@example.test", "b@example.test");
        copy.Subject.Should().Be(activity.Subject);
    }
}
