using BenchmarkDotNet.Attributes;

namespace Gainsight.Client.Benchmarks;

/// <summary>Rows 1 and 2: a page of 5,000 rows and 30 fields, from bytes to rows to values.</summary>
public class PageReading
{
    private readonly PageWork _work = new();

    [Benchmark]
    public int Scan() => _work.Scan();

    [Benchmark(Baseline = true)]
    public int Poco() => _work.Poco().Count;

    [Benchmark]
    public int Records() => _work.Records().Count;

    [Benchmark]
    public decimal PocoFiveFields() => _work.PocoFiveFields();

    [Benchmark]
    public decimal RecordsFiveFields() => _work.RecordsFiveFields();

    [Benchmark]
    public decimal ExtendedPocoAllFields() => _work.ExtendedPocoAllFields();

    [Benchmark]
    public decimal RecordsAllFields() => _work.RecordsAllFields();
}
