using BenchmarkDotNet.Attributes;

namespace Gainsight.Client.Benchmarks;

/// <summary>Row 10: the body of a query with ten conditions.</summary>
public class FilterCompiling
{
    private readonly FilterWork _work = new();

    [Benchmark]
    public int Compile() => _work.Compile();
}
