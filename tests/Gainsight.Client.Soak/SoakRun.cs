using System.Diagnostics;
using System.Globalization;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.Soak;

/// <summary>Serves a tenant, lets worker processes write to it, kills some of them, and compares the tenant with what they were told.</summary>
internal sealed class SoakRun(SoakSettings settings) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gainsight-soak-");
    private readonly GainsightEmulator _emulator = new(new GainsightEmulatorOptions { Seed = settings.Seed });

    public async Task<SoakResult> RunAsync()
    {
        var limits = _emulator.Limits;
        limits.CallsPerMinute = limits.CallsPerDay = limits.TimelineSavesPerMinute = limits.TimelineBulkCallsPerHour = limits.SuccessPlanCallsPerMinute = int.MaxValue;
        limits.UserCallsPerHour = limits.UserCallsPerDay = int.MaxValue;
        _emulator.Requests.Capacity = int.MaxValue;
        _emulator.Object("Company").Insert(("Name", Workloads.Company));
        var seeded = TenantCheck.RowsOf(_emulator);
        var faults = FaultMix.AddTo(_emulator, settings);
        var server = await EmulatorServer.StartAsync(_emulator).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            var until = DateTimeOffset.UtcNow + settings.Duration;
            var kills = await Task.WhenAll(Enumerable.Range(0, settings.Processes).Select(process => RunProcessAsync(process, server.BaseAddress, until))).ConfigureAwait(false);
            await Task.Delay(2 * SoakSettings.LateCommitDelay).ConfigureAwait(false);
            var result = TenantCheck.Compare(_emulator, Enumerable.Range(0, settings.Processes).Select(process => Journal.Read(JournalOf(process))), seeded);
            return result with
            {
                Calls = _emulator.Requests.Count,
                Kills = kills.Sum(),
                Faults = faults.ToDictionary(FaultMix.NameOf, fault => fault.Fired),
            };
        }
    }

    public void Dispose()
    {
        _emulator.Dispose();
        _folder.Delete(recursive: true);
    }

    private string JournalOf(int process) => Path.Combine(_folder.FullName, $"{process}.jsonl");

    /// <summary>Runs a worker, kills it now and then, and starts it again. Returns how often it was killed.</summary>
    private async Task<int> RunProcessAsync(int process, Uri address, DateTimeOffset until)
    {
        var random = new Random((settings.Seed * 17) + process);
        for (var run = 0; ; run++)
        {
            var arguments = new List<string> { "worker", address.ToString(), $"p{process}.r{run}", JournalOf(process) };
            arguments.Add((settings.Seed + (1000 * process) + run).ToString(CultureInfo.InvariantCulture));
            arguments.Add(until.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
            arguments.Add(settings.Workload);
            using var worker = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { Environment = { ["GAINSIGHT_SOAK_KEY"] = _emulator.AccessKey } })!;
            var life = TimeSpan.FromSeconds(random.Next(8, 30));
            using var killing = new CancellationTokenSource(life);
            try
            {
                await worker.WaitForExitAsync(DateTimeOffset.UtcNow + life < until ? killing.Token : CancellationToken.None).ConfigureAwait(false);
                return worker.ExitCode == 0 ? run : throw new InvalidOperationException($"Worker {process} ended with {worker.ExitCode}.");
            }
            catch (OperationCanceledException)
            {
                worker.Kill();
                await worker.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            }

            await Task.Delay(2 * SoakSettings.LateCommitDelay).ConfigureAwait(false);
        }
    }
}
