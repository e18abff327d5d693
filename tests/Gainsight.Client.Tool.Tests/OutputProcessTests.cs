using Gainsight.Client.Emulator;
using Gainsight.Client.Samples.Tests;

namespace Gainsight.Client.Tool.Tests;

/// <summary>The tool as a process whose output goes to a pipe that is closed, or to a device that is full.</summary>
public sealed class OutputProcessTests : IAsyncDisposable
{
    private readonly KillingTenant _tenant = new("Gainsight.Client.Tool");

    public ValueTask DisposeAsync() => _tenant.DisposeAsync();

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public async Task A_query_stops_at_a_closed_pipe_and_does_not_read_the_other_pages(string format)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var tenant = _tenant.Emulator;
        tenant.Switches.PageCap = 50;
        for (var i = 0; i < 5_000; i++)
        {
            tenant.Object("Company").Insert(("Name", $"{i} {new string('x', 500)}"));
        }

        using var tool = _tenant.StartShell("exec \"$0\" \"$@\"", "query", "Company", "--select", "Name", "--format", format);
        var first = await tool.StandardOutput.ReadLineAsync();
        tool.StandardOutput.Close();
        var told = await tool.StandardError.ReadToEndAsync();
        await tool.WaitForExitAsync();

        first.Should().NotBeNull(told);
        tool.ExitCode.Should().Be(141, told);
        told.Should().Contain("nobody reads the output any more");
        tenant.Requests.CountOf(EmulatorOperations.Query).Should().BeLessThan(60);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("query", "--help")]
    [InlineData("query", "Company", "--select", "Name", "--format", "csv")]
    [InlineData("query", "Company", "--select", "Name", "--format", "table")]
    public async Task A_full_device_behind_the_output_ends_a_command_with_a_message(params string[] args)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // A shell redirects, so that the tool only ever writes to it.
        _tenant.Emulator.Object("Company").Insert(("Name", "Acme"));
        using var tool = _tenant.StartShell("exec \"$0\" \"$@\" > /dev/full", args);
        var told = await tool.StandardError.ReadToEndAsync();
        await tool.WaitForExitAsync();

        tool.ExitCode.Should().Be(1, told);
        told.Should().Contain("No space left on device").And.NotContain("Unhandled");
    }

    [Fact]
    public async Task A_full_device_behind_both_outputs_ends_a_command_with_its_exit_code()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var tool = _tenant.StartShell("exec \"$0\" \"$@\" > /dev/full 2> /dev/full", ["--help"]);
        await tool.WaitForExitAsync();

        tool.ExitCode.Should().Be(1);
    }
}
