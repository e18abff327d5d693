using System.Diagnostics;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.Benchmarks;

/// <summary>The size of the app that was published to native code, and its time to the first row from an emulator on a loopback socket.</summary>
internal static class NativeApp
{
    private const int Starts = 21;
    private const double Megabyte = 1e6;

    public static async IAsyncEnumerable<Measure> MeasureAsync(string path, bool isTimed)
    {
        using var emulator = new GainsightEmulator();
        await using var server = await EmulatorServer.StartAsync(emulator);
        (var passed, _) = await RunAsync(path, server, emulator);
        yield return passed.StartsWith("AOT smoke passed", StringComparison.Ordinal)
            ? new("9 size of the native app", new FileInfo(path).Length / Megabyte, null, 10.1, "MB")
            : throw new InvalidOperationException($"{path}: {passed}");
        if (!isTimed)
        {
            yield break;
        }

        var times = new double[Starts];
        for (var i = 0; i < Starts; i++)
        {
            (var name, times[i]) = await RunAsync(path, server, emulator, "--first-row");
            if (!name.StartsWith("Company", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{path} --first-row did not read its row.");
            }
        }

        Array.Sort(times);
        yield return new("9 cold start to the first row", times[Starts / 2], (times[Starts * 3 / 4] - times[Starts / 4]) / 2, null, "ms");
    }

    /// <summary>The app's first line, and the milliseconds until it was printed.</summary>
    private static async Task<(string Line, double Elapsed)> RunAsync(string path, EmulatorServer server, GainsightEmulator emulator, params string[] more)
    {
        var start = new ProcessStartInfo(path, [server.BaseAddress.ToString(), emulator.AccessKey, .. more]) { RedirectStandardOutput = true };
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync();
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        await process.WaitForExitAsync();
        return (line ?? string.Empty, elapsed);
    }
}
