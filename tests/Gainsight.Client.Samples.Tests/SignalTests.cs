namespace Gainsight.Client.Samples.Tests;

/// <summary>Samples that a service manager stops in the middle of their work.</summary>
public sealed class SignalTests
{
    [Fact]
    public async Task A_demonstration_that_is_terminated_cleans_up_on_the_tenant()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var tenant = new KillingTenant("WorkflowActions") { Signal = "TERM" };
        var calls = 0;

        (var code, var said) = await tenant.KillAsync(
            address => address.AbsolutePath.EndsWith("/objects/company", StringComparison.OrdinalIgnoreCase) && Interlocked.Increment(ref calls) == 2, true);

        code.Should().Be(1, said);
        said.Should().Contain("delete-company");
        tenant.Emulator.Object("Company").Rows.Should().BeEmpty(said);
    }

    [Fact]
    public async Task A_load_that_is_terminated_says_so_and_goes_on_with_each_row_once()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var tenant = new KillingTenant("WarehouseSync") { Signal = "TERM" };
        var folder = Directory.CreateTempSubdirectory("signal-");
        var file = Path.Combine(folder.FullName, "companies.csv");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, 1001).Select(i => i == 0 ? "Name,Employees" : $"Company {i},{i}"));
        string[] args = ["--file", file, "--object", "company", "--mode", "insert"];
        var calls = 0;

        (var code, var said) = await tenant.KillAsync(
            address => address.AbsolutePath.EndsWith("/objects/company", StringComparison.OrdinalIgnoreCase) && Interlocked.Increment(ref calls) == 5, true, args);
        var before = tenant.Emulator.Object("Company").Count;
        using var resumed = tenant.Start([.. args, "--resume"]);
        var output = resumed.StandardOutput.ReadToEndAsync();
        var errors = await resumed.StandardError.ReadToEndAsync();
        await resumed.WaitForExitAsync();

        code.Should().Be(1, said);
        said.Should().Contain("Stopped.").And.Contain("--resume").And.NotContain("GetReport");
        before.Should().BeInRange(1, 999);
        resumed.ExitCode.Should().Be(0, await output + errors);
        tenant.Emulator.Object("Company").Rows.Select(row => row["Name"]).Should().OnlyHaveUniqueItems().And.HaveCount(1000);
        folder.Delete(recursive: true);
    }
}
