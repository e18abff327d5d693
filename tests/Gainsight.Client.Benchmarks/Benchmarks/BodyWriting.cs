using BenchmarkDotNet.Attributes;

namespace Gainsight.Client.Benchmarks;

/// <summary>Row 3: the body of a call that inserts 50 companies.</summary>
public class BodyWriting
{
    private readonly BodyWork _work = new();

    [Benchmark(Baseline = true)]
    public int Poco() => _work.Poco();

    [Benchmark]
    public int Records() => _work.Records();
}
