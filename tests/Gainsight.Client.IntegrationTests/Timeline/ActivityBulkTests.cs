using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Writes;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.IntegrationTests.Timeline;

/// <summary>Activities that are written by background jobs.</summary>
public sealed class ActivityBulkTests
{
    [Theory]
    [InlineData(JobStatusName.JobStatus)]
    [InlineData(JobStatusName.Status)]
    public async Task A_job_is_followed_to_its_end_and_reports_each_activity(JobStatusName name)
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Switches.TimelineJobStatus = name;
        var activities = Activities.Many(300);
        activities[123].TypeName = "Séance";

        var report = await tenant.CreateClient().Timeline.InsertAsync(activities, TimelineRoute.Bulk, new WriteOptions());

        report.Inserted.Should().HaveCount(299).And.OnlyContain(row => row.Record.ActivityId != null);
        report.Failed.Should().ContainSingle().Which.Index.Should().Be(123);
        tenant.Timeline().Count.Should().Be(299);
        tenant.Calls(EmulatorOperations.TimelineBulkSave).Should().Be(1);
        tenant.Calls(EmulatorOperations.TimelineJobStatus).Should().BeInRange(2, 6);
        tenant.Calls(EmulatorOperations.TimelineSave).Should().Be(0);
    }

    [Theory]
    [InlineData(FaultKind.JobFails)]
    [InlineData(FaultKind.JobIsAborted)]
    public async Task The_report_of_an_interrupted_job_says_exactly_what_it_wrote(FaultKind kind)
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.TimelineBulkSave });

        var report = await tenant.CreateClient().Timeline.InsertAsync(Activities.Many(100), TimelineRoute.Bulk, new WriteOptions());

        report.Inserted.Select(row => row.Record.ExternalId).Should().BeEquivalentTo(tenant.ExternalIds());
        report.Inserted.Should().HaveCount(50);
        report.Unknown.Should().HaveCount(50, "an interrupted job does not say of an activity that it was refused").And.OnlyContain(
            row => row.Errors.Count > 0 && row.Errors.All(error => error.Code != "GSOBJ_1011"));
        tenant.Calls(EmulatorOperations.TimelineBulkSave).Should().Be(1, "with twelve calls an hour, none is spent on a retry");
    }

    [Fact]
    public async Task A_few_activities_use_single_calls_and_many_that_would_wait_use_a_job()
    {
        await using var tenant = await Activities.StartAsync();
        using var logs = new Logs();
        var gainsight = tenant.CreateClient(options =>
        {
            options.LoggerFactory = logs;
            options.Quota.SetLimit("timeline-minute", 2);
        });

        await gainsight.Timeline.InsertAsync(Activities.Many(60));
        await gainsight.Timeline.InsertAsync(Activities.Many(400, first: 1000));

        tenant.Timeline().Count.Should().Be(460);
        tenant.Calls(EmulatorOperations.TimelineSave).Should().Be(2);
        tenant.Calls(EmulatorOperations.TimelineBulkSave).Should().Be(1);
        logs.Records.Where(entry => entry.Id == 600).Select(entry => entry.Message).Should().SatisfyRespectively(
            first => first.Should().Contain("Timeline.Save"),
            second => second.Should().Contain("Timeline.BulkSave"));
    }

    [Fact]
    public async Task A_throttled_job_waits_for_its_own_bucket()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Limits.TimelineBulkCallsPerHour = 1;
        var gainsight = tenant.CreateClient(options => options.Quota.SetLimit("timeline-bulk-hour", 1));

        await gainsight.Timeline.InsertAsync(Activities.Many(2), TimelineRoute.Bulk, new WriteOptions());
        var second = await gainsight.Timeline.InsertAsync(Activities.Many(2, first: 2), TimelineRoute.Bulk, new WriteOptions());

        second.Inserted.Should().HaveCount(2);
        second.Elapsed.Should().BeGreaterThan(TimeSpan.FromMinutes(50));
        tenant.Emulator.Requests.Snapshot().Should().OnlyContain(call => call.Status == 200);
    }

    [Fact]
    public async Task Updates_can_use_a_job_too()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.SeedActivities(200);
        List<TimelineActivity> changes = [.. Enumerable.Range(0, 201).Select(i => new TimelineActivity { ExternalId = Activities.Id(i), Subject = $"New {i}" })];

        var report = await tenant.CreateClient().Timeline.UpdateAsync(
            changes, TimelineActivityFields.ExternalId, TimelineRoute.Bulk, new WriteOptions());

        report.Updated.Should().HaveCount(200);
        report.Failed.Should().ContainSingle().Which.Index.Should().Be(200);
        tenant.Timeline().Rows.Select(row => (string)row["Subject"]!).Should().OnlyContain(subject => subject.StartsWith("New ", StringComparison.Ordinal));
        tenant.Calls(EmulatorOperations.TimelineBulkUpdate).Should().Be(1);
    }

    [Theory]
    [InlineData(FaultKind.JobFails)]
    [InlineData(FaultKind.JobIsAborted)]
    public async Task Only_the_activities_that_an_interrupted_update_has_changed_are_reported_as_updated(FaultKind kind)
    {
        await using var tenant = await Activities.StartAsync();
        tenant.SeedActivities(20);
        tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.TimelineBulkUpdate });
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, status, body) => (status, System.Text.RegularExpressions.Regex.Replace(body, "\"failureCount\":\\d+", "\"failureCount\":0")),
        });
        List<TimelineActivity> changes = [.. Enumerable.Range(0, 20).Select(i => new TimelineActivity { ExternalId = Activities.Id(i), Subject = $"New {i}" })];

        var report = await gainsight.Timeline.UpdateAsync(changes, TimelineActivityFields.ExternalId, TimelineRoute.Bulk, new WriteOptions());

        HashSet<string> changed = [.. tenant.Timeline().Rows.Where(row => ((string)row["Subject"]!).StartsWith("New ", StringComparison.Ordinal)).Select(row => (string)row["ExternalId"]!)];
        changed.Should().HaveCountLessThan(20);
        report.Updated.Select(row => row.Record.ExternalId).Should().BeSubsetOf(changed);
        report.Updated.Should().HaveCount(changed.Count);
        report.Unknown.Should().HaveCount(20 - changed.Count);
    }

    [Fact]
    public async Task A_write_that_is_cancelled_while_its_job_runs_leaves_its_activities_unknown_with_their_ids()
    {
        await using var tenant = await Activities.StartAsync();
        using var cancellation = new CancellationTokenSource();
        cancellation.CancelAfterOn(tenant.Clock, TimeSpan.FromSeconds(8));
        var activity = Activities.One();

        var canceled = (await FluentActions
            .Awaiting(() => tenant.CreateClient().Timeline.InsertAsync([activity], TimelineRoute.Bulk, new WriteOptions(), cancellation.Token))
            .Should().ThrowAsync<WriteCanceledException>()).Which;

        canceled.GetReport<TimelineActivity>()!.Unknown.Should().ContainSingle();
        activity.ExternalId.Should().NotBeNull();
        tenant.Calls(EmulatorOperations.TimelineJobStatus).Should().BeInRange(1, 2);
    }

    [Fact]
    public async Task An_id_that_existed_before_fails_although_an_answer_about_the_job_was_lost()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.SeedActivities(1);
        var fault = tenant.Emulator.Faults.Add(new Fault(FaultKind.CutMidBody) { Operation = EmulatorOperations.TimelineJobStatus, Count = 1 });

        var report = await tenant.CreateClient().Timeline.InsertAsync(Activities.Many(3), TimelineRoute.Bulk, new WriteOptions());

        fault.Fired.Should().Be(1);
        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Inserted, RowStatus.Inserted);
        report.Failed[0].Errors[0].Code.Should().Be(RecordErrorCodes.AlreadyExists);
    }

    [Fact]
    public async Task A_job_is_polled_again_when_a_poll_got_no_answer()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = EmulatorOperations.TimelineJobStatus, Count = 6 });

        var report = await tenant.CreateClient().Timeline.InsertAsync(Activities.Many(3), TimelineRoute.Bulk, new WriteOptions());

        report.Inserted.Should().HaveCount(3);
        tenant.Calls(EmulatorOperations.TimelineBulkSave).Should().Be(1);
    }

    [Fact]
    public async Task The_activities_of_a_job_are_looked_up_if_its_state_cannot_be_read()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.JobFails) { Operation = EmulatorOperations.TimelineBulkSave });
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = EmulatorOperations.TimelineJobStatus });

        var report = await tenant.CreateClient().Timeline.InsertAsync(Activities.Many(100), TimelineRoute.Bulk, new WriteOptions());

        tenant.Timeline().Count.Should().Be(50, "the job wrote half of its activities");
        report.Inserted.Select(row => row.Record.ExternalId).Should().BeEquivalentTo(tenant.ExternalIds());
        report.Inserted.Should().OnlyContain(row => tenant.Timeline().Find(row.Gsid!) != null && row.Record.ActivityId != null);
        report.Unknown.Should().HaveCount(50).And.OnlyContain(row => row.Errors.Count > 0);
        tenant.Calls(EmulatorOperations.TimelineBulkSave).Should().Be(1);
    }

    [Fact]
    public async Task A_job_that_does_not_end_leaves_its_activities_unknown_and_sends_none_again()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Limits.JobStep = TimeSpan.FromDays(1);

        var report = await tenant.CreateClient().Timeline.InsertAsync(Activities.Many(3), TimelineRoute.Bulk, new WriteOptions());

        report.Unknown.Should().HaveCount(3).And.OnlyContain(row => row.Errors[0].Message.Contains("ExternalId", StringComparison.Ordinal));
        tenant.Calls(EmulatorOperations.Query).Should().Be(2, "the activities can appear late, so the client reads twice");
        tenant.Calls(EmulatorOperations.TimelineBulkSave).Should().Be(1);
    }
}
