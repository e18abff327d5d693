using Gainsight.Client.Samples.Tests;

namespace Gainsight.Client.Tool.Tests;

public sealed class KilledUpsertTests : IAsyncDisposable
{
    private const int Rows = 10_000;

    private readonly KillingTenant _tenant = new("Gainsight.Client.Tool");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gainsight-tool-");

    public async ValueTask DisposeAsync()
    {
        await _tenant.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_killed_load_of_ten_thousand_rows_goes_on_and_writes_each_row_once(bool isCarriedOut)
    {
        _tenant.Emulator.Limits.CallsPerMinute = 1_000_000;
        _tenant.Variables["Gainsight__Limits__sync-minute"] = "1000000";
        _tenant.Variables["Gainsight__Retry__LateAfter"] = "00:00:00.1";
        var file = Path.Combine(_folder.FullName, "assets.csv");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, Rows + 1).Select(i => i == 0 ? "Serial_Number__gc,Seats__gc" : $"S-{i},{i}"));
        string[] args = ["upsert", file, "--object", "Asset__gc", "--key", "Serial_Number__gc"];
        var writes = 0;

        await _tenant.KillAsync(
            address => address.AbsolutePath.EndsWith("/objects/asset__gc", StringComparison.OrdinalIgnoreCase) && Interlocked.Increment(ref writes) == 100, isCarriedOut, args);
        var before = _tenant.Emulator.Object("Asset__gc").Count;
        using var resumed = _tenant.Start([.. args, "--resume"]);
        var said = resumed.StandardOutput.ReadToEndAsync();
        var errors = await resumed.StandardError.ReadToEndAsync();
        await resumed.WaitForExitAsync();

        before.Should().BeInRange(4_500, 6_000);
        resumed.ExitCode.Should().Be(0, await said + errors);
        errors.Should().MatchRegex("[0-9]+ rows were written before");
        _tenant.Emulator.Object("Asset__gc").Rows.Select(row => row["Serial_Number__gc"]).Should().OnlyHaveUniqueItems().And.HaveCount(Rows);
        (await File.ReadAllLinesAsync(file + ".results.csv")).Should().HaveCount(Rows + 1);
    }
}
