using System.Diagnostics;
using System.Globalization;
using Outbox;
using Xunit.Abstractions;

namespace Gainsight.Client.OutboxSample.Tests;

/// <summary>An application and two workers are killed while they work. <c>OUTBOX_RUN="20000 50 1"</c> sets messages, kills and seed.</summary>
public sealed class OutboxKillTests(ITestOutputHelper output)
{
    private static readonly string[] Faults =
    [
        "--fault", "LateCommit,Operation=record.insert,Probability=0.01,CommitDelay=0.5,Seed=1",
        "--fault", "CutAfterCommit,Probability=0.02,Seed=2",
        "--fault", "ServerError,Probability=0.03,Seed=3",
        "--fault", "LatencyAfterCommit,Operation=record.insert,Probability=0.3,Delay=0.3,Seed=4",
        "--fault", "LatencyAfterCommit,Probability=0.9,Delay=0.05,Seed=5",
    ];

    private const string TablesOfWolverine = """
        select count(*) from pg_tables where (schemaname, tablename) in (('outbox', 'wolverine_outgoing_envelopes'), ('outbox', 'wolverine_queue_gainsight'),
            ('outbox_worker', 'wolverine_incoming_envelopes'), ('outbox_worker', 'wolverine_dead_letters'))
        """;

    [PostgresFact]
    public async Task Each_committed_row_is_in_the_tenant_once_after_applications_and_workers_were_killed()
    {
        var run = (Environment.GetEnvironmentVariable("OUTBOX_RUN") ?? "600 5 1").Split(' ').Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        (var messages, var kills, var seed) = (run[0], run[1], run[2]);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1 + kills));
        var elapsed = Stopwatch.StartNew();
        var random = new Random(seed);
        await using var processes = await OutboxProcesses.StartAsync(Faults);
        var application = processes.StartApplication(messages, seed);
        Process[] workers = [processes.StartWorker(), processes.StartWorker()];
        await OutboxProcesses.UntilAsync(async () => await processes.CountAsync(TablesOfWolverine) == 4, limit.Token);
        var killed = new int[3];
        for (var kill = 1; kill <= kills; kill++)
        {
            await OutboxProcesses.UntilAsync(async () => await CommittedAsync() - (await PendingAsync() / 2) >= messages * kill / (kills + 1), limit.Token);
            var victim = random.Next(application.HasExited ? 1 : 0, 3);
            killed[victim]++;
            await KillAsync(victim == 0 ? application : workers[victim - 1]);
            if (victim == 0)
            {
                application = processes.StartApplication((int)Math.Max(0, messages - await CommittedAsync()), seed + kill);
            }
            else
            {
                workers[victim - 1] = processes.StartWorker();
            }
        }

        await application.WaitForExitAsync(limit.Token);
        application.ExitCode.Should().Be(0, await application.StandardError.ReadToEndAsync());
        await OutboxProcesses.UntilAsync(async () => await PendingAsync() == 0, limit.Token);

        (await DifferencesAsync(processes)).Should().BeEmpty();
        var letters = await processes.CountAsync("select count(*) from outbox_worker.wolverine_dead_letters where exception_message = 'GSOBJ_1012 (Stage)'");
        letters.Should().BePositive().And.Be(await processes.CountAsync("select sum(orders) from outbox.customer where stage = 'Orbiting'"));
        (await processes.CountAsync("select count(*) from outbox_worker.wolverine_dead_letters")).Should().Be(letters);
        output.WriteLine($"{await CommittedAsync()} messages, {await processes.CountAsync("select count(*) from outbox.customer")} customers, {letters} dead letters, kills: {string.Join(" + ", killed)}, {elapsed.Elapsed:mm\\:ss}");

        Task<long> CommittedAsync() => processes.CountAsync("select coalesce(sum(orders), 0) from outbox.customer");
        Task<long> PendingAsync() => processes.Database.PendingAsync(limit.Token);
    }

    private static async Task KillAsync(Process process)
    {
        process.Kill();                                      // SIGKILL
        await process.WaitForExitAsync();
    }

    /// <summary>What the tenant has otherwise than the application's table: lost, doubled, of an older state, or of nobody.</summary>
    private static async Task<List<string>> DifferencesAsync(OutboxProcesses processes)
    {
        using var gainsight = processes.CreateClient();
        var companies = await gainsight.Companies.Query().Select(CustomerChangedHandler.Key, CompanyFields.Name, CompanyFields.Arr).ToListAsync();
        var left = companies.Select(company => $"{company.Get(CustomerChangedHandler.Key)} {company.Name} {company.Arr:0}").ToList();
        List<string> differences = [];
        await using var command = processes.Database.CreateCommand("select concat(id, ' ', name, ' ', revenue) from outbox.customer where stage <> 'Orbiting'");
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            if (!left.Remove(rows.GetString(0)))
            {
                differences.Add($"Not in the tenant: {rows.GetString(0)}");
            }
        }

        return [.. differences, .. left.Select(company => $"Too much in the tenant: {company}")];
    }
}
