using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Timeline;

namespace Gainsight.Client.IntegrationTests.Writes.Journal;

/// <summary>A write that was killed goes on from its journal. No row is written twice, and none is lost.</summary>
public sealed class JournalResumeTests : IDisposable
{
    private const int Count = 230;

    private readonly string _path = Path.GetTempFileName();

    public JournalResumeTests() => File.Delete(_path);

    public void Dispose() => File.Delete(_path);

    [Theory]
    [CombinatorialKills]
    public async Task A_killed_upsert_goes_on_and_every_row_is_in_the_tenant_once(int call, bool isCarriedOut)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(30);
        await KillAsync(tenant, call, isCarriedOut, "/v1/data/objects/Company", (companies, options) => companies.UpsertAsync(Rows.Companies(Count), CompanyFields.Name, options));
        var updates = tenant.Calls(EmulatorOperations.Update);

        WriteReport<Company> report;
        using (var journal = WriteJournal.Open(_path))
        {
            (journal.Written + journal.InDoubt).Should().BeLessThanOrEqualTo(Count);
            report = await Client(tenant).Companies.UpsertAsync(Rows.Companies(Count), CompanyFields.Name, new WriteOptions { Journal = journal, SkipUnchanged = true });
        }

        report.AllSucceeded.Should().BeTrue(string.Join(Environment.NewLine, report.Unsuccessful.Take(3)));
        tenant.Names().Should().Equal(Rows.Companies(Count).Select(company => company.Name));
        tenant.Companies.Rows.Should().OnlyContain(row => Equals(row["Name"], Rows.Name(Convert.ToInt32(row["Employees"]))));
        (tenant.Calls(EmulatorOperations.Update) - updates).Should().BeLessThanOrEqualTo(1);
        await NothingIsLeftAsync(tenant);
    }

    [Theory]
    [CombinatorialKills]
    public async Task A_killed_insert_looks_up_the_rows_of_unknown_fate_by_the_keys_to_verify_by(int call, bool isCarriedOut)
    {
        await using var tenant = await Tenant.StartAsync();
        await KillAsync(tenant, call, isCarriedOut, "/v1/data/objects/Company", (companies, options) => companies.InsertAsync(Rows.Companies(Count), options));

        using var journal = WriteJournal.Open(_path);
        var options = new WriteOptions { Journal = journal, VerifyBy = CompanyFields.Name };
        var report = await Client(tenant).Companies.InsertAsync(Rows.Companies(Count), options);

        report.Inserted.Should().HaveCount(Count);
        report.Rows.Select(row => row.Gsid).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(tenant.Companies.Rows.Select(row => row.Gsid));
        tenant.Names().Should().Equal(Rows.Companies(Count).Select(company => company.Name));
    }

    [Theory]
    [CombinatorialKills]
    public async Task A_killed_insert_without_such_keys_leaves_the_rows_of_unknown_fate_unknown(int call, bool isCarriedOut)
    {
        await using var tenant = await Tenant.StartAsync();
        await KillAsync(tenant, call, isCarriedOut, "/v1/data/objects/Company", (companies, options) => companies.InsertAsync(Rows.Companies(Count), options));
        WriteReport<Company> report;
        using (var journal = WriteJournal.Open(_path))
        {
            report = await Client(tenant).Companies.InsertAsync(Rows.Companies(Count), new WriteOptions { Journal = journal });
            report.Unknown.Should().HaveCount((int)journal.InDoubt).And.HaveCountLessThanOrEqualTo(4 * 50);
        }

        report.Unknown.Should().NotBeEmpty().And.OnlyContain(row => row.Errors[0].Message.Contains("VerifyBy"));
        report.Inserted.Should().HaveCount(Count - report.Unknown.Count);
        tenant.Names().Should().OnlyHaveUniqueItems();
        using var again = WriteJournal.Open(_path);
        (again.Written, again.InDoubt).Should().Be((report.Inserted.Count, report.Unknown.Count));
    }

    [Fact]
    public async Task A_read_that_fails_when_a_killed_insert_goes_on_leaves_its_rows_in_doubt()
    {
        await using var tenant = await Tenant.StartAsync();
        await KillAsync(tenant, call: 1, isCarriedOut: true, "/v1/data/objects/Company", (companies, options) => companies.InsertAsync(Rows.Companies(50), options));
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = EmulatorOperations.Describe, Status = 500 });
        using (var journal = WriteJournal.Open(_path))
        {
            var failed = await Client(tenant).Companies.InsertAsync(Rows.Companies(50), new WriteOptions { Journal = journal, Preflight = true });
            failed.Unknown.Should().HaveCount(50);
        }

        tenant.Emulator.Faults.Clear();
        using var again = WriteJournal.Open(_path);
        var report = await Client(tenant).Companies.InsertAsync(Rows.Companies(50), new WriteOptions { Journal = again, Preflight = true, VerifyBy = CompanyFields.Name });

        report.Inserted.Should().HaveCount(50);
        tenant.Names().Should().Equal(Rows.Companies(50).Select(company => company.Name));
    }

    [Fact]
    public async Task A_killed_update_sends_only_the_rows_whose_outcome_is_not_noted()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(Count);
        await KillAsync(tenant, call: 3, isCarriedOut: true, "/v1/data/objects/Company", (companies, options) => companies.UpdateAsync(Rows.Companies(Count), CompanyFields.Name, options), 1);
        using var journal = WriteJournal.Open(_path);
        var written = journal.Written;

        var report = await Client(tenant).Companies.UpdateAsync(Rows.Companies(Count), CompanyFields.Name, new WriteOptions { Journal = journal, SkipUnchanged = true });

        (written, journal.InDoubt).Should().Be((100, 50));
        report.AllSucceeded.Should().BeTrue();
        (report.Updated.Count, report.Unchanged.Count).Should().Be((180, 50));
        tenant.Companies.Rows.Should().OnlyContain(row => Equals(row["Name"], Rows.Name(Convert.ToInt32(row["Employees"]))));
    }

    [Theory]
    [InlineData(TimelineRoute.Single, false)]
    [InlineData(TimelineRoute.Single, true)]
    [InlineData(TimelineRoute.Bulk, true)]
    public async Task Activities_of_unknown_fate_whose_generated_id_the_journal_does_not_have_are_not_sent_again(TimelineRoute route, bool isCarriedOut)
    {
        await using var tenant = await Activities.StartAsync();
        static List<TimelineActivity> WithoutIds() => [.. Enumerable.Range(0, 60).Select(i =>
        {
            var activity = Activities.One();
            activity.Subject = $"Call {i}";
            return activity;
        })];
        using (var first = WriteJournal.Open(_path))
        {
            var path = route == TimelineRoute.Bulk ? "/v1/ant/es/activity/bulk" : "/v1/ant/es/activity";
            await Client(tenant, new KillSwitch(tenant, first, 1, isCarriedOut, path)).Timeline.InsertAsync(WithoutIds(), route, new WriteOptions { Journal = first, MaxConcurrency = 1 });
        }

        using var journal = WriteJournal.Open(_path);
        var inDoubt = (int)journal.InDoubt;
        var report = await Client(tenant).Timeline.InsertAsync(WithoutIds(), route, new WriteOptions { Journal = journal });

        inDoubt.Should().BePositive();
        report.Unknown.Should().HaveCount(inDoubt).And.OnlyContain(row => row.Record.ExternalId == null);
        report.Inserted.Should().HaveCount(60 - inDoubt);
        tenant.Timeline().Rows.Select(row => row["Subject"]).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_journal_on_a_full_disk_stops_the_write_and_nothing_is_told_as_sent()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(120);
        foreach (var isInsert in new[] { true, false })
        {
            using var journal = new WriteJournal(new FullDisk(_path));
            var options = isInsert ? new WriteOptions { Journal = journal, VerifyBy = CompanyFields.Name } : new WriteOptions { Journal = journal };

            var companies = Client(tenant).Companies;
            var write = () => isInsert ? companies.InsertAsync(Rows.Companies(120, first: 500), options) : companies.UpdateAsync(Rows.Companies(120), CompanyFields.Name, options);

            (await write.Should().ThrowAsync<GainsightException>().WithMessage("*journal could not be written*")).WithInnerException<IOException>();
            (tenant.Calls(EmulatorOperations.Insert), tenant.Calls(EmulatorOperations.Update), tenant.Calls(EmulatorOperations.Query)).Should().Be((0, 0, 0));
        }
    }

    [Fact]
    public async Task People_go_on_as_well()
    {
        await using var tenant = await Tenant.StartAsync();
        static List<Person> People() => [.. Enumerable.Range(0, 12).Select(i => new Person { Email = $"p{i}@acme.example", LastName = $"P{i}" })];
        using (var first = WriteJournal.Open(_path))
        {
            var client = Client(tenant, new KillSwitch(tenant, first, 5, isCarriedOut: true, "/v1/peoplemgmt/v1.0/people"));
            await client.People.UpsertAsync(People(), new WriteOptions { Journal = first, MaxConcurrency = 1 });
        }

        using var journal = WriteJournal.Open(_path);
        journal.Written.Should().Be(4);
        journal.InDoubt.Should().Be(1);
        var calls = tenant.Calls(EmulatorOperations.PersonUpsert);
        var report = await Client(tenant).People.UpsertAsync(People(), new WriteOptions { Journal = journal, SkipUnchanged = true });

        report.AllSucceeded.Should().BeTrue();
        (tenant.Calls(EmulatorOperations.PersonUpsert) - calls).Should().Be(7);
        tenant.Emulator.Object("Person").Count.Should().Be(12);
    }

    [Fact]
    public async Task A_kill_while_a_call_waits_for_quota_leaves_nothing_in_doubt()
    {
        await using var tenant = await Tenant.StartAsync();
        using (var first = WriteJournal.Open(_path))
        {
            var client = tenant.CreateClient(options =>
            {
                options.InProcess(tenant);
                options.Quota.SetLimit("sync-minute", 3);
            });
            using var cancel = new CancellationTokenSource();
            cancel.CancelAfterOn(tenant.Clock, TimeSpan.FromSeconds(5));
            var write = () => client.Companies.InsertAsync(Rows.Companies(250), new WriteOptions { Journal = first }, cancel.Token);
            await write.Should().ThrowAsync<WriteCanceledException>();
        }

        using var journal = WriteJournal.Open(_path);
        (journal.Written, journal.InDoubt).Should().Be((150, 0));
    }

    [Fact]
    public async Task Rows_are_known_by_their_content_in_any_order_and_equal_rows_are_counted()
    {
        await using var tenant = await Tenant.StartAsync();
        var client = Client(tenant);
        Company[] rows = [new() { Name = "A" }, new() { Name = "B" }, new() { Name = "A" }];
        using (var first = WriteJournal.Open(_path))
        {
            (await client.Companies.InsertAsync(rows, new WriteOptions { Journal = first })).AllSucceeded.Should().BeTrue();
        }

        using var journal = WriteJournal.Open(_path);
        Company[] later = [new() { Name = "A" }, new() { Name = "C" }, new() { Name = "A" }, new() { Name = "A" }, new() { Name = "B" }];
        var report = await client.Companies.InsertStreamAsync(later, new WriteOptions { Journal = journal }).ToListAsync();

        report.Select(row => row.Index).Should().Equal(0, 1, 2, 3, 4);
        report.Should().OnlyContain(row => row.Status == RowStatus.Inserted && row.Gsid != null);
        tenant.Names().Should().Equal("A", "A", "A", "B", "C");
    }

    [Fact]
    public async Task Rows_that_failed_are_tried_again_and_a_journal_of_another_object_or_tenant_skips_nothing()
    {
        await using var tenant = await Tenant.StartAsync();
        Company[] rows = [new() { Name = "A" }, new() { Name = "B", Stage = "Orbiting" }];
        using (var first = WriteJournal.Open(_path))
        {
            (await Client(tenant).Companies.UpsertAsync(rows, CompanyFields.Name, new WriteOptions { Journal = first })).Failed.Should().ContainSingle();
        }

        await using var other = await Tenant.StartAsync();
        using var journal = WriteJournal.Open(_path);
        journal.Written.Should().Be(1);
        var again = await Client(tenant).Companies.UpsertAsync(rows, CompanyFields.Name, new WriteOptions { Journal = journal });
        again.Failed.Should().ContainSingle();
        again.Calls.Should().BePositive();
        (await Client(other).Companies.UpsertAsync([new Company { Name = "A" }], CompanyFields.Name, new WriteOptions { Journal = journal })).Inserted.Should().ContainSingle();
        other.Names().Should().Equal("A");
    }

    [Fact]
    public async Task The_name_of_an_object_in_another_case_is_the_same_object()
    {
        await using var tenant = await Tenant.StartAsync();
        var client = Client(tenant);
        foreach (var name in new[] { "Asset__gc", "asset__gc" })
        {
            using var journal = WriteJournal.Open(_path);
            (await client.Objects(name).InsertAsync([new ObjectRecord { ["Serial_Number__gc"] = "A-1" }], new WriteOptions { Journal = journal })).AllSucceeded.Should().BeTrue();
        }

        tenant.Emulator.Object("Asset__gc").Count.Should().Be(1);
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_stops_the_write_before_a_call_is_sent()
    {
        await using var tenant = await Tenant.StartAsync();
        var journal = WriteJournal.Open(_path);
        journal.Dispose();

        var write = () => Client(tenant).Companies.InsertAsync(Rows.Companies(3), new WriteOptions { Journal = journal });

        (await write.Should().ThrowAsync<GainsightException>()).WithInnerException<ObjectDisposedException>();
        tenant.Companies.Count.Should().Be(0);
    }

    [Fact]
    public async Task Time_left_is_told_at_the_pace_of_this_run()
    {
        await using var tenant = await Tenant.StartAsync();
        using (var first = WriteJournal.Open(_path))
        {
            await Client(tenant).Companies.InsertAsync(Rows.Companies(1000), new WriteOptions { Journal = first });
        }

        tenant.Emulator.Faults.Add(new Fault(FaultKind.Latency) { Operation = EmulatorOperations.Insert, Delay = TimeSpan.FromSeconds(10) });
        using var journal = WriteJournal.Open(_path);
        var told = new List<WriteProgress>();
        var options = new WriteOptions { Journal = journal, MaxConcurrency = 1, Progress = new Listener(told) };
        await Client(tenant).Companies.InsertAsync(Rows.Companies(1200), options);

        told.First(each => each.Done == 1050).EstimatedTimeLeft.Should().BeCloseTo(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Deletes_keep_no_journal()
    {
        await using var tenant = await Tenant.StartAsync();
        using var journal = WriteJournal.Open(_path);

        var delete = () => Client(tenant).Companies.DeleteAsync(["x"], new WriteOptions { Journal = journal });

        await delete.Should().ThrowAsync<ArgumentException>().WithMessage("*keeps no Journal*");
    }

    private static GainsightClient Client(Tenant tenant, HttpMessageHandler? handler = null) => tenant.CreateClient(options =>
    {
        options.InProcess(tenant);
        options.PrimaryHandler = handler ?? options.PrimaryHandler;
    });

    private async Task KillAsync(Tenant tenant, int call, bool isCarriedOut, string path, Func<CompanyClient, WriteOptions, Task<WriteReport<Company>>> write, int maxConcurrency = 4)
    {
        using var journal = WriteJournal.Open(_path);
        try
        {
            await write(Client(tenant, new KillSwitch(tenant, journal, call, isCarriedOut, path)).Companies, new WriteOptions { Journal = journal, MaxConcurrency = maxConcurrency });
        }
        catch (GainsightException)
        {
            // Nobody sees what a process that was killed throws.
        }
    }

    private async Task NothingIsLeftAsync(Tenant tenant)
    {
        using var journal = WriteJournal.Open(_path);
        (journal.Written, journal.InDoubt).Should().Be((Count, 0));
        var report = await Client(tenant).Companies.UpsertAsync(Rows.Companies(Count), CompanyFields.Name, new WriteOptions { Journal = journal });
        (report.Calls, report.AllSucceeded).Should().Be((0, true));
    }

    private sealed class FullDisk(string path) : FileStream(path, FileMode.OpenOrCreate)
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");
    }

    private sealed class Listener(List<WriteProgress> told) : IProgress<WriteProgress>
    {
        public void Report(WriteProgress value) => told.Add(value);
    }

    /// <summary>A kill at each write call, before and after the tenant carried it out.</summary>
    private sealed class CombinatorialKillsAttribute : Xunit.Sdk.DataAttribute
    {
        public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) =>
            from call in Enumerable.Range(1, 4) from isCarriedOut in new[] { false, true } select new object[] { call, isCarriedOut };
    }
}
