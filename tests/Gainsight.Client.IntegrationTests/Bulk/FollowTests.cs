using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.People;
using Gainsight.Client.IntegrationTests.Timeline;

namespace Gainsight.Client.IntegrationTests.Bulk;

/// <summary>Jobs of Gainsight that another process started.</summary>
public sealed class FollowTests
{
    [Fact]
    public async Task A_job_of_activities_is_followed_by_its_id_by_a_new_client()
    {
        await using var tenant = await Activities.StartAsync();
        var activities = Activities.Many(60);
        activities[12].TypeName = "Séance";
        var id = await StartAndCrashAsync((options, token) => tenant.CreateClient().Timeline.InsertAsync(activities, TimelineRoute.Bulk, options, token));

        var states = new List<JobReport>();
        var job = await tenant.CreateClient().Timeline.FollowAsync(id, new FollowOptions { PollInterval = TimeSpan.FromSeconds(5), Progress = new Now<JobReport>(states.Add) });

        (job.JobId, job.HasEnded, job.IsCompleted, job.Failed).Should().Be((id, true, true, 1L));
        job.Errors.Should().ContainSingle().Which.Row.Should().Be(activities[12].ExternalId);
        tenant.Timeline().Count.Should().Be(59);
        states.Should().HaveCountGreaterThan(1);
        states[0].HasEnded.Should().BeFalse();
        states[^1].Should().BeSameAs(job);
    }

    [Fact]
    public async Task A_batch_of_people_is_followed_by_its_id_by_a_new_client()
    {
        await using var tenant = await Tenant.StartAsync();
        var people = PeopleRows.People(50);
        people[7]["EmailOptOut"] = "perhaps";
        var id = await StartAndCrashAsync((options, token) => tenant.CreateClient().People.UpsertInBatchesAsync(people, options, token));

        var job = await tenant.CreateClient().People.FollowBatchAsync(id);

        (job.HasEnded, job.Failed).Should().Be((true, 1L));
        job.Errors.Should().ContainSingle().Which.Error.Field.Should().Be("EmailOptOut");
        tenant.People().Count.Should().Be(49);
        job.ToString().Should().Be($"{id} COMPLETED");
    }

    [Fact]
    public async Task An_import_is_followed_by_its_status_id_by_a_new_client()
    {
        await using var tenant = await ImportTests.StartAsync();
        string? id = null;
        using var cancellation = new CancellationTokenSource();
        var options = new ImportOptions
        {
            JobStarted = started =>
            {
                id = started;
                cancellation.Cancel();
            },
        };
        await tenant.CreateClient().Bulk.Awaiting(bulk => bulk.ImportAsync("job-1", ImportTests.Csv("Name,Employees\nAcme,12\n,7\n"), options, cancellation.Token))
            .Should().ThrowAsync<OperationCanceledException>();

        var job = await tenant.CreateClient().Bulk.FollowImportAsync(id!);

        (job.JobId, job.IsCompleted, job.Succeeded, job.Failed).Should().Be((id!, true, 1L, 1L));
        tenant.Calls(EmulatorOperations.ImportSubmit).Should().Be(1);
    }

    [Fact]
    public async Task A_job_that_does_not_end_in_time_is_reported_as_it_is()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Limits.JobStep = TimeSpan.FromHours(5);
        var id = await StartAndCrashAsync((options, token) => tenant.CreateClient().Timeline.InsertAsync(Activities.Many(3), TimelineRoute.Bulk, options, token));

        var job = await tenant.CreateClient().Timeline.FollowAsync(id, new FollowOptions { MaxWait = TimeSpan.FromMinutes(3) });

        (job.HasEnded, job.IsCompleted, job.Succeeded).Should().Be((false, false, null));
        job.Status.Should().NotBeNull();
    }

    [Fact]
    public async Task An_unknown_id_is_named()
    {
        await using var tenant = await ImportTests.StartAsync();
        var gainsight = tenant.CreateClient();

        Func<Task>[] follow =
        [
            () => gainsight.Timeline.FollowAsync("nobody-1"), () => gainsight.People.FollowBatchAsync("nobody-1"), () => gainsight.Bulk.FollowImportAsync("nobody-1"),
        ];
        foreach (var each in follow)
        {
            await each.Should().ThrowAsync<GainsightNotFoundException>().WithMessage("*no job 'nobody-1'*");
        }

        var export = new ExportJob { ObjectName = "Company", StatusAddress = "v3/exports/data/bulk/status/nobody-1" };
        await gainsight.Bulk.Awaiting(bulk => bulk.ReadExportAsync<Company>(export).GetAsyncEnumerator().MoveNextAsync().AsTask())
            .Should().ThrowAsync<GainsightNotFoundException>().WithMessage("*no job*nobody-1*");
    }

    [Theory]
    [InlineData(404)]
    [InlineData(400)]
    public async Task A_page_of_a_proxy_does_not_say_that_a_job_is_unknown(int status)
    {
        await using var tenant = await ImportTests.StartAsync();
        var gainsight = tenant.CreateClient();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Status = status, Body = "<html>no such page</html>" });
        var export = new ExportJob { ObjectName = "Company", StatusAddress = "v3/exports/data/bulk/status/job-7" };

        Func<Task>[] follow =
        [
            () => gainsight.Timeline.FollowAsync("job-7"), () => gainsight.People.FollowBatchAsync("job-7"), () => gainsight.Bulk.FollowImportAsync("job-7"),
            () => gainsight.Bulk.ReadExportAsync<Company>(export).GetAsyncEnumerator().MoveNextAsync().AsTask(),
        ];
        foreach (var each in follow)
        {
            (await each.Should().ThrowAsync<GainsightException>()).Which.Message.Should().NotContain("no job");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    public async Task An_id_that_cannot_be_one_is_refused_before_a_call(string id)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        await gainsight.Timeline.Awaiting(timeline => timeline.FollowAsync(id)).Should().ThrowAsync<ArgumentException>();
        await gainsight.People.Awaiting(people => people.FollowBatchAsync(id)).Should().ThrowAsync<ArgumentException>();
        await gainsight.Bulk.Awaiting(bulk => bulk.FollowImportAsync(id)).Should().ThrowAsync<ArgumentException>();

        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_callback_that_throws_stops_the_write_and_costs_no_report()
    {
        await using var tenant = await Activities.StartAsync();
        var options = new WriteOptions { JobStarted = _ => throw new IOException("disk full") };

        var report = await tenant.CreateClient().Timeline.InsertAsync(Activities.Many(3), TimelineRoute.Bulk, options);

        report.Unknown.Should().HaveCount(3);
        report.StoppedBy!.InnerException.Should().BeOfType<IOException>();
    }

    /// <summary>Starts a job, keeps its id, and stops waiting for it, as a process does that ends.</summary>
    private static async Task<string> StartAndCrashAsync<T>(Func<WriteOptions, CancellationToken, Task<WriteReport<T>>> write)
    {
        var id = string.Empty;
        using var cancellation = new CancellationTokenSource();
        var options = new WriteOptions
        {
            JobStarted = started =>
            {
                id = started;
                cancellation.Cancel();
            },
        };
        await write.Awaiting(writing => writing(options, cancellation.Token)).Should().ThrowAsync<WriteCanceledException>();
        return id;
    }
}
