using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.Simulation;

/// <summary>Serves a tenant, lets processes call it with a quota store on a real server, kills some of them, and counts what arrived.</summary>
internal static class ProcessRun
{
    public const string KeyVariable = "GAINSIGHT_SIMULATION_KEY";

    public static async Task<ProcessResult> RunAsync(ProcessSettings settings)
    {
        var window = TimeSpan.FromSeconds(settings.WindowSeconds);
        using GainsightEmulator emulator = new(new GainsightEmulatorOptions { ClockOffset = TimeSpan.FromSeconds(-settings.SkewSeconds / 2) });
        emulator.Requests.Capacity = int.MaxValue;
        if (settings.WindowSeconds != 60)
        {
            emulator.Limits.CallsPerMinute = int.MaxValue;
        }

        for (var i = 0; i < 2_000; i++)
        {
            emulator.Object("Company").Insert(("Name", $"Company {i}"));
        }

        var tenant = await EmulatorServer.StartAsync(emulator).ConfigureAwait(false);
        await using var serving = tenant.ConfigureAwait(false);
        var store = await StoreServer.StartAsync(settings.Store).ConfigureAwait(false);
        await using var storing = store.ConfigureAwait(false);
        var processes = Enumerable.Range(0, settings.Processes).Select(i => Start(tenant.BaseAddress, emulator.AccessKey, settings, store.Connection, i)).ToArray();
        try
        {
            // Each process writes a line when its work is done. When its input ends, it stops its work and ends.
            var done = Task.WhenAll(processes.Select(process => process.StandardOutput.ReadLineAsync()));
            await DisturbAsync(settings, store, processes, window).ConfigureAwait(false);
            await done.ConfigureAwait(false);
            foreach (var process in processes)
            {
                process.StandardInput.Close();
            }

            var said = await Task.WhenAll(processes.Select(process => process.StandardOutput.ReadToEndAsync())).ConfigureAwait(false);
            await Task.WhenAll(processes.Select(process => process.WaitForExitAsync())).ConfigureAwait(false);
            var failed = Array.FindIndex(processes, settings.KillProcess ? 1 : 0, process => process.ExitCode != 0);
            if (failed >= 0)
            {
                throw new InvalidOperationException($"Process {failed} ended with {processes[failed].ExitCode}.");
            }

            var requests = emulator.Requests.Snapshot();
            var first = requests[0].Time.Ticks / window.Ticks;
            var calls = requests.CountBy(request => (int)((request.Time.Ticks / window.Ticks) - first)).ToDictionary();
            return new(
                [.. Enumerable.Range(0, calls.Keys.Max() + 1).Select(number => calls.GetValueOrDefault(number))],
                requests.Count(request => request.Status == 429),
                said.Sum(text => int.TryParse(text, NumberStyles.None | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var trips) ? trips : 0),
                IdleTime.Of([.. requests.Select(request => request.Time).Order()], window, ProcessSettings.Limit));
        }
        finally
        {
            foreach (var process in processes)
            {
                process.Kill();
                process.Dispose();
            }
        }
    }

    private static async Task DisturbAsync(ProcessSettings settings, StoreServer store, Process[] processes, TimeSpan window)
    {
        // To a third of the second window: late enough for blocks in hand, early enough for others to use the rest.
        var now = DateTimeOffset.UtcNow;
        var toNext = window - TimeSpan.FromTicks(now.Ticks % window.Ticks);
        if (settings.KillProcess || settings.Leave || settings.ServerAwaySeconds > 0)
        {
            await Task.Delay(toNext + (window / 3)).ConfigureAwait(false);
        }

        if (settings.Leave)
        {
            var leaving = processes[..(settings.Processes / 2)];
            Array.ForEach(leaving, process => process.StandardInput.Close());
            await Task.WhenAll(leaving.Select(process => process.WaitForExitAsync())).ConfigureAwait(false);
        }

        if (settings.ServerAwaySeconds > 0)
        {
            await store.KillAsync().ConfigureAwait(false);
            await Task.Delay(TimeSpan.FromSeconds(settings.ServerAwaySeconds)).ConfigureAwait(false);
            await store.ResumeAsync().ConfigureAwait(false);
        }

        if (settings.KillProcess)
        {
            processes[0].Kill();
        }
    }

    private static Process Start(Uri address, string key, ProcessSettings settings, string connection, int number)
    {
        var skew = settings.Processes == 1 ? 0 : settings.SkewSeconds * ((2.0 * number / (settings.Processes - 1)) - 1);
        string[] arguments =
        [
            typeof(ProcessRun).Assembly.Location, "worker", address.ToString(), JsonSerializer.Serialize(settings), connection,
            (settings.Calls / settings.Processes).ToString(CultureInfo.InvariantCulture), skew.ToString(CultureInfo.InvariantCulture),
        ];
        return Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, Environment = { [KeyVariable] = key } })!;
    }
}
