namespace Gainsight.Client.Benchmarks;

/// <summary>Streams rows and looks at what is alive meanwhile.</summary>
internal static class StreamWork
{
    private const int Samples = 20;

    /// <summary>The most bytes alive above the start while so many rows are streamed.</summary>
    public static async Task<long> PeakAsync(int rows)
    {
        long start = Live();
        using var tenant = new EndlessTenant(rows);
        var options = new GainsightClientOptions
        {
            Tenant = "northwind",
            Credential = new AccessKeyCredential("11111111-2222-3333-4444-555555555555"),
            PrimaryHandler = tenant,
        };
        options.Quota.SetLimit("sync-minute", int.MaxValue);
        using var gainsight = new GainsightClient(options);
        long peak = 0;
        int read = 0;
        await foreach (Company company in gainsight.Companies.Query().ReadAsync())
        {
            if (++read % (rows / Samples) == 0)
            {
                peak = Math.Max(peak, Live() - start);
                GC.KeepAlive(company);
            }
        }

        return read == rows ? peak : throw new InvalidOperationException($"{read} of {rows} rows came.");
    }

    private static long Live()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
