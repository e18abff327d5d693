using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Timeline;

public sealed class ActivityUpdateTests
{
    [Theory]
    [InlineData("ExternalId")]
    [InlineData("ActivityId")]
    [InlineData("Gsid")]
    public async Task An_activity_is_updated_by_each_of_its_ids(string key)
    {
        await using var tenant = await Activities.StartAsync();
        var row = tenant.SeedActivities(3)[1];
        var change = new TimelineActivity { [key] = key == "Gsid" ? row.Gsid : row[key], Subject = "New" };
        change.InternalAttendeeEmails = ["mei@northwind.example"];

        var report = await tenant.CreateClient().Timeline.UpdateAsync([change], (Field)key);

        report.Updated.Should().ContainSingle();
        tenant.Timeline().Rows.Select(each => (string)each["Subject"]!).Should().BeEquivalentTo("Old", "New", "Old");
        var changed = tenant.Timeline().Find(row.Gsid)!;
        changed["Subject"].Should().Be("New");
        changed["Notes"].Should().Be("old");
        changed["InternalAttendees"].Should().Be("Mei Castellan");
        tenant.Calls(EmulatorOperations.TimelineUpdate).Should().Be(1);
    }

    [Fact]
    public async Task An_activity_that_was_saved_can_be_updated_with_the_same_record()
    {
        await using var tenant = await Activities.StartAsync();
        var gainsight = tenant.CreateClient();
        var activity = Activities.One();
        await gainsight.Timeline.InsertAsync([activity]);

        activity.Subject = "Second thoughts";
        var report = await gainsight.Timeline.UpdateAsync([activity], TimelineActivityFields.ActivityId);

        report.Updated.Should().ContainSingle();
        tenant.Timeline().Rows.Should().ContainSingle().Which["Subject"].Should().Be("Second thoughts");
    }

    [Fact]
    public async Task An_update_that_matches_no_activity_fails_and_the_others_are_written()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.SeedActivities(2);
        List<TimelineActivity> changes = [.. Enumerable.Range(0, 4).Select(i => new TimelineActivity { ExternalId = Activities.Id(i), DurationInMins = 30 })];

        var report = await tenant.CreateClient().Timeline.UpdateAsync(changes, TimelineActivityFields.ExternalId);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Updated, RowStatus.Failed, RowStatus.Failed);
        report.Failed[0].Errors[0].Code.Should().Be("GS_TL_10_0213");
        tenant.Timeline().Rows.Should().OnlyContain(row => Equals(row["DurationInMins"], 30m));
    }

    [Fact]
    public async Task Rows_with_the_same_key_are_merged_and_rows_without_a_change_are_not_sent()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.SeedActivities(2);
        TimelineActivity[] changes =
        [
            new() { ExternalId = Activities.Id(0), Subject = "First", DurationInMins = 5 },
            new() { ExternalId = Activities.Id(1) },
            new() { ExternalId = Activities.Id(0), Subject = "Second" },
        ];

        var report = await tenant.CreateClient().Timeline.UpdateAsync(changes, TimelineActivityFields.ExternalId);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Unchanged, RowStatus.Updated);
        tenant.Timeline().Rows.Single(row => Equals(row["Subject"], "Second"))["DurationInMins"].Should().Be(5m);
        tenant.Calls(EmulatorOperations.TimelineUpdate).Should().Be(1);
    }

    [Theory]
    [InlineData(FaultKind.CutAfterCommit)]
    [InlineData(FaultKind.Throttle)]
    public async Task A_lost_or_throttled_update_is_retried(FaultKind kind)
    {
        await using var tenant = await Activities.StartAsync();
        tenant.SeedActivities(3);
        tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.TimelineUpdate, Skip = 1, Count = 1 });
        List<TimelineActivity> changes = [.. Enumerable.Range(0, 3).Select(i => new TimelineActivity { ExternalId = Activities.Id(i), Subject = "New" })];

        var report = await tenant.CreateClient().Timeline.UpdateAsync(changes, TimelineActivityFields.ExternalId);

        report.Updated.Should().HaveCount(3);
        tenant.Calls(EmulatorOperations.TimelineUpdate).Should().Be(4);
    }

    [Fact]
    public async Task The_outcomes_of_a_stream_of_updates_keep_their_order()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.SeedActivities(20);
        var changes = Enumerable.Range(0, 20).Select(i => new TimelineActivity { ExternalId = Activities.Id(i), Subject = $"New {i}" });

        List<string?> subjects = [];
        await foreach (var row in tenant.CreateClient().Timeline.UpdateStreamAsync(changes, TimelineActivityFields.ExternalId))
        {
            row.Status.Should().Be(RowStatus.Updated);
            subjects.Add(row.Record.Subject);
        }

        subjects.Should().Equal(Enumerable.Range(0, 20).Select(i => $"New {i}"));
    }
}
