using System.Diagnostics;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.Benchmarks;

/// <summary>How fast the emulator in process takes rows, and what it needs to hold them.</summary>
internal static class EmulatorWork
{
    /// <summary>The microseconds of a row of an upsert by name, with the time of the client, on a tenant that has every second one.</summary>
    public static async Task<double> UpsertAsync(int rows)
    {
        using var emulator = new GainsightEmulator();
        emulator.Limits.CallsPerMinute = int.MaxValue;
        using var wire = emulator.CreateHandler();
        GainsightClientOptions options = new()
        {
            BaseAddress = emulator.BaseAddress,
            Credential = new AccessKeyCredential(emulator.AccessKey),
            PrimaryHandler = wire,
        };
        options.Quota.SetLimit("sync-minute", int.MaxValue);
        options.Quota.SetLimit("sync-day", int.MaxValue);
        await using var gainsight = new GainsightClient(options);
        for (var i = 0; i < rows; i += 2)
        {
            emulator.Object("Company").Insert(("Name", $"Company {i:0000000}"));
        }

        var started = Stopwatch.GetTimestamp();
        await foreach (var row in gainsight.Companies.UpsertStreamAsync(
            Enumerable.Range(0, rows).Select(i => new Company { Name = $"Company {i:0000000}", Employees = i }), CompanyFields.Name))
        {
            row.EnsureSuccess();
        }

        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / rows;
    }

    /// <summary>The live bytes of a row that the emulator holds.</summary>
    public static double BytesOfRow(int rows)
    {
        using var emulator = new GainsightEmulator();
        var companies = emulator.Object("Company");
        var start = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < rows; i++)
        {
            companies.Insert(("Name", $"Company {i:0000000}"), ("Employees", i), ("Arr", i * 10.5m), ("BillingAddress", $"{i} Harbour Street, Porto"));
        }

        var held = GC.GetTotalMemory(forceFullCollection: true) - start;
        GC.KeepAlive(emulator);
        return (double)held / rows;
    }
}
