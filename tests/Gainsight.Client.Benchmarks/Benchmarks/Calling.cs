using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;

namespace Gainsight.Client.Benchmarks;

/// <summary>Row 4: one call over a stub instead of a network.</summary>
[SuppressMessage("Design", "CA1001", Justification = "BenchmarkDotNet calls the clean-up.")]
public class Calling
{
    private CallWork? _work;

    /// <summary>Whether the stub makes the call wait, like a real network, or answers immediately.</summary>
    [Params(false, true)]
    public bool Waits { get; set; }

    [GlobalSetup]
    public void Setup() => _work = new CallWork(Waits);

    [Benchmark(Baseline = true)]
    public int Bare() => _work!.Bare();

    [Benchmark]
    public int Pipeline() => _work!.Pipeline();

    [GlobalCleanup]
    public void Cleanup() => _work?.Dispose();
}
