using Gainsight.Client.Emulator;

namespace Gainsight.Client.Benchmarks;

/// <summary>Counts what writes put on the wire, against the emulator in process.</summary>
internal static class CallCounts
{
    private const int Rows = 5_000;

    /// <summary>An upsert by name of rows of which every other is in the tenant.</summary>
    public static Task<double> UpsertAsync() => RunAsync(async (gainsight, emulator) =>
    {
        for (var i = 0; i < Rows; i += 2)
        {
            emulator.Object("Company").Insert(("Name", $"Company {i:0000}"));
        }

        var report = await gainsight.Companies.UpsertAsync(
            Enumerable.Range(0, Rows).Select(i => new Company { Name = $"Company {i:0000}", Employees = i }), CompanyFields.Name);
        return report.AllSucceeded;
    });

    /// <summary>An insert of 50 rows of which one has an item that its picklist lacks.</summary>
    public static Task<double> RefusalAsync() => RunAsync(async (gainsight, _) =>
    {
        var report = await gainsight.Companies.InsertAsync(
            Enumerable.Range(0, 50).Select(i => new Company { Name = $"Company {i}", Stage = i == 17 ? "No such stage" : "Adopting" }));
        return report.Inserted.Count == 49 && report.Failed.Count == 1;
    });

    private static async Task<double> RunAsync(Func<GainsightClient, GainsightEmulator, Task<bool>> write)
    {
        using var emulator = new GainsightEmulator();
        using var handler = emulator.CreateHandler();
        var options = new GainsightClientOptions
        {
            BaseAddress = emulator.BaseAddress,
            Credential = new AccessKeyCredential(emulator.AccessKey),
            PrimaryHandler = handler,
        };

        // Only the calls are counted; waiting for the next minute's would count the same.
        emulator.Limits.CallsPerMinute = 1000;
        options.Quota.SetLimit("sync-minute", 1000);
        using var gainsight = new GainsightClient(options);
        return await write(gainsight, emulator)
            ? emulator.Requests.Count
            : throw new InvalidOperationException("The rows did not end as they should have.");
    }
}
