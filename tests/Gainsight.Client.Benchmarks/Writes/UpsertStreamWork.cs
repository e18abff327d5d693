using System.Diagnostics;

namespace Gainsight.Client.Benchmarks;

/// <summary>An upsert by name of a stream of companies, half of which the tenant has.</summary>
internal static class UpsertStreamWork
{
    private const int Samples = 20;

    /// <summary>Measures the live memory above the start, and what the library took without the stub.</summary>
    public static async Task<Result> RunAsync(int rows)
    {
        using var stub = new TenantStub();
        GainsightClientOptions options = new()
        {
            BaseAddress = new Uri(PeerWire.Host),
            Credential = new AccessKeyCredential(PeerWire.Key),
            PrimaryHandler = stub,
        };
        options.Quota.SetLimit("sync-minute", int.MaxValue);
        options.Quota.SetLimit("sync-day", int.MaxValue);
        await using var gainsight = new GainsightClient(options);
        var start = Live();
        long peak = 0, done = 0, given = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        await foreach (var row in gainsight.Companies.UpsertStreamAsync(Companies(rows), CompanyFields.Name))
        {
            row.EnsureSuccess();
            if (++done % (rows / Samples) == 0)
            {
                watch.Stop();
                peak = Math.Max(peak, Live() - start);
                watch.Start();
            }
        }

        watch.Stop();
        given = GC.GetTotalAllocatedBytes(precise: true) - given - (rows * CompanyBytes());
        var own = stub.Own;
        return done == rows
            ? new(peak, (watch.Elapsed - own.Time).TotalMicroseconds / rows, (double)(given - own.Bytes) / rows, own.Calls)
            : throw new InvalidOperationException($"{done} of {rows} rows have an outcome.");
    }

    private static IEnumerable<Company> Companies(int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            yield return Make(i);
        }
    }

    private static Company Make(int i) => new() { Name = $"Company {i:0000000}", Employees = i, Stage = "Adopting" };

    /// <summary>The bytes of a company, which the application makes.</summary>
    private static long CompanyBytes() => Allocated.By(() => Make(1_000_000));

    private static long Live()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }

    /// <summary>What was measured.</summary>
    /// <param name="Peak">The largest live heap above the start, in bytes.</param>
    /// <param name="Microseconds">The time of a row.</param>
    /// <param name="Bytes">The allocated bytes of a row.</param>
    /// <param name="Calls">The calls.</param>
    internal sealed record Result(long Peak, double Microseconds, double Bytes, int Calls);
}
