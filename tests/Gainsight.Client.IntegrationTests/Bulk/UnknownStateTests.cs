using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.People;
using Gainsight.Client.IntegrationTests.Timeline;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.Bulk;

/// <summary>Jobs in states that no documentation names: accepted five times in a row for every kind of job, then told as unknown, never as failed.</summary>
public sealed class UnknownStateTests
{
    private const string Word = "ARCHIVING";

    [Fact]
    public async Task An_import_goes_on_after_a_state_that_is_not_known()
    {
        await using var tenant = await ImportTests.StartAsync();
        var answers = 0;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (request, status, body) => request.Method == HttpMethod.Get && answers++ < 4
                ? (status, body.Replace("INIT", Word, StringComparison.Ordinal).Replace("IN_PROGRESS", Word, StringComparison.Ordinal).Replace("COMPLETED", Word, StringComparison.Ordinal))
                : null,
        });

        var report = await gainsight.Bulk.ImportAsync("job-1", ImportTests.Csv("Name\nAcme\nBravo\n"));

        (report.Succeeded, report.Failed, report.Unknown, report.StoppedBy).Should().Be((2, 0, 0, null));
        answers.Should().Be(5);
    }

    [Fact]
    public async Task Rows_of_an_import_that_stays_in_a_state_that_is_not_known_are_unknown_and_never_failed()
    {
        await using var tenant = await ImportTests.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.JobEnds) { Operation = EmulatorOperations.ImportSubmit, JobStatus = Word, JobSuccessCount = 1, JobFailureCount = 1 });

        var report = await tenant.CreateClient().Bulk.ImportAsync("job-1", ImportTests.Csv("Name\nAcme\nBravo\n"));

        (report.Succeeded, report.Failed, report.Unknown, report.NextRow).Should().Be((0, 0, 2, 2));
        report.Parts.Single().Status.Should().Be(Word);
        Names(report.StoppedBy, report.Parts.Single().StatusId!);
    }

    [Theory]
    [InlineData("CANCELLED")]
    [InlineData("EXPIRED")]
    public async Task An_import_that_ended_is_told_with_its_state_and_its_counts(string state)
    {
        await using var tenant = await ImportTests.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.JobEnds) { Operation = EmulatorOperations.ImportSubmit, JobStatus = state });

        var report = await tenant.CreateClient().Bulk.ImportAsync("job-1", ImportTests.Csv("Name\nAcme\nBravo\n"));

        (report.Succeeded, report.Failed, report.Unknown).Should().Be((1, 0, 1));
        var failure = report.StoppedBy.Should().BeOfType<GainsightJobException>().Which;
        (failure.JobId, failure.Status).Should().Be((report.Parts.Single().StatusId, state));
    }

    [Theory]
    [InlineData("COMPLETE")]
    [InlineData("SUCCEEDED")]
    [InlineData("Finished")]
    public async Task Every_word_for_a_completed_job_completes_imports_and_exports(string state)
    {
        await using var tenant = await ImportTests.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.JobEnds) { Operation = EmulatorOperations.ImportSubmit, JobStatus = state, JobShare = 1 });
        tenant.Emulator.Faults.Add(new Fault(FaultKind.JobEnds) { Operation = EmulatorOperations.ExportSubmit, JobStatus = state, JobShare = 1 });
        var gainsight = tenant.CreateClient();

        var report = await gainsight.Bulk.ImportAsync("job-1", ImportTests.Csv("Name\nAcme\nBravo\n"));
        var rows = await ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)));

        (report.Succeeded, report.StoppedBy).Should().Be((2, null));
        rows.Should().HaveCount(2);
    }

    [Fact]
    public async Task An_export_that_stays_in_a_state_that_is_not_known_names_the_word_and_the_job()
    {
        await using var tenant = await ImportTests.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"));
        tenant.Emulator.Faults.Add(new Fault(FaultKind.JobEnds) { Operation = EmulatorOperations.ExportSubmit, JobStatus = Word });
        var gainsight = tenant.CreateClient();

        Func<Task> export = () => ListAsync(gainsight.Bulk.ExportAsync(gainsight.Companies.Query().Select(CompanyFields.Name)));

        var failure = (await export.Should().ThrowAsync<GainsightExportException>()).Which;
        Names(failure, failure.Job!.StatusAddress);
    }

    [Fact]
    public async Task Following_an_import_names_the_word_and_the_job_and_tells_of_no_end()
    {
        await using var tenant = await ImportTests.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.JobEnds) { Operation = EmulatorOperations.ImportSubmit, JobStatus = Word });
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
        var gainsight = tenant.CreateClient();
        await gainsight.Bulk.Awaiting(bulk => bulk.ImportAsync("job-1", ImportTests.Csv("Name\nAcme\n"), options, cancellation.Token)).Should().ThrowAsync<OperationCanceledException>();
        var states = new List<JobReport>();

        var follow = () => gainsight.Bulk.FollowImportAsync(id!, new FollowOptions { Progress = new Now<JobReport>(states.Add) });

        Names((await follow.Should().ThrowAsync<GainsightException>()).Which, id!);
        states.Should().OnlyContain(state => !state.HasEnded && !state.IsCompleted);
        states.Count(state => state.Status == Word).Should().Be(5);
    }

    [Fact]
    public async Task People_of_a_batch_that_stays_in_a_state_that_is_not_known_are_looked_up_after_five_answers()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.JobEnds) { Operation = EmulatorOperations.PersonUpsertAsync, JobStatus = Word, JobListsResults = false });

        var report = await tenant.CreateClient().People.UpsertInBatchesAsync(PeopleRows.People(10));

        report.Failed.Should().BeEmpty();
        report.Rows.Count(row => row.Status == RowStatus.Upserted).Should().Be(5, "these are in the tenant");
        report.Unknown.Should().HaveCount(5);
        tenant.Calls(EmulatorOperations.PersonAsyncStatus).Should().BeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public async Task A_batch_of_people_that_is_accepted_with_a_word_for_success_is_followed_to_its_end()
    {
        await using var tenant = await Tenant.StartAsync();
        var posts = 0;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (request, status, body) => request.Method == HttpMethod.Get || posts++ > 0 ? null : (status, body.Replace("\"statusId\":", "\"status\":\"SUCCESS\",\"statusId\":", StringComparison.Ordinal)),
        });
        var people = PeopleRows.People(3);
        people[1].Name = new string('x', 5_000);

        var report = await gainsight.People.UpsertInBatchesAsync(people);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Upserted, RowStatus.Failed, RowStatus.Upserted);
    }

    [Theory]
    [InlineData("PARTIAL_SUCCESS", 1)]
    [InlineData("FAILED", 0)]
    public async Task The_advice_about_an_import_that_was_not_completed_doubles_no_row(string state, int succeeded)
    {
        await using var tenant = await ImportTests.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.JobEnds) { Operation = EmulatorOperations.ImportSubmit, JobStatus = state, JobSuccessCount = succeeded, JobFailureCount = 2 - succeeded });

        var report = await tenant.CreateClient().Bulk.ImportAsync("job-1", ImportTests.Csv("Name\nAcme\nBravo\n"));

        report.StoppedBy!.Message.Should().Contain(succeeded > 0 ? "import only those again that it did not write" : "import the rows of that part again");
    }

    [Fact]
    public async Task Activities_of_a_job_that_stays_in_a_state_that_is_not_known_are_looked_up_after_five_answers()
    {
        await using var tenant = await Activities.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.JobEnds) { Operation = EmulatorOperations.TimelineBulkSave, JobStatus = Word, JobListsResults = false });
        var started = tenant.Clock.GetUtcNow();

        var report = await tenant.CreateClient().Timeline.InsertAsync(Activities.Many(10), TimelineRoute.Bulk, new WriteOptions());

        (report.Inserted.Count, report.Unknown.Count).Should().Be((5, 5));
        tenant.Calls(EmulatorOperations.TimelineBulkSave).Should().Be(1, "the job may still be at work");
        (tenant.Clock.GetUtcNow() - started).Should().BeLessThan(TimeSpan.FromMinutes(30), "it was an hour before");
    }

    private static void Names(GainsightException? failure, string job)
    {
        var known = failure.Should().BeAssignableTo<GainsightJobException>().Which;
        (known.JobId, known.Status).Should().Be((job, Word));
        known.Message.Should().Contain(Word).And.Contain(job).And.Contain("unknown");
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> rows)
    {
        var list = new List<T>();
        await foreach (var row in rows)
        {
            list.Add(row);
        }

        return list;
    }
}
