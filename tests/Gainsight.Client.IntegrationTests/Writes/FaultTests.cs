using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class FaultTests
{
    private const int Count = 120;

    public static TheoryData<FaultKind, string> EveryFaultOnEveryWrite
    {
        get
        {
            var cases = new TheoryData<FaultKind, string>();
            foreach (var kind in Enum.GetValues<FaultKind>())
            {
                foreach (var operation in (string[])[EmulatorOperations.Insert, EmulatorOperations.Update, EmulatorOperations.Delete, "upsert"])
                {
                    if (kind is not (FaultKind.SlowObject or FaultKind.ExpiredToken))
                    {
                        cases.Add(kind, operation);
                    }
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(EveryFaultOnEveryWrite))]
    public async Task A_fault_neither_duplicates_nor_loses_a_row(FaultKind kind, string operation)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = operation == EmulatorOperations.Insert ? [] : tenant.Seed(operation == "upsert" ? Count / 2 : Count);
        var gainsight = ClientFor(tenant, kind);

        // Longer than an attempt may take, so a slow answer is a lost answer.
        var fault = tenant.Emulator.Faults.Add(new Fault(kind)
        {
            Operation = operation == "upsert" ? EmulatorOperations.Insert : operation,
            Skip = 1,
            Count = 1,
            Delay = TimeSpan.FromMinutes(3),
        });

        if (operation == EmulatorOperations.Delete)
        {
            var deletes = await gainsight.Companies.DeleteAsync(gsids);
            deletes.Deleted.Should().HaveCount(Count);
            tenant.Companies.Count.Should().Be(0);
        }
        else
        {
            var rows = Rows.Companies(Count);
            var report = operation switch
            {
                EmulatorOperations.Insert => await gainsight.Companies.InsertAsync(rows),
                EmulatorOperations.Update => await gainsight.Companies.UpdateAsync(rows, CompanyFields.Name),
                _ => await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name),
            };

            tenant.Names().Should().OnlyHaveUniqueItems();
            if (operation == EmulatorOperations.Insert)
            {
                ShouldBeTrue(tenant, report);
                report.Unknown.Should().HaveCountLessThanOrEqualTo(50);
                tenant.Calls(EmulatorOperations.Insert).Should().BeLessThanOrEqualTo(kind == FaultKind.Throttle ? 4 : 3, "a request that may have been processed is not sent again");
            }
            else
            {
                // After a time-out, an insert may still be carried out: it is never sent again.
                var lost = kind is FaultKind.Latency or FaultKind.Respond && operation == "upsert" ? report.Unknown.Count : 0;
                lost.Should().BeLessThanOrEqualTo(50);
                report.Rows.Count(row => row.Succeeded).Should().Be(Count - lost);
                report.Rows.Should().OnlyContain(row => row.Gsid != null || row.Status == RowStatus.Unknown);
                tenant.Companies.Rows.Should().HaveCount(Count - lost).And.OnlyContain(row => (decimal)row["Employees"]! >= 0);
            }
        }

        fault.Fired.Should().Be(1);

        // A caller who gives up may be done before the server notices.
        SpinWait.SpinUntil(() => tenant.Emulator.Requests.CountOf(kind) == 1, TimeSpan.FromSeconds(20)).Should().BeTrue();
    }

    [Fact]
    public async Task Rows_are_sent_again_only_if_a_second_read_after_the_settle_delay_also_finds_none_of_them()
    {
        var delay = TimeSpan.FromSeconds(42);
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterRead) { Operation = EmulatorOperations.Insert, Count = 1 });

        var report = await tenant.CreateClient().Companies.UpsertAsync(Rows.Companies(5), CompanyFields.Name, new WriteOptions { SettleDelay = delay });

        report.Inserted.Should().HaveCount(5);
        RequestLogEntry[] calls = [.. tenant.Emulator.Requests.Snapshot()];
        calls.Select(call => call.Operation).Should().Equal(
            EmulatorOperations.Query, EmulatorOperations.Insert, EmulatorOperations.Query, EmulatorOperations.Query, EmulatorOperations.Insert);
        (calls[3].Time - calls[2].Time).Should().BeGreaterThanOrEqualTo(delay);
        tenant.Companies.Count.Should().Be(5);
    }

    [Theory]
    [InlineData(FaultKind.CutAfterCommit, 1)]
    [InlineData(FaultKind.CutMidBody, 1)]
    [InlineData(FaultKind.ServerErrorAfterCommit, 1)]
    [InlineData(FaultKind.TruncatedJson, 1)]
    [InlineData(FaultKind.MalformedJson, 1)]
    [InlineData(FaultKind.LatencyAfterCommit, 1)]
    [InlineData(FaultKind.CutBeforeRead, 2)]
    [InlineData(FaultKind.CutAfterRead, 2)]
    [InlineData(FaultKind.ServerError, 2)]
    [InlineData(FaultKind.HtmlWith200, 2)]
    public async Task An_upsert_reads_back_after_a_lost_answer_and_sends_only_missing_rows_again(FaultKind kind, int inserts)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.Insert, Count = 1, Delay = TimeSpan.FromMinutes(3) });

        var report = await ClientFor(tenant, kind).Companies.UpsertAsync(Rows.Companies(40), CompanyFields.Name);

        report.Inserted.Should().HaveCount(40).And.OnlyContain(row => Equals(tenant.Companies.Find(row.Gsid!)!["Name"], row.Record.Name));
        tenant.Calls(EmulatorOperations.Insert).Should().Be(inserts);
        tenant.Calls(EmulatorOperations.Query).Should().Be(inserts == 1 ? 2 : 3);
        tenant.Companies.Count.Should().Be(40);
    }

    [Fact]
    public async Task A_second_lost_answer_leaves_the_rows_unknown_unless_they_are_found()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutBeforeRead) { Operation = EmulatorOperations.Insert });

        var report = await tenant.CreateClient().Companies.UpsertAsync(Rows.Companies(10), CompanyFields.Name);

        report.Unknown.Should().HaveCount(10).And.OnlyContain(row => row.Errors[0].Code == RecordErrorCodes.TransportFailure);
        tenant.Calls(EmulatorOperations.Insert).Should().Be(2);
        tenant.Calls(EmulatorOperations.Query).Should().Be(5);
    }

    [Fact]
    public async Task Rows_are_unknown_when_reading_back_fails_as_well()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.Insert, Count = 1 });
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = EmulatorOperations.Query, Skip = 1 });

        var report = await tenant.CreateClient().Companies.UpsertAsync(Rows.Companies(10), CompanyFields.Name);

        report.Unknown.Should().HaveCount(10);
        tenant.Companies.Count.Should().Be(10);
        tenant.Calls(EmulatorOperations.Insert).Should().Be(1);
    }

    [Fact]
    public async Task Rows_whose_keyed_read_keeps_failing_are_not_attempted_and_the_others_are_written()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = EmulatorOperations.Query, Count = 4 });

        var report = await tenant.CreateClient().Companies.UpsertAsync(Rows.Companies(600), CompanyFields.Name);

        report.NotAttempted.Select(row => row.Index).Should().Equal(Enumerable.Range(0, 500).Select(i => (long)i));
        report.NotAttempted.Should().OnlyContain(row => row.Errors.Count > 0);
        report.Inserted.Should().HaveCount(100);
        tenant.Companies.Count.Should().Be(100);
    }

    [Theory]
    [InlineData(FaultKind.CutAfterCommit)]
    [InlineData(FaultKind.CutBeforeRead)]
    public async Task An_insert_is_looked_up_by_the_keys_that_VerifyBy_names(FaultKind kind)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(kind) { Operation = EmulatorOperations.Insert, Count = 1 });

        var report = await tenant.CreateClient().Companies.InsertAsync(
            Rows.Companies(40), new WriteOptions { VerifyBy = CompanyFields.Name });

        report.Inserted.Should().HaveCount(40).And.OnlyContain(row => row.Gsid != null);
        tenant.Companies.Count.Should().Be(40);
    }

    [Fact]
    public async Task An_insert_whose_rows_lack_the_verifying_key_is_not_sent_again()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.Insert });

        var report = await tenant.CreateClient().Companies.InsertAsync(
            Rows.Companies(5), new WriteOptions { VerifyBy = CompanyFields.Industry });

        report.Unknown.Should().HaveCount(5);
        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount(5);
    }

    [Fact]
    public async Task A_row_that_existed_before_does_not_confirm_the_others()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(1);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutBeforeRead) { Operation = EmulatorOperations.Insert });

        var report = await tenant.CreateClient().Companies.InsertAsync(
            Rows.Companies(5), new WriteOptions { VerifyBy = CompanyFields.Name });

        report.Unknown.Should().HaveCount(5, "the row that was there is not ours");
        tenant.Companies.Count.Should().Be(1);
    }

    private static GainsightClient ClientFor(Tenant tenant, FaultKind kind) => tenant.CreateClient(options =>
    {
        if (kind is FaultKind.Latency or FaultKind.LatencyAfterCommit)
        {
            options.InProcess(tenant);
        }
    });

    /// <summary>Checks that the tenant has what the report says about each row.</summary>
    private static void ShouldBeTrue(Tenant tenant, WriteReport<Company> report)
    {
        HashSet<string> names = [.. tenant.Names()];
        report.Inserted.Should().OnlyContain(row => Equals(tenant.Companies.Find(row.Gsid!)!["Name"], row.Record.Name));
        report.Failed.Concat(report.NotAttempted).Should().NotContain(row => names.Contains(row.Record.Name!));
        report.Rows.Should().HaveCount(Count);
    }
}
