using Gainsight.Client.Emulator;

namespace Gainsight.Client.Benchmarks;

/// <summary>An emulator in the process with many rows. Streams them and measures the live memory.</summary>
internal sealed class StreamWork : IDisposable
{
    private const int Samples = 20;

    private readonly GainsightEmulator _emulator = new();
    private readonly HttpMessageHandler _wire;

    public StreamWork(int rows)
    {
        _wire = _emulator.CreateHandler();
        _emulator.Limits.CallsPerMinute = int.MaxValue;
        var companies = _emulator.Object("Company");
        for (var i = 0; i < rows; i++)
        {
            companies.Insert(("Name", $"Company {i:0000000}"), ("Employees", i), ("Arr", i * 10.5m), ("BillingAddress", $"{i} Harbour Street, Porto"));
        }
    }

    /// <summary>The maximum of live bytes above the start while a number of rows is streamed.</summary>
    public async Task<long> PeakAsync(int rows)
    {
        var start = Live();
        var options = new GainsightClientOptions
        {
            BaseAddress = _emulator.BaseAddress,
            Credential = new AccessKeyCredential(_emulator.AccessKey),
            PrimaryHandler = _wire,
        };
        options.Quota.SetLimit("sync-minute", int.MaxValue);
        using var gainsight = new GainsightClient(options);
        long peak = 0;
        var read = 0;
        await foreach (var company in gainsight.Companies.Query().Take(rows).ReadAsync())
        {
            if (++read % (rows / Samples) == 0)
            {
                peak = Math.Max(peak, Live() - start);
                GC.KeepAlive(company);
            }
        }

        return read == rows ? peak : throw new InvalidOperationException($"{read} of {rows} rows were read.");
    }

    public void Dispose()
    {
        _wire.Dispose();
        _emulator.Dispose();
    }

    private static long Live()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
