using System.Net;
using System.Text.Json.Nodes;

namespace Gainsight.Client.Emulator.Tests;

public sealed class TimelineSaveTests
{
    [Fact]
    public async Task A_saved_activity_returns_its_id_under_its_external_id()
    {
        using var tenant = new Tenant();
        var company = tenant.Acme();

        var answer = await tenant.SaveAsync(TimelineCalls.Note("ext-1"));

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Json.EnumerateObject().Select(member => member.Name).Should().Equal("result", "data", "message", "additionalInfo", "requestId");
        var id = answer.Success("ext-1").Single();
        id.Should().HaveLength(36).And.StartWith("1I00");
        var row = tenant.Activities().Rows.Single();
        (row["ActivityId"], row["GsCompanyId"], row["Subject"], row["ReportingCategory"], row["NotesPlainText"], row["UserEmail"]).Should().Be(
            (id, company, "Quarterly note", "Update", "All well", "rhea@northwind.example"));
        row["ActivityDate"].Should().Be(new DateTimeOffset(2026, 3, 4, 17, 15, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Invalid_records_fail_under_their_ids_and_valid_ones_are_written()
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();

        var answer = await tenant.SaveAsync(
            TimelineCalls.Note("good"),
            TimelineCalls.Note("no-context").Without("ContextName"),
            TimelineCalls.Note("two").Without("Subject").Without("Notes"));

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Result.Should().BeTrue();
        answer.Keys("success").Should().Equal("good");
        answer.Keys("failures").Should().Equal("no-context", "two");
        answer.Failures("two").Should().Equal("GS_TL_10_0206", "GS_TL_10_0206");
        answer.Data.GetProperty("failures").GetProperty("no-context").GetRawText().Should().Be(
            """[{"errorCode":"GS_TL_10_0206","Message":"Activity context name missing"}]""");
        tenant.Activities().Count.Should().Be(1);
    }

    public static TheoryData<string, string?, string> BadFields => new()
    {
        { "ContextName", "\"Galaxy\"", "GS_TL_10_0213" },
        { "TypeName", "\"Siege\"", "GS_TL_10_0213" },
        { "companyName", "\"Nobody Inc\"", "GS_TL_10_0213" },
        { "Author", "\"nobody@example.com\"", "GS_TL_10_0213" },
        { "internalAttendees", "[\"tomas@northwind.example\",\"nobody@example.com\"]", "GS_TL_10_0213" },
        { "GsCompanyId", "\"1P02DEMO00000000000000000000000000A1\"", "GS_TL_10_0213" },
        { "Subject", "\"\"", "GS_TL_10_0206" },
        { "Subject", $"\"{new string('s', 256)}\"", "GSOBJ_1001" },
        { "Notes", null, "GS_TL_10_0206" },
        { "ActivityDate", "\"yesterday\"", "GSOBJ_1005" },
        { "Ant__CustomNumber__c", "\"12\"", "GSOBJ_1008" },
        { "Ant__CustomDropdown__c", "\"Enormous\"", "GSOBJ_1012" },
        { "Ant__Nothing__c", "1", "GSOBJ_1002" },
        { "CustomNumber__gc", "1", "GSOBJ_1002" },
        { "LastModifiedDate", "\"2026-01-01T00:00:00Z\"", "GSOBJ_1002" },
    };

    [Theory]
    [MemberData(nameof(BadFields))]
    public async Task A_bad_field_fails_its_record(string field, string? json, string code)
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();
        var note = TimelineCalls.Note("bad");
        note = field == "GsCompanyId" ? note.Without("companyName") : note;

        var answer = await tenant.SaveAsync(note.Set(field, json is null ? null : JsonNode.Parse(json)));

        answer.Failures("bad").Should().Contain(code);
        tenant.Activities().Count.Should().Be(0);
    }

    [Fact]
    public async Task An_external_id_stays_in_use_even_after_a_delete()
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();

        var both = await tenant.SaveAsync(TimelineCalls.Note("ext-1"), TimelineCalls.Note("ext-1"));
        var again = await tenant.SaveAsync(TimelineCalls.Note("ext-1"));
        _ = tenant.Activities().Delete(tenant.Activities().Rows.Single().Gsid);
        var afterwards = await tenant.SaveAsync(TimelineCalls.Note("ext-1"));

        (both.Success("ext-1").Count, both.Failures("ext-1").Single()).Should().Be((1, "GS_TL_10_0207"));
        again.Failures("ext-1").Should().Equal("GS_TL_10_0207");
        afterwards.Failures("ext-1").Should().Equal("GS_TL_10_0207");
        tenant.Activities().Count.Should().Be(0);
    }

    [Fact]
    public async Task A_duplicate_may_return_the_existing_activity()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.DuplicateActivity = DuplicateActivityForm.Echo;
        _ = tenant.Acme();
        var id = await tenant.SavedIdAsync(TimelineCalls.Note("ext-1"));

        var again = await tenant.SaveAsync(TimelineCalls.Note("ext-1", "Subject", "Another"));

        again.Success("ext-1").Should().Equal(id);
        tenant.Activities().Rows.Single()["Subject"].Should().Be("Quarterly note");
    }

    [Fact]
    public async Task Attendees_are_written_as_a_list_and_read_as_a_text_with_a_row_for_each()
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();

        var id = await tenant.SavedIdAsync(
            TimelineCalls.Note("ext-1", "internalAttendees", new JsonArray("rhea@northwind.example", "tomas@northwind.example")));

        var read = await tenant.QueryAsync("Activity_Timeline", """{"select":["internalAttendees","ExternalAttendees","AuthorId__gr.Email"]}""");
        read.Records.Single().GetRawText().Should().Be(
            """{"internalAttendees":"Rhea Lindqvist, Tomas Okafor","ExternalAttendees":null,"AuthorId__gr.Email":"rhea@northwind.example"}""");
        var rows = await tenant.QueryAsync("activity_attendee", $$"""
            {"select":["AttendeeType"],"where":{"expression":"A","conditions":[{"name":"ActivityId","alias":"A","value":["{{id}}"],"operator":"EQ"}]} }
            """);
        rows.Texts("AttendeeType").Should().Equal("INTERNAL", "INTERNAL");
    }

    [Fact]
    public async Task A_custom_field_of_each_type_can_be_written()
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();

        var answer = await tenant.SaveAsync(TimelineCalls.Note("ext-1")
            .Set("Ant__CustomText__c", "text").Set("Ant__CustomNumber__c", 42).Set("Ant__CustomCheckbox__c", true)
            .Set("Ant__CustomDropdown__c", "High").Set("Ant__CustomMultiSelect__c", new JsonArray("Renewal", "Support"))
            .Set("Ant__CustomDate__c", "2026-03-04").Set("Ant__CustomDateTime__c", "2026-03-04T10:15:00.000+0000"));

        answer.Keys("failures").Should().BeEmpty();
        var row = tenant.Activities().Rows.Single();
        (row["Ant__CustomText__c"], row["Ant__CustomNumber__c"], row["Ant__CustomCheckbox__c"]).Should().Be(("text", 42m, true));
    }

    [Theory]
    [InlineData(TimelineAllFailedForm.ResultTrue, HttpStatusCode.OK, true)]
    [InlineData(TimelineAllFailedForm.ResultFalse, HttpStatusCode.OK, false)]
    [InlineData(TimelineAllFailedForm.BadRequest, HttpStatusCode.BadRequest, false)]
    public async Task A_call_that_fails_for_every_record_has_one_of_three_forms(TimelineAllFailedForm form, HttpStatusCode status, bool result)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.TimelineAllFailed = form;

        var answer = await tenant.SaveAsync(TimelineCalls.Note("ext-1"));

        (answer.Status, answer.Result).Should().Be((status, result));
        answer.Failures("ext-1").Should().Equal("GS_TL_10_0213");
        answer.TimelineCode().Should().Be(result ? null : "GS_TL_10_0213");
    }

    [Theory]
    [InlineData(UnkeyedActivityForm.CallRefused, 0)]
    [InlineData(UnkeyedActivityForm.EmptyKey, 1)]
    public async Task A_record_without_external_id_fails_the_call_or_itself(UnkeyedActivityForm form, int written)
    {
        using var tenant = new Tenant();
        tenant.Emulator.Switches.ActivityWithoutExternalId = form;
        _ = tenant.Acme();

        var answer = await tenant.SaveAsync(TimelineCalls.Note("ext-1"), TimelineCalls.Note("x").Without("ExternalId"));

        answer.Result.Should().Be(written > 0);
        tenant.Activities().Count.Should().Be(written);
        (written == 0 ? [answer.TimelineCode()!] : answer.Failures("")).Should().Equal("GS_TL_10_0206");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    public async Task A_call_holds_from_1_to_50_records(int count)
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();

        var answer = await tenant.SaveAsync([.. Enumerable.Range(0, count).Select(i => TimelineCalls.Note($"ext-{i}"))]);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Json.EnumerateObject().Select(member => member.Name).Should().Equal("result", "data", "code", "message", "additionalInfo", "requestId");
        tenant.Activities().Count.Should().Be(0);
    }

    [Fact]
    public async Task Single_saves_have_a_minute_of_their_own_and_say_so()
    {
        using var tenant = new Tenant();
        tenant.Emulator.Limits.CallsPerMinute = 1;
        tenant.Emulator.Limits.TimelineSavesPerMinute = 2;
        _ = tenant.Acme();

        var first = await tenant.SaveAsync(TimelineCalls.Note("a"));
        var second = await tenant.SaveAsync(TimelineCalls.Note("b"));
        var third = await tenant.SaveAsync(TimelineCalls.Note("c"));
        var query = await tenant.QueryAsync("activity_timeline", """{"select":["Gsid"]}""");

        new[] { first.Status, second.Status, third.Status, query.Status }.Should().Equal(
            HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK);
        first.Header("x-ratelimit-limit").Should().Be("2, 50000");
    }

    [Fact]
    public async Task A_record_whose_external_id_is_too_long_fails_under_that_id()
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();
        string id = new('x', 256);

        var answer = await tenant.SaveAsync(TimelineCalls.Note("good"), TimelineCalls.Note(id));

        answer.Keys("failures").Should().Equal(id);
        answer.Failures(id).Should().Equal("GSOBJ_1001");
        answer.Keys("success").Should().Equal("good");
    }

    [Theory]
    [InlineData("internalAttendees")]
    [InlineData("ExternalAttendees")]
    [InlineData("InternalAttendees")]
    public async Task An_attendee_that_does_not_exist_fails_the_activity_however_it_is_named(string field)
    {
        using var tenant = new Tenant();
        _ = tenant.Acme();
        var nobody = field == "internalAttendees" ? "nobody@example.com" : "1P01DEMO00000000000000000000000000A1";
        var rhea = tenant.Users.Rows.Single(row => Equals(row["FirstName"], "Rhea")).Gsid;
        var ines = tenant.Emulator.Object("person").Insert(("Name", "Ines"), ("Email", "ines@brightwater.example"));

        var unknown = await tenant.SaveAsync(TimelineCalls.Note("a", field, new JsonArray(nobody)));
        var known = await tenant.SaveAsync(TimelineCalls.Note("b", "InternalAttendees", new JsonArray(rhea)).Set("ExternalAttendees", new JsonArray(ines)));

        unknown.Failures("a").Should().Equal("GS_TL_10_0213");
        known.Keys("success").Should().Equal("b");
        var row = tenant.Activities().Rows.Single();
        (row["InternalAttendees"], row["ExternalAttendees"]).Should().Be(("Rhea Lindqvist", "Ines"));
    }
}
