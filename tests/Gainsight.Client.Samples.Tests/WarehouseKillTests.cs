namespace Gainsight.Client.Samples.Tests;

/// <summary>The process of WarehouseSync is killed at several places, and goes on: the tenant has every row once.</summary>
public sealed class WarehouseKillTests : IDisposable
{
    private const int Count = 230;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("warehouse-kill-");

    [Theory]
    [InlineData("query", 1, false, 0)]
    [InlineData("insert", 1, false, 0)]
    [InlineData("insert", 1, true, 5)]
    [InlineData("insert", 3, true, 0)]
    public async Task A_load_that_was_killed_goes_on_and_writes_no_row_twice(string kind, int call, bool isCarriedOut, int cut)
    {
        await using var tenant = new KillingTenant("WarehouseSync");
        (var file, var results) = (Path.Combine(_folder.FullName, "rows.csv"), Path.Combine(_folder.FullName, "rows.csv.results.jsonl"));
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, Count).Select(i => $"Company {i:000};{i}").Prepend("Name;Employees"));
        var calls = 0;

        await tenant.KillAsync(
            address => address.AbsolutePath.EndsWith(kind == "query" ? "/query/Company" : "/objects/Company", StringComparison.Ordinal) && Interlocked.Increment(ref calls) == call,
            isCarriedOut, "--file", file, "--object", "company");
        var before = tenant.Emulator.Object("Company").Count;
        await using (var stream = new FileStream(results, FileMode.Open))
        {
            // A power cut may take the end of the last line too.
            stream.SetLength(Math.Max(0, stream.Length - cut));
        }

        using var process = tenant.Start("--file", file, "--object", "company", "--resume");
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.Should().Be(0, said + await errors);
        before.Should().BeLessThan(Count);
        var rows = tenant.Emulator.Object("Company").Rows;
        rows.Select(row => row["Name"]).Should().BeEquivalentTo(Enumerable.Range(0, Count).Select(i => $"Company {i:000}"));
        rows.Should().OnlyContain(row => Equals(row["CreatedDate"], row["ModifiedDate"]));
        said.Should().Contain("Inserted").And.NotContain("Failed");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
