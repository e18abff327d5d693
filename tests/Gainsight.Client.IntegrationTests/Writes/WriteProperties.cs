using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;
using Gainsight.Client.Emulator;
using Gainsight.Client.TestSupport;
using Microsoft.FSharp.Core;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class WriteProperties
{
    private const int Cases = 250;

    private readonly ConcurrentDictionary<FaultKind, int> _fired = new();
    private readonly ConcurrentDictionary<RowStatus, int> _told = new();

    [Fact]
    public async Task Every_row_is_in_the_tenant_exactly_once_or_is_reported()
    {
        // The seed of the whole run. A failing case prints its own numbers, with which it can be repeated alone.
        var config = Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20261120), null)));

        // On a separate thread, because the clock would count a waiting pool thread as working.
        await Task.Factory.StartNew(
            () => Check.One(config, Prop.ForAll(WriteCase.Arbitrary, HoldsFor)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        _fired.Keys.Should().BeEquivalentTo(WriteCase.FaultKinds, "the run must include every kind of fault");
        _told.Keys.Should().BeEquivalentTo(Enum.GetValues<RowStatus>().Except([RowStatus.Upserted]), "a run in which nothing is written proves nothing");
    }

    private void HoldsFor(WriteCase write) => Task.Run(() => RunAsync(write)).GetAwaiter().GetResult();

    private async Task RunAsync(WriteCase write)
    {
        using var clock = new VirtualClock().StartJumping();
        using var emulator = new GainsightEmulator(new GainsightEmulatorOptions { TimeProvider = clock, Seed = write.Seed });
        var companies = emulator.Object("Company");
        var random = new Random(write.Seed);
        List<string> seeded = [.. Enumerable.Range(0, write.Keys).Where(_ => random.Next(100) < write.PresentPercent)
            .Select(i => companies.Insert(("Name", Rows.Name(i)), ("Employees", -1)))];
        HashSet<string> present = [.. companies.Rows.Select(row => (string)row["Name"]!)];
        foreach ((var kind, var percent) in write.Faults)
        {
            emulator.Faults.Add(new Fault(kind) { Probability = percent / 100.0, Delay = TimeSpan.FromMinutes(1 + random.Next(3)) });
        }

        using var handler = new InFlightHandler(clock, emulator.CreateHandler());
        using var gainsight = new GainsightClient(new GainsightClientOptions
        {
            BaseAddress = emulator.BaseAddress,
            Credential = new AccessKeyCredential(emulator.AccessKey),
            TimeProvider = clock,
            PrimaryHandler = handler,
        });

        // One call at a time, so that the faults hit the same calls in every run.
        var options = new WriteOptions { MaxConcurrency = 1, SkipUnchanged = write.Skip, Preflight = write.Preflight };
        if (write.Kind == "delete")
        {
            List<string> gsids = [.. Enumerable.Range(0, seeded.Count == 0 ? 0 : write.Rows).Select(_ => seeded[random.Next(seeded.Count)])];
            CheckDeletes(companies, gsids, await OutcomesAsync(() => gainsight.Companies.DeleteAsync(gsids, options), gsids));
        }
        else
        {
            List<Company> rows = [.. Enumerable.Range(0, write.Rows).Select(i => Row(random, i, write))];
            CheckRows(write, companies, present, await OutcomesAsync(
                () => write.Kind switch
                {
                    "insert" => gainsight.Companies.InsertAsync(rows, options),
                    "update" => gainsight.Companies.UpdateAsync(rows, CompanyFields.Name, options),
                    _ => gainsight.Companies.UpsertAsync(rows, CompanyFields.Name, options),
                },
                rows));
        }

        foreach (var kind in emulator.Requests.Snapshot().Select(entry => entry.Fault).OfType<FaultKind>())
        {
            _fired.AddOrUpdate(kind, 1, (_, count) => count + 1);
        }
    }

    private static Company Row(Random random, int i, WriteCase write)
    {
        // Inserts have no key, so their names must be unique.
        var key = write.Kind == "insert" ? write.Keys + i : random.Next(write.Keys);
        // Some rows have the values of a row that the tenant already has.
        var row = new Company { Name = Rows.Name(key), Employees = random.Next(4) == 0 ? -1 : i };
        if (random.Next(100) < write.BadPercent)
        {
            row.Stage = $"No such stage {random.Next(3)}";
        }

        return row;
    }

    /// <summary>The outcomes. A write that throws has no outcomes.</summary>
    private async Task<IReadOnlyList<RowOutcome<T>>> OutcomesAsync<T>(Func<Task<WriteReport<T>>> write, List<T> rows)
    {
        try
        {
            var report = await write();
            report.Rows.Select(row => row.Record).Should().Equal(rows);
            foreach (var row in report.Rows)
            {
                _told.AddOrUpdate(row.Status, 1, (_, count) => count + 1);
            }

            return report.Rows;
        }
        catch (GainsightException)
        {
            return [.. rows.Select((row, i) => new RowOutcome<T>(i, row, RowStatus.NotAttempted))];
        }
    }

    private static void CheckRows(WriteCase write, EmulatedObject companies, HashSet<string> present, IReadOnlyList<RowOutcome<Company>> outcomes)
    {
        var there = companies.Rows.ToLookup(row => (string)row["Name"]!);
        there.Should().NotContain(rows => rows.Count() > 1, "no row may exist twice");
        foreach (var key in outcomes.GroupBy(row => row.Record.Name!))
        {
            var row = there[key.Key].SingleOrDefault();
            var last = key.Last();
            if (key.Any(outcome => outcome.Succeeded))
            {
                row.Should().NotBeNull("{0} is reported as {1}", key.Key, last.Status);
                key.Should().NotContain(outcome => outcome.Gsid != null && outcome.Gsid != row!.Gsid);
            }
            else if (key.All(outcome => outcome.Status is RowStatus.Failed or RowStatus.NotAttempted))
            {
                var employees = row is null ? "no row" : row["Employees"];
                employees.Should().Be(present.Contains(key.Key) ? -1m : "no row", "{0} was not written", key.Key);
            }

            if (last.Succeeded)
            {
                row!["Employees"].Should().Be((decimal)last.Record.Employees!.Value, "the last row with a key wins");
            }

            key.Should().NotContain(outcome => outcome.Status == RowStatus.Inserted && present.Contains(key.Key));
            (last.Record.Stage is not null && last.Succeeded).Should().BeFalse("a bad row is never accepted");
        }

        there.Select(rows => rows.Key).Should().BeSubsetOf(present.Concat(outcomes.Select(outcome => outcome.Record.Name!)));
        if (write.Kind == "update")
        {
            there.Should().HaveCount(present.Count);
        }
    }

    private static void CheckDeletes(EmulatedObject companies, List<string> gsids, IReadOnlyList<RowOutcome<string>> outcomes)
    {
        foreach (var key in outcomes.GroupBy(row => row.Record))
        {
            var isThere = companies.Find(key.Key) is not null;
            if (key.Any(outcome => outcome.Status == RowStatus.Deleted))
            {
                isThere.Should().BeFalse("{0} is reported as deleted", key.Key);
            }
            else if (key.All(outcome => outcome.Status == RowStatus.NotAttempted))
            {
                isThere.Should().BeTrue("{0} was not attempted", key.Key);
            }
        }

        outcomes.Should().HaveCount(gsids.Count);
    }
}
