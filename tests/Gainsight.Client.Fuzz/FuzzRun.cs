using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Gainsight.Client.Fuzz;

/// <summary>Runs the cases of the targets one after the other, makes failing inputs small, and prints figures.</summary>
internal sealed class FuzzRun(IReadOnlyList<FuzzTarget> targets, int seed, TimeSpan time)
{
    private const long MaxMemory = 1024 * 1024 * 1024;
    private const int MaxFailures = 10;
    private const int SlowRuns = 3;

    /// <summary>The processor time of a case. On a busy machine more time can pass.</summary>
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hangs = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShrinkTime = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, FuzzFailure> _failures = [];
    private readonly List<Exception> _unobserved = [];

    /// <summary>The most memory that the process has had.</summary>
    private static long PeakMemory
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64;
        }
    }

    public async Task<bool> RunAsync()
    {
        TaskScheduler.UnobservedTaskException += (_, thrown) => _unobserved.Add(thrown.Exception);
        var weights = targets.Sum(target => target.Weight);
        foreach (var target in targets)
        {
            await RunAsync(target, time * target.Weight / weights);
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        foreach (var failure in _failures.Values)
        {
            failure.Print(Console.Out);
        }

        _unobserved.ForEach(exception => Console.WriteLine($"FAILED: nobody observed {exception}"));
        Console.WriteLine($"seed {seed}: {_failures.Count} failures, at most {PeakMemory >> 20} MB");
        return _failures.Count == 0 && _unobserved.Count == 0 && PeakMemory <= MaxMemory;
    }

    /// <summary>Runs one input.</summary>
    public async Task<bool> RepeatAsync(byte[] input)
    {
        var result = await TryAsync(targets[0], input);
        Console.WriteLine(result.Failure?.ToString() ?? $"The case succeeds. It took {result.Time.TotalMilliseconds:F0} ms of processor time.");
        return result.Failure is null;
    }

    private async Task RunAsync(FuzzTarget target, TimeSpan share)
    {
        var started = Stopwatch.GetTimestamp();
        long cases = 0;
        var longest = TimeSpan.Zero;
        while (Stopwatch.GetElapsedTime(started) < share && _failures.Count < MaxFailures)
        {
            var input = target.Create(new Random(HashOf(target.Name, cases++)));
            (var exception, var used, _) = await TryAsync(target, input);
            longest = used > longest && cases > 1 ? used : longest;
            if (exception is not null && !_failures.ContainsKey(target.Name + FuzzFailure.KindOf(exception)))
            {
                var kind = FuzzFailure.KindOf(exception);
                input = exception is TimeoutException ? input : await ShrinkAsync(target, input, kind);
                _failures[target.Name + kind] = new FuzzFailure(target, seed, input, exception);
            }
        }

        var rate = cases / Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine($"{target.Name,-12}{cases,10} cases{rate,10:F0} per second, longest {longest.TotalMilliseconds,6:F0} ms of processor time, memory so far {PeakMemory >> 20,4} MB");
    }

    /// <summary>Removes parts as long as the case fails in the same way.</summary>
    private static async Task<byte[]> ShrinkAsync(FuzzTarget target, byte[] input, string kind)
    {
        var started = Stopwatch.GetTimestamp();
        var isSmaller = true;
        while (isSmaller)
        {
            isSmaller = false;
            foreach (var smaller in target.Shrink(input))
            {
                if (Stopwatch.GetElapsedTime(started) > ShrinkTime)
                {
                    return input;
                }

                if (await OnceAsync(target, smaller) is { Failure: { } exception } && FuzzFailure.KindOf(exception) == kind)
                {
                    (input, isSmaller) = (smaller, true);
                    break;
                }
            }
        }

        return input;
    }

    /// <summary>Runs a case. The processor time of other threads counts too, so a slow case fails only if it is slow each time.</summary>
    private static async Task<FuzzResult> TryAsync(FuzzTarget target, byte[] input)
    {
        var result = await OnceAsync(target, input);
        if (!result.IsSlow)
        {
            return result;
        }

        List<TimeSpan> times = [result.Time];
        while (result.IsSlow && times.Count < SlowRuns)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            result = await OnceAsync(target, input);
            times.Add(result.Time);
        }

        var seconds = string.Join(", ", times.Select(time => time.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)));
        Console.WriteLine($"{target.Name,-12}took {seconds} s in {times.Count} runs of the case {Convert.ToBase64String(input)}");
        return result.IsSlow && result.Failure is null ? result with { Failure = new TimeoutException($"The case took {seconds} s of processor time.") } : result;
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Every exception is a failure of the case.")]
    private static async Task<FuzzResult> OnceAsync(FuzzTarget target, byte[] input)
    {
        Exception? failure = null;
        var before = Environment.CpuUsage.TotalTime;
        try
        {
            await Task.Run(() => target.RunAsync(input)).WaitAsync(Hangs);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        var used = Environment.CpuUsage.TotalTime - before;
        return new FuzzResult(failure, used, IsSlow: failure is TimeoutException || (failure is null && used > MaxTime));
    }

    /// <summary>A number that is the same in every process, unlike that of <see cref="HashCode"/>.</summary>
    private int HashOf(string name, long number)
    {
        var hash = seed;
        foreach (var part in $"{name} {number}")
        {
            hash = unchecked((hash * 31) + part);
        }

        return hash;
    }
}
