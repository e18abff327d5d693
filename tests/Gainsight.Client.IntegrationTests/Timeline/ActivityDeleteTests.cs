using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.Timeline;

public sealed class ActivityDeleteTests
{
    [Fact]
    public async Task Activities_are_deleted_by_their_ids_fifty_a_call_and_an_unknown_id_fails_alone()
    {
        await using Tenant tenant = await Activities.StartAsync();
        List<string> ids = [.. tenant.SeedActivities(61).Select(row => (string)row["ActivityId"]!)];

        WriteReport<string> report = await tenant.CreateClient().Timeline.DeleteAsync([.. ids.Take(60), "1I00NOBODY", ""]);

        report.Deleted.Should().HaveCount(60);
        report.Failed.Select(row => (row.Index, row.Errors[0].Code)).Should().Equal((60, "GS_TL_10_0213"), (61, RecordErrorCodes.MissingKey));
        tenant.Timeline().Rows.Should().ContainSingle();
        tenant.Calls(EmulatorOperations.TimelineDelete).Should().Be(2);
    }

    [Theory]
    [InlineData(FaultKind.CutAfterCommit)]
    [InlineData(FaultKind.CutBeforeRead)]
    [InlineData(FaultKind.Throttle)]
    public async Task A_delete_whose_answer_is_lost_counts_once_the_activity_is_gone(FaultKind kind)
    {
        await using Tenant tenant = await Activities.StartAsync();
        List<string> ids = [.. tenant.SeedActivities(3).Select(row => (string)row["ActivityId"]!)];
        tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.TimelineDelete, Count = 1 });

        WriteReport<string> report = await tenant.CreateClient().Timeline.DeleteAsync(ids);

        report.Deleted.Should().HaveCount(3);
        tenant.Timeline().Count.Should().Be(0);
    }

    [Theory]
    [InlineData(QueryDataForm.RecordsObject)]
    [InlineData(QueryDataForm.BareArray)]
    public async Task What_was_deleted_is_listed_by_time(QueryDataForm form)
    {
        await using Tenant tenant = await Activities.StartAsync();
        tenant.Emulator.Switches.QueryData = form;
        List<EmulatedRow> rows = tenant.SeedActivities(2);
        GainsightClient gainsight = tenant.CreateClient();
        DateTimeOffset before = tenant.Clock.GetUtcNow();
        await gainsight.Timeline.DeleteAsync([(string)rows[0]["ActivityId"]!]);

        IReadOnlyList<DeletedActivity> deleted = await gainsight.Timeline.ListDeletedAsync(before.AddMinutes(-1), before.AddMinutes(1));
        IReadOnlyList<DeletedActivity> earlier = await gainsight.Timeline.ListDeletedAsync(before.AddDays(-1), before.AddMinutes(-1));

        DeletedActivity activity = deleted.Should().ContainSingle().Which;
        activity.ActivityId.Should().Be((string)rows[0]["ActivityId"]!);
        activity.Gsid.Should().Be(rows[0].Gsid);
        activity.ExternalId.Should().Be(Activities.Id(0));
        activity.DeletedOn.Should().BeCloseTo(before, TimeSpan.FromMinutes(1));
        earlier.Should().BeEmpty();
    }

    [Theory]
    [InlineData(ActivityDeleteFormat.Records, """{"records":[{"activityId":"#"}]}""")]
    [InlineData(ActivityDeleteFormat.ActivityIds, """{"activityIds":["#"]}""")]
    [InlineData(ActivityDeleteFormat.Array, """["#"]""")]
    public async Task Deletes_name_activities_in_the_form_that_is_asked_for(ActivityDeleteFormat format, string body)
    {
        await using Tenant tenant = await Activities.StartAsync();
        string id = (string)tenant.SeedActivities(1)[0]["ActivityId"]!;
        Intercept? wire = null;
        GainsightClient gainsight = tenant.CreateClient(options =>
        {
            options.ActivityDeleteFormat = format;
            options.PrimaryHandler = wire = new Intercept(options.PrimaryHandler!);
        });

        WriteReport<string> report = await gainsight.Timeline.DeleteAsync([id]);

        report.Deleted.Should().ContainSingle();
        tenant.Timeline().Count.Should().Be(0);
        wire!.Sent.Should().ContainSingle().Which.Body.Should().Be(body.Replace("#", id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_range_that_ends_before_it_begins_is_refused_before_any_call()
    {
        await using Tenant tenant = await Activities.StartAsync();
        DateTimeOffset now = tenant.Clock.GetUtcNow();

        await FluentActions.Awaiting(() => tenant.CreateClient().Timeline.ListDeletedAsync(now, now.AddDays(-1))).Should().ThrowAsync<ArgumentException>();

        tenant.Emulator.Requests.Count.Should().Be(0);
    }
}
