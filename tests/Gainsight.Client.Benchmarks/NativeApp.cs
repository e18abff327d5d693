using System.Diagnostics;

namespace Gainsight.Client.Benchmarks;

/// <summary>The size of the smoke app that was published to native code, and how long it takes to its first row.</summary>
internal static class NativeApp
{
    private const int Starts = 21;
    private const double Megabyte = 1e6;

    public static IEnumerable<Measure> Measure(string path, bool isTimed)
    {
        yield return new("9 size of the native smoke app", new FileInfo(path).Length / Megabyte, null, 10, "MB");
        if (!isTimed)
        {
            yield break;
        }

        double[] times = [.. Enumerable.Range(0, Starts).Select(_ => ToFirstRow(path)).Order()];
        yield return new("9 cold start to the first row", times[Starts / 2], (times[Starts * 3 / 4] - times[Starts / 4]) / 2, null, "ms");
    }

    private static double ToFirstRow(string path)
    {
        var start = new ProcessStartInfo(path, "--first-row") { RedirectStandardOutput = true };
        long started = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        string? line = process.StandardOutput.ReadLine();
        double elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        process.WaitForExit();
        return line == "Acme" ? elapsed : throw new InvalidOperationException($"{path} --first-row did not read its row.");
    }
}
