using System.Diagnostics;

namespace Gainsight.Client.Benchmarks;

/// <summary>Measures two pieces of work alternately, so that a temporary slowdown of the machine affects both.</summary>
internal static class Timed
{
    private const int Rounds = 31;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(100);

    /// <summary>The median of the rounds' ratios, and half the distance between their quartiles.</summary>
    public static (double Median, double Spread) Ratio(Action work, Action baseline) =>
        Rounded(work, baseline, static (one, other) => one / other);

    /// <summary>The same for the differences, in microseconds.</summary>
    public static (double Median, double Spread) Difference(Action work, Action baseline) =>
        Rounded(work, baseline, static (one, other) => (one - other) * 1e6);

    private static (double Median, double Spread) Rounded(Action work, Action baseline, Func<double, double, double> compare)
    {
        int runs = Runs(work), baselineRuns = Runs(baseline);
        var results = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            // The order alternates, so that neither always pays for the garbage of the other.
            var first = round % 2 == 0 ? Seconds(work, runs) : Seconds(baseline, baselineRuns);
            var second = round % 2 == 0 ? Seconds(baseline, baselineRuns) : Seconds(work, runs);
            results[round] = round % 2 == 0 ? compare(first, second) : compare(second, first);
        }

        Array.Sort(results);
        return (results[Rounds / 2], (results[Rounds * 3 / 4] - results[Rounds / 4]) / 2);
    }

    /// <summary>How often the work runs in a round. Determined during warm-up, while the JIT compiler reaches its final version.</summary>
    private static int Runs(Action work)
    {
        var runs = 0;
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < 10 * Round)
        {
            work();
            runs++;
        }

        return Math.Max(1, runs / 10);
    }

    private static double Seconds(Action work, int runs)
    {
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        for (var run = 0; run < runs; run++)
        {
            work();
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds / runs;
    }
}
