using Gainsight.Client.Emulator;

namespace Gainsight.Client.Benchmarks;

/// <summary>Counts the calls of writes, against the emulator in process.</summary>
internal static class CallCounts
{
    private const int Rows = 5_000;

    /// <summary>An upsert by name of rows. Every second row already exists in the tenant.</summary>
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

    /// <summary>An insert of 50 rows. One row has an item that does not exist in its picklist.</summary>
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

        // A higher limit avoids the wait for the next minute. The number of calls is the same.
        emulator.Limits.CallsPerMinute = 1000;
        options.Quota.SetLimit("sync-minute", 1000);
        using var gainsight = new GainsightClient(options);
        return await write(gainsight, emulator)
            ? emulator.Requests.Count
            : throw new InvalidOperationException("The rows do not have the expected outcomes.");
    }
}
