using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.Timeline;

/// <summary>Saves whose answer is lost.</summary>
public sealed class ActivityFaultTests
{
    public static TheoryData<FaultKind, DuplicateActivityForm, TimelineRoute> LostAnswers
    {
        get
        {
            var cases = new TheoryData<FaultKind, DuplicateActivityForm, TimelineRoute>();
            foreach (var kind in (FaultKind[])[FaultKind.CutAfterCommit, FaultKind.CutMidBody, FaultKind.ServerErrorAfterCommit, FaultKind.TruncatedJson, FaultKind.CutBeforeRead, FaultKind.CutAfterRead, FaultKind.ServerError, FaultKind.HtmlWith200])
            {
                foreach (var form in Enum.GetValues<DuplicateActivityForm>())
                {
                    cases.Add(kind, form, TimelineRoute.Single);
                    cases.Add(kind, form, TimelineRoute.Bulk);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_save_whose_answer_is_lost_is_retried_and_stored_once(FaultKind kind, DuplicateActivityForm form, TimelineRoute route)
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Switches.DuplicateActivity = form;
        var fault = tenant.Emulator.Faults.Add(new Fault(kind)
        {
            Operation = route == TimelineRoute.Bulk ? EmulatorOperations.TimelineBulkSave : EmulatorOperations.TimelineSave,
            Count = 1,
        });

        var report = await tenant.CreateClient().Timeline.InsertAsync(Activities.Many(60), route, new WriteOptions());

        report.Inserted.Should().HaveCount(60);
        tenant.ExternalIds().Should().Equal(Enumerable.Range(0, 60).Select(Activities.Id));
        fault.Fired.Should().Be(1);
    }

    [Theory]
    [InlineData(DateForm.Iso)]
    [InlineData(DateForm.IsoMilliseconds)]
    [InlineData(DateForm.EpochMilliseconds)]
    [InlineData(DateForm.SpaceSeparated)]
    public async Task A_save_whose_answer_is_lost_is_recognised_by_a_tenant_that_tells_less_of_its_time_than_was_sent(DateForm form)
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Switches.Dates = form;
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerErrorAfterCommit) { Operation = EmulatorOperations.TimelineSave, Count = 1 });
        var activities = Activities.Many(3);
        activities.ForEach(activity => activity.ActivityDate = Activities.Date.AddMilliseconds(651));

        var report = await tenant.CreateClient().Timeline.InsertAsync(activities);

        report.Inserted.Should().HaveCount(3);
        tenant.ExternalIds().Should().HaveCount(3);
    }

    [Theory]
    [InlineData(TimelineRoute.Single)]
    [InlineData(TimelineRoute.Bulk)]
    public async Task A_save_that_may_still_be_carried_out_is_unknown_although_it_is_not_found_and_the_retry_is_refused(TimelineRoute route)
    {
        await using var tenant = await Activities.StartAsync();
        var operation = route == TimelineRoute.Bulk ? EmulatorOperations.TimelineBulkSave : EmulatorOperations.TimelineSave;
        tenant.Emulator.Faults.Add(new Fault(FaultKind.LateCommit) { Operation = operation, Count = 1 });
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = operation, Status = 400, Body = """{"result":false}""" });

        var report = await tenant.CreateClient().Timeline.InsertAsync(Activities.Many(3), route, new WriteOptions());
        tenant.Clock.Advance(TimeSpan.FromMinutes(10));

        report.Unknown.Should().HaveCount(3);
        tenant.ExternalIds().Should().HaveCount(3);
    }

    [Fact]
    public async Task Activities_of_a_job_whose_start_was_not_answered_are_unknown_although_they_are_not_found_and_the_retry_is_refused()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Limits.JobStep = TimeSpan.FromMinutes(2);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.TimelineBulkSave, Count = 1 });
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = EmulatorOperations.TimelineBulkSave, Status = 400, Body = "{\"result\":false}" });

        var report = await tenant.CreateClient().Timeline.InsertAsync(Activities.Many(3), TimelineRoute.Bulk, new WriteOptions());
        tenant.Clock.Advance(TimeSpan.FromMinutes(10));

        report.Unknown.Should().HaveCount(3);
        tenant.ExternalIds().Should().HaveCount(3);
    }

    [Theory]
    [InlineData(DuplicateActivityForm.Failure)]
    [InlineData(DuplicateActivityForm.Echo)]
    public async Task A_generated_external_id_protects_like_one_from_the_caller(DuplicateActivityForm form)
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Switches.DuplicateActivity = form;
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.TimelineSave, Count = 1 });
        var activity = Activities.One();

        var report = await tenant.CreateClient().Timeline.InsertAsync([activity]);

        report.Inserted.Should().ContainSingle();
        tenant.ExternalIds().Should().Equal(activity.ExternalId);
    }

    [Fact]
    public async Task When_every_answer_is_lost_a_read_finds_the_saved_activities()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.TimelineSave });

        var report = await tenant.CreateClient().Timeline.InsertAsync(Activities.Many(5));

        report.Inserted.Should().HaveCount(5).And.OnlyContain(row => tenant.Timeline().Find(row.Gsid!) != null);
        tenant.Timeline().Count.Should().Be(5);
        tenant.Calls(EmulatorOperations.TimelineSave).Should().Be(4);
    }

    [Fact]
    public async Task An_unknown_activity_has_its_generated_id_so_that_it_can_be_sent_again()
    {
        await using var tenant = await Activities.StartAsync();
        var cut = tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.TimelineSave, Count = 4 });
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = EmulatorOperations.Query, Count = 4 });
        var gainsight = tenant.CreateClient();
        var activity = Activities.One();

        var lost = await gainsight.Timeline.InsertAsync([activity]);
        var again = await gainsight.Timeline.InsertAsync([activity]);

        lost.Unknown.Should().ContainSingle();
        cut.Fired.Should().Be(4);
        again.Failed.Should().ContainSingle().Which.Errors[0].Code.Should().Be(RecordErrorCodes.AlreadyExists);
        tenant.ExternalIds().Should().Equal(activity.ExternalId);
    }

    [Fact]
    public async Task A_cancelled_save_leaves_its_rows_unknown_with_their_ids()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.LatencyAfterCommit) { Operation = EmulatorOperations.TimelineSave, Delay = TimeSpan.FromSeconds(60) });
        using var cancellation = new CancellationTokenSource();
        cancellation.CancelAfterOn(tenant.Clock, TimeSpan.FromSeconds(10));
        var activity = Activities.One();

        var canceled = (await FluentActions
            .Awaiting(() => tenant.CreateClient(options => options.InProcess(tenant)).Timeline.InsertAsync([activity], cancellation.Token))
            .Should().ThrowAsync<WriteCanceledException>()).Which;

        canceled.GetReport<TimelineActivity>()!.Unknown.Should().ContainSingle().Which.Record.ExternalId.Should().NotBeNullOrEmpty();
        tenant.ExternalIds().Should().Equal(activity.ExternalId);
    }
}
