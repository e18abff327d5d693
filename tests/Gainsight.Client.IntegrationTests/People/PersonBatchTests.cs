using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.People;

public sealed class PersonBatchTests
{
    [Fact]
    public async Task People_are_sent_50_per_call_and_outcomes_have_their_ids()
    {
        await using var tenant = await Tenant.StartAsync();
        var company = tenant.AddCompany("Brightwater");
        var people = PeopleRows.People(120);
        people.ForEach(person => person.Companies.Add(new CompanyPerson { CompanyId = company }));
        var progress = new List<WriteProgress>();

        var report = await tenant.CreateClient().People.UpsertInBatchesAsync(
            people, new WriteOptions { Progress = new Synchronous(progress.Add) });

        report.Upserted.Should().HaveCount(120).And.OnlyContain(row => row.Gsid == tenant.Person(row.Record.Email!).Gsid);
        tenant.Calls(EmulatorOperations.PersonUpsertAsync).Should().Be(3);
        tenant.Calls(EmulatorOperations.PersonAsyncStatus).Should().BeLessThanOrEqualTo(3 * 7, "a job that takes a minute is polled at growing intervals");
        tenant.CompanyPeople().Count.Should().Be(120);
        progress[^1].Should().Match<WriteProgress>(last => last.Done == 120 && last.Total == 120);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Bad_rows_are_identified_whatever_number_the_first_row_has(int first)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.FirstRowNumber = first;
        var people = PeopleRows.People(50);
        people[7]["EmailOptOut"] = "perhaps";
        people[8].Companies.Add(new CompanyPerson { CompanyId = PeopleRows.Nobody });

        var report = await tenant.CreateClient().People.UpsertInBatchesAsync(people);

        report.Failed.Select(row => (row.Index, row.Errors[0].Code, row.Errors[0].Field)).Should()
            .Equal((7, "GSOBJ_VDTBOOL1001", "EmailOptOut"), (8, "GSOBJ_PEOPLE1001", "Company_ID"));
        report.Upserted.Should().HaveCount(48);
        tenant.People().Count.Should().Be(48);
    }

    [Fact]
    public async Task Batches_wait_for_their_hourly_limit_and_never_exceed_it()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.Quota.MaxQueueWait = TimeSpan.FromHours(3));

        var report = await gainsight.People.UpsertInBatchesAsync(PeopleRows.People(700));

        report.Upserted.Should().HaveCount(700);
        report.Elapsed.Should().BeGreaterThan(TimeSpan.FromMinutes(1));
        tenant.Emulator.Requests.Snapshot().Should().OnlyContain(request => request.Status == 200);
        tenant.Calls(EmulatorOperations.PersonUpsertAsync).Should().Be(14);
    }

    [Fact]
    public async Task A_job_that_does_not_end_leaves_its_people_unknown()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Limits.PeopleJobTime = TimeSpan.FromHours(5);

        var report = await tenant.CreateClient().People.UpsertInBatchesAsync(PeopleRows.People(3));

        report.Unknown.Should().HaveCount(3).And.OnlyContain(row => row.RequestId != null && row.Errors[0].Message.Contains("35 minutes", StringComparison.Ordinal));
        report.Elapsed.Should().BeGreaterThan(TimeSpan.FromMinutes(34)).And.BeLessThan(TimeSpan.FromMinutes(38));
    }

    [Theory]
    [InlineData(FaultKind.JobFails)]
    [InlineData(FaultKind.JobIsAborted)]
    public async Task A_job_that_fails_halfway_leaves_people_it_does_not_name_unknown(FaultKind kind)
    {
        await using var tenant = await Tenant.StartAsync();
        _ = tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.PersonUpsertAsync, Count = 1 });

        var report = await tenant.CreateClient().People.UpsertInBatchesAsync(PeopleRows.People(4));

        report.Upserted.Select(row => row.Index).Should().Equal(0, 1);
        report.Unknown.Select(row => row.Index).Should().Equal(2, 3);
        tenant.People().Count.Should().Be(2);
        report.Elapsed.Should().BeLessThan(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task The_client_waits_for_a_job_of_half_an_hour()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Limits.PeopleJobTime = TimeSpan.FromMinutes(30);

        var report = await tenant.CreateClient().People.UpsertInBatchesAsync(PeopleRows.People(3));

        report.Upserted.Should().HaveCount(3);
    }

    [Theory]
    [InlineData(FaultKind.CutAfterCommit, EmulatorOperations.PersonUpsertAsync)]
    [InlineData(FaultKind.Throttle, EmulatorOperations.PersonUpsertAsync)]
    [InlineData(FaultKind.CutBeforeRead, EmulatorOperations.PersonAsyncStatus)]
    [InlineData(FaultKind.HtmlWith200, EmulatorOperations.PersonAsyncStatus)]
    [InlineData(FaultKind.ServerError, EmulatorOperations.PersonAsyncStatus)]
    public async Task A_fault_neither_duplicates_nor_loses_a_person(FaultKind kind, string operation)
    {
        await using var tenant = await Tenant.StartAsync();
        var fault = tenant.Emulator.Faults.Add(new Fault(kind) { Operation = operation, Count = 1 });
        var gainsight = tenant.CreateClient(options => options.Quota.MaxQueueWait = TimeSpan.FromHours(2));

        var report = await gainsight.People.UpsertInBatchesAsync(PeopleRows.People(20));

        report.Upserted.Should().HaveCount(20);
        fault.Fired.Should().Be(1);
        tenant.People().Count.Should().Be(20);
    }

    [Fact]
    public async Task Faults_that_outlast_the_retries_of_one_poll_do_not_end_the_wait()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = EmulatorOperations.PersonAsyncStatus, Count = 9 });

        var report = await tenant.CreateClient().People.UpsertInBatchesAsync(PeopleRows.People(2));

        report.Upserted.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_status_that_cannot_be_read_leaves_the_people_unknown_instead_of_not_attempted()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.RouteOverrides["People.BatchStatus"] = "/v1/nowhere/{id}");

        var report = await gainsight.People.UpsertInBatchesAsync(PeopleRows.People(2));

        report.Unknown.Should().HaveCount(2).And.OnlyContain(row => row.Errors[0].Code == "GS_APIG_1000");
        report.StoppedBy.Should().BeNull();
    }

    [Fact]
    public async Task Cancelling_the_wait_leaves_the_people_of_the_job_unknown()
    {
        await using var tenant = await Tenant.StartAsync();
        using var cancellation = new CancellationTokenSource();
        cancellation.CancelAfterOn(tenant.Clock, TimeSpan.FromSeconds(20));

        Func<Task> write = () => tenant.CreateClient().People.UpsertInBatchesAsync(PeopleRows.People(60), new WriteOptions { MaxConcurrency = 1 }, cancellation.Token);

        var report = (await write.Should().ThrowAsync<WriteCanceledException>()).Which.GetReport<Person>()!;
        report.Unknown.Should().HaveCount(50).And.OnlyContain(row => row.Errors[0].Code == RecordErrorCodes.Canceled);
        report.NotAttempted.Should().HaveCount(10);
    }

    private sealed class Synchronous(Action<WriteProgress> report) : IProgress<WriteProgress>
    {
        public void Report(WriteProgress value) => report(value);
    }
}
