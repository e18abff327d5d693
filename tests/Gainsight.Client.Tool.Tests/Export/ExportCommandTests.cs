using Gainsight.Client.Emulator;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tool.Tests;

public sealed class ExportCommandTests
{
    [Theory]
    [InlineData("rows.csv", "Name,Arr\r\nAcme,1\r\nBrea,2\r\n")]
    [InlineData("rows.jsonl", "{\"Name\":\"Acme\",\"Arr\":1}\n{\"Name\":\"Brea\",\"Arr\":2}\n")]
    public async Task An_export_writes_the_rows_of_a_job_and_tells_its_state(string name, string expected)
    {
        using var clock = new VirtualClock().StartJumping();
        using var emulator = new GainsightEmulator(new() { TimeProvider = clock });
        emulator.Object("Company").Insert(("Name", "Acme"), ("Arr", 1m));
        emulator.Object("Company").Insert(("Name", "Brea"), ("Arr", 2m));
        using var tool = new ToolRun { Handler = new InFlightHandler(clock, emulator.CreateHandler()), Time = clock };
        tool.Variables["GAINSIGHT_BASE_ADDRESS"] = emulator.BaseAddress.ToString();
        tool.Variables["GAINSIGHT_ACCESS_KEY"] = emulator.AccessKey;
        var file = Path.Combine(tool.Folder, name);

        var result = await tool.RunAsync("export", "Company", "--select", "Name,Arr", "--order", "Name", "-o", file);

        result.ExitCode.Should().Be(0, result.Error);
        (await File.ReadAllTextAsync(file)).Should().Be(expected);
        result.Error.Should().MatchRegex("[A-Z_]+, 0.* rows …").And.Contain($"2 rows in {file}.");
        emulator.Requests.CountOf(EmulatorOperations.Query).Should().Be(0);
    }

    [Fact]
    public async Task An_export_needs_a_file()
    {
        using var tool = new ToolRun();

        var result = await tool.RunAsync("export", "Company");

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain("--output");
    }
}
