namespace Gainsight.Client.IntegrationTests.Timeline;

/// <summary>Activities that are certain to be refused, so no call is made for them.</summary>
public sealed class BadActivityTests
{
    public static TheoryData<string, string> Missing => new()
    {
        { "author", "AuthorId" },
        { "subject", "Subject" },
        { "blank subject", "Subject" },
        { "notes", "Notes" },
        { "type", "TypeName" },
        { "context", "ContextName" },
        { "company", "GsCompanyId" },
        { "relationship", "GsRelationshipId" },
        { "cta", "ContextId" },
        { "plan", "ContextId" },
    };

    [Theory]
    [MemberData(nameof(Missing))]
    public async Task An_activity_without_a_required_field_fails_before_any_call(string what, string field)
    {
        await using var tenant = await Activities.StartAsync();
        var activity = Activities.One();
        Action spoil = what switch
        {
            "author" => () => activity.Unset(TimelineActivityFields.AuthorId),
            "subject" => () => activity.Unset(TimelineActivityFields.Subject),
            "blank subject" => () => activity.Subject = " ",
            "notes" => () => activity.Clear(TimelineActivityFields.Notes),
            "type" => () => activity.TypeName = "",
            "context" => () => activity.Unset(TimelineActivityFields.ContextName),
            "company" => () => activity.Unset(TimelineActivityFields.GsCompanyId),
            "relationship" => () => activity.ContextName = TimelineContexts.Relationship,
            "cta" => () => activity.ContextName = TimelineContexts.Cta,
            _ => () => activity.ContextName = TimelineContexts.SuccessPlan,
        };
        spoil();

        var report = await tenant.CreateClient().Timeline.InsertAsync([activity]);

        var error = report.Failed.Should().ContainSingle().Which.Errors.Should().ContainSingle().Which;
        error.Code.Should().Be(RecordErrorCodes.MissingRequiredField);
        error.Field.Should().Be(field);
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_null_row_and_an_empty_address_fail_before_any_call()
    {
        await using var tenant = await Activities.StartAsync();
        var activity = Activities.One();
        activity.ExternalAttendeeEmails = ["ada@example.com", ""];

        var report = await tenant.CreateClient().Timeline.InsertAsync([null!, activity]);

        report.Failed.Select(row => row.Errors[0].Code).Should().Equal(RecordErrorCodes.NullRow, RecordErrorCodes.InvalidValue);
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task An_invalid_date_fails_alone()
    {
        await using var tenant = await Activities.StartAsync();
        var activities = Activities.Many(3);
        activities[1]["ActivityDate"] = "next week";

        var report = await tenant.CreateClient().Timeline.InsertAsync(activities);

        report.Inserted.Should().HaveCount(2);
        report.Failed.Should().ContainSingle().Which.Errors[0].Field.Should().Be("ActivityDate");
    }

    [Theory]
    [InlineData("Subject")]
    [InlineData("ExternalId,ActivityId")]
    public async Task Activities_are_updated_only_by_keys_that_Gainsight_supports(string keys)
    {
        await using var tenant = await Activities.StartAsync();
        var by = IdentifierKeys.Create([.. keys.Split(',').Select(key => (Field)key)]);

        await FluentActions.Awaiting(() => tenant.CreateClient().Timeline.UpdateAsync([Activities.One("a")], by))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*ExternalId, ActivityId or Gsid*");
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task An_update_without_its_key_fails_before_any_call()
    {
        await using var tenant = await Activities.StartAsync();

        var report = await tenant.CreateClient().Timeline.UpdateAsync(
            [new TimelineActivity { Subject = "New" }], TimelineActivityFields.ExternalId);

        report.Failed.Should().ContainSingle().Which.Errors[0].Code.Should().Be(RecordErrorCodes.MissingKey);
        tenant.Emulator.Requests.Count.Should().Be(0);
    }
}
