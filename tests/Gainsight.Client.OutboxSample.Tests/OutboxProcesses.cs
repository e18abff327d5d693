using System.Diagnostics;
using System.Globalization;
using Outbox;

namespace Gainsight.Client.OutboxSample.Tests;

/// <summary>The sample as processes, with a database of its own and an emulated tenant that outlives them.</summary>
internal sealed class OutboxProcesses : IAsyncDisposable
{
    private const string Key = "outbox";

    private readonly string _name = $"outbox_{Guid.NewGuid():N}";
    private readonly List<Process> _started = [];

    private OutboxProcesses() =>
        Connection = new NpgsqlConnectionStringBuilder(PostgresFactAttribute.Connection) { Database = _name }.ConnectionString;

    public string Connection { get; }

    public NpgsqlDataSource Database { get; private set; } = null!;

    public Uri Tenant { get; private set; } = null!;

    /// <summary>Starts the tenant, with faults if wanted, and creates the database.</summary>
    public static async Task<OutboxProcesses> StartAsync(params string[] tenantArguments)
    {
        var processes = new OutboxProcesses();
        await using (var server = NpgsqlDataSource.Create(PostgresFactAttribute.Connection!))
        {
            await server.ExecuteAsync($"create database {processes._name}", CancellationToken.None);
        }

        processes.Database = await Outbox.Database.OpenAsync(processes.Connection, CancellationToken.None);
        var tenant = processes.Start("src/Gainsight.Client.Emulator.Server", [
            "--port", "0", "--access-key", Key, "--seed", Path.Combine(Repository.Samples, "Outbox", "tenant.json"),
            "--limit", "CallsPerMinute=100000000", "--limit", "CallsPerDay=100000000", .. tenantArguments]);
        processes.Tenant = new((await tenant.StandardOutput.ReadLineAsync())!["Listening on ".Length..]);
        return processes;
    }

    public Process StartApplication(int messages, int seed) => Start("samples/Outbox", ["publish", messages.ToString(CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture)]);

    public Process StartWorker() => Start("samples/Outbox", ["drain", "--yes"]);

    public GainsightClient CreateClient() => new(new() { BaseAddress = Tenant, Credential = new AccessKeyCredential(Key) });

    public Task<long> CountAsync(string sql) => Database.CountAsync(sql, CancellationToken.None);

    /// <summary>Asks ten times a second, because the processes cannot tell.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isTrue, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await isTrue())
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _started)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        await Database.DisposeAsync();
        await using var server = NpgsqlDataSource.Create(PostgresFactAttribute.Connection!);
        await server.ExecuteAsync($"drop database {_name} with (force)", CancellationToken.None);
    }

    /// <summary>A program of the repository, from its own output: the tests' output has other versions of what it needs.</summary>
    public static ProcessStartInfo Program(string project, params IEnumerable<string> arguments)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(Repository.Root, project, "bin", output.Parent!.Name, output.Name, $"{Path.GetFileName(project)}.dll");
        return new("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
    }

    private Process Start(string project, IEnumerable<string> arguments)
    {
        var start = Program(project, arguments);
        start.Environment[Outbox.Database.Variable] = Connection;
        start.Environment["Gainsight__BaseAddress"] = $"{Tenant}";
        start.Environment["Gainsight__AccessKey"] = Key;
        start.Environment["Gainsight__Limits__sync-minute"] = start.Environment["Gainsight__Limits__sync-day"] = "100000000";
        start.Environment["DeadAfter"] = "00:00:02";
        start.Environment["SettleDelay"] = "00:00:01";
        start.Environment["LogLevel"] = "Critical";
        var process = Process.Start(start)!;
        _started.Add(process);
        return process;
    }
}
