using System.Net;
using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.People;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.Timeline;

public sealed class ActivityInsertTests
{
    [Fact]
    public async Task An_activity_is_saved_with_its_author_company_and_attendees_found_by_Gainsight()
    {
        await using var tenant = await Activities.StartAsync();
        var activity = Activities.One("ext-7001");
        activity.InternalAttendeeEmails = ["rhea@northwind.example", "mei@northwind.example"];
        activity["Ant__CustomNumber__c"] = 42;
        activity["Ant__CustomCheckbox__c"] = true;

        var report = await tenant.CreateClient().Timeline.InsertAsync([activity]);

        report.AllSucceeded.Should().BeTrue();
        report.Inserted.Should().ContainSingle();
        var row = tenant.Timeline().Rows.Should().ContainSingle().Which;
        row["ExternalId"].Should().Be("ext-7001");
        row["GsCompanyId"].Should().Be(tenant.Companies.Rows.Single().Gsid);
        row["UserEmail"].Should().Be(Activities.Author);
        row["InternalAttendees"].As<string>().Should().Contain("Rhea Lindqvist").And.Contain("Mei Castellan");
        row["Ant__CustomNumber__c"].Should().Be(42m);
        row["Ant__CustomCheckbox__c"].Should().Be(true);
        ((DateTimeOffset)row["ActivityDate"]!).Should().Be(Activities.Date);
        activity.ActivityId.Should().Be((string)row["ActivityId"]!);
        tenant.Calls(EmulatorOperations.TimelineSave).Should().Be(1);
    }

    [Fact]
    public async Task An_attendee_unknown_to_Gainsight_can_be_left_out()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.AddPerson("ines@brightwater.example");
        tenant.AddPerson("two@brightwater.example");
        tenant.AddPerson("two@brightwater.example");
        TimelineActivity strict = Activities.One("strict"), lenient = Activities.One("lenient"), first = Activities.One("first");
        strict.ExternalAttendeeEmails = lenient.ExternalAttendeeEmails = ["guest@elsewhere.example", "ines@brightwater.example"];
        first.ExternalAttendeeEmails = ["two@brightwater.example"];
        lenient.SetAttendeeLookup(LookupNoMatch.Null);
        first.SetAttendeeLookup(LookupNoMatch.Error, LookupMultiMatch.First);

        var report = await tenant.CreateClient().Timeline.InsertAsync([strict, lenient, first]);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Inserted, RowStatus.Inserted);
        tenant.ExternalIds().Should().Equal("first", "lenient");
        tenant.Emulator.Object("activity_attendee").Rows.Should().HaveCount(2).And.OnlyContain(row => row["ExternalAttendeeGsId"] != null);
    }

    [Theory]
    [InlineData(UnkeyedActivityForm.CallRefused)]
    [InlineData(UnkeyedActivityForm.EmptyKey)]
    public async Task An_external_id_is_generated_if_there_is_none_and_is_set_on_the_record(UnkeyedActivityForm form)
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Switches.ActivityWithoutExternalId = form;
        TimelineActivity[] activities = [Activities.One(), Activities.One("mine"), Activities.One("")];

        var report = await tenant.CreateClient().Timeline.InsertAsync(activities);

        report.Inserted.Should().HaveCount(3);
        activities[1].ExternalId.Should().Be("mine");
        activities.Select(activity => activity.ExternalId).Should().OnlyHaveUniqueItems().And.NotContainNulls();
        tenant.ExternalIds().Should().BeEquivalentTo(activities.Select(activity => activity.ExternalId));
        activities.Select(activity => activity.ActivityId).Should().BeEquivalentTo(tenant.Timeline().Rows.Select(row => (string)row["ActivityId"]!));
    }

    [Fact]
    public async Task A_bad_activity_fails_alone_with_its_reason_and_without_another_call()
    {
        await using var tenant = await Activities.StartAsync();
        var activities = Activities.Many(50);
        activities[7].TypeName = "Séance";
        activities[20].SetCompany("Nobody");
        activities[33].SetAuthor("nobody@northwind.example");

        var report = await tenant.CreateClient().Timeline.InsertAsync(activities);

        report.Inserted.Should().HaveCount(47);
        report.Failed.Select(row => row.Index).Should().Equal(7, 20, 33);
        report.Failed.Should().OnlyContain(row => row.Errors[0].Code == "GS_TL_10_0213" && row.RequestId != null);
        tenant.Calls(EmulatorOperations.TimelineSave).Should().Be(1);
        tenant.Timeline().Count.Should().Be(47);
    }

    [Theory]
    [InlineData(TimelineAllFailedForm.ResultTrue)]
    [InlineData(TimelineAllFailedForm.ResultFalse)]
    [InlineData(TimelineAllFailedForm.BadRequest)]
    public async Task The_outcome_of_each_activity_is_independent_of_the_result_of_the_call(TimelineAllFailedForm form)
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Switches.TimelineAllFailed = form;
        var activities = Activities.Many(3);
        activities.ForEach(activity => activity.TypeName = "Séance");

        var report = await tenant.CreateClient().Timeline.InsertAsync(activities);

        report.Failed.Should().HaveCount(3).And.OnlyContain(row => row.Errors[0].Code == "GS_TL_10_0213");
        tenant.Calls(EmulatorOperations.TimelineSave).Should().Be(1);
    }

    [Fact]
    public async Task An_external_id_that_the_tenant_already_has_fails_with_AlreadyExists()
    {
        await using var tenant = await Activities.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Timeline.InsertAsync(Activities.Many(2));

        var report = await gainsight.Timeline.InsertAsync(Activities.Many(2, first: 1));

        report.Failed.Should().ContainSingle().Which.Errors.Select(error => error.Code).Should().Equal(RecordErrorCodes.AlreadyExists, "GS_TL_10_0207");
        report.Failed[0].Errors[0].Field.Should().Be("ExternalId");
        report.Inserted.Should().ContainSingle().Which.Index.Should().Be(1);
        tenant.Timeline().Count.Should().Be(3);
    }

    [Fact]
    public async Task A_duplicate_external_id_in_the_input_is_saved_once()
    {
        await using var tenant = await Activities.StartAsync();
        TimelineActivity[] activities = [Activities.One("a"), Activities.One("b"), Activities.One("a")];

        var report = await tenant.CreateClient().Timeline.InsertAsync(activities);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Inserted, RowStatus.Failed);
        report.Failed[0].Errors[0].Code.Should().Be(RecordErrorCodes.AlreadyExists);
        tenant.ExternalIds().Should().Equal("a", "b");
    }

    [Fact]
    public async Task Activities_are_sent_50_per_call_and_those_with_attendees_in_separate_calls()
    {
        await using var tenant = await Activities.StartAsync();
        var activities = Activities.Many(130);
        activities.Take(30).ToList().ForEach(activity => activity.InternalAttendeeEmails = [Activities.Author]);

        var report = await tenant.CreateClient().Timeline.InsertAsync(activities);

        report.Inserted.Should().HaveCount(130);
        report.Rows.Select(row => row.Record.ExternalId).Should().Equal(Enumerable.Range(0, 130).Select(Activities.Id));
        tenant.Calls(EmulatorOperations.TimelineSave).Should().Be(3);
        tenant.Timeline().Rows.Count(row => row["InternalAttendees"] is not null).Should().Be(30);
    }

    [Fact]
    public async Task The_outcomes_of_a_stream_of_activities_keep_their_order()
    {
        await using var tenant = await Activities.StartAsync();

        List<RowOutcome<TimelineActivity>> rows = [];
        await foreach (var row in tenant.CreateClient().Timeline.InsertStreamAsync(Activities.Many(120)))
        {
            rows.Add(row);
        }

        rows.Should().HaveCount(120).And.OnlyContain(row => row.Status == RowStatus.Inserted);
        rows.Select(row => row.Index).Should().BeInAscendingOrder();
        tenant.Timeline().Count.Should().Be(120);
    }

    [Fact]
    public async Task Plain_text_is_shown_unchanged()
    {
        await using var tenant = await Activities.StartAsync();
        var activity = Activities.One();
        activity.SetNotesText("Costs < 5 & \"ok\"\r\nnext line");

        await tenant.CreateClient().Timeline.InsertAsync([activity]);

        tenant.Timeline().Rows.Single()["Notes"].Should().Be("<p>Costs &lt; 5 &amp; &quot;ok&quot;<br>next line</p>");
    }

    [Fact]
    public async Task Single_saves_wait_for_their_own_bucket()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Limits.TimelineSavesPerMinute = 2;
        var gainsight = tenant.CreateClient(options => options.Quota.SetLimit("timeline-minute", 2));

        var report = await gainsight.Timeline.InsertAsync(Activities.Many(200), TimelineRoute.Single, new WriteOptions());

        report.Inserted.Should().HaveCount(200);
        var calls = tenant.Emulator.Requests.Snapshot();
        calls.Should().HaveCount(4).And.OnlyContain(call => call.Status == 200);
        calls.GroupBy(call => call.Time.Minute).Should().OnlyContain(minute => minute.Count() == 2);
        gainsight.Quota.Windows.Single(window => window.Name == "sync-minute").Used.Should().Be(0);
        gainsight.Quota.Windows.Single(window => window.Name == "sync-day").Used.Should().Be(4);
    }

    [Fact]
    public async Task A_throttled_save_is_retried_when_its_window_opens()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle) { Operation = EmulatorOperations.TimelineSave, Count = 1 });

        var report = await tenant.CreateClient().Timeline.InsertAsync(Activities.Many(3));

        report.Inserted.Should().HaveCount(3);
        tenant.Emulator.Requests.Snapshot().Select(call => call.Status).Should().Equal(429, 200);
        tenant.Timeline().Count.Should().Be(3);
    }

    [Theory]
    [InlineData("Author", "nobody@northwind.example")]
    [InlineData("AuthorId", "nobody@northwind.example")]
    [InlineData("companyName", "Nope")]
    [InlineData("GsCompanyId", "Nope")]
    [InlineData("internalAttendees", "absent@northwind.example")]
    [InlineData("ExternalAttendees", "gone@example.com")]
    public async Task A_refusal_that_names_the_key_or_the_target_of_a_lookup_fails_only_the_activity_that_sent_it(string field, string value)
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Object("person").Insert(("Email", "ada@example.com"), ("Name", "Ada"));
        var activities = Activities.Many(50);
        foreach (var activity in activities)
        {
            activity.InternalAttendeeEmails = [Activities.Author];
            activity.ExternalAttendeeEmails = ["ada@example.com"];
        }

        activities[8].SetAuthor("nobody@northwind.example");
        activities[8].SetCompany("Nope");
        activities[8].InternalAttendeeEmails = [Activities.Author, "absent@northwind.example"];
        activities[8].ExternalAttendeeEmails = ["gone@example.com"];
        Intercept? wire = null;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = wire = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, _, _) => wire!.Sent.Last().Body.Contains(value, StringComparison.Ordinal)
                ? (HttpStatusCode.BadRequest, $$$"""{"result":false,"errorCode":"GS_TL_10_0213","requestId":"r","data":{"errors":[{"errorCode":"GS_TL_10_0213","errorMessage":"No match.","fieldName":"{{{field}}}","invalidValue":"{{{value}}}"}]}}""")
                : null,
        });

        var report = await gainsight.Timeline.InsertAsync(activities);

        report.Rows[8].Should().Match<RowOutcome<TimelineActivity>>(row => row.Status == RowStatus.Failed && row.Errors[0].Field == field);
        wire!.Sent.Should().HaveCount(2);
        activities.Count(activity => wire.Sent.Last().Body.Contains(activity.ExternalId!, StringComparison.Ordinal)).Should().Be(49, "the others are sent again");
    }
}
