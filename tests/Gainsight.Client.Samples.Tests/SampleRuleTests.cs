using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Gainsight.Client.Samples.Tests;

/// <summary>What holds for the integrations as programs: their size, their documents, and the question before they write.</summary>
public sealed partial class SampleRuleTests
{
    public static TheoryData<string> Integrations { get; } = ["WorkflowActions", "EventDestination", "WarehouseSync"];

    [Theory]
    [MemberData(nameof(Integrations))]
    public void A_sample_has_less_than_300_lines_of_at_most_140_columns_with_what_it_shares(string sample)
    {
        string[] folders = [Path.Combine(Repository.Samples, sample), Path.Combine(Repository.Samples, "Shared")];
        string[] lines = [.. folders.SelectMany(folder => Directory.GetFiles(folder, "*.cs")).SelectMany(File.ReadAllLines)];

        lines.Length.Should().BePositive().And.BeLessThan(300);
        lines.Where(line => line.Length > 140).Should().BeEmpty();
    }

    [Fact]
    public void The_links_of_the_table_of_integrations_exist()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "integrations.md"));
        string[] targets = [.. Link.Matches(page).Select(link => link.Groups[1].Value)];

        targets.Should().NotBeEmpty();
        targets.Where(target => !Path.Exists(Path.Combine(Repository.Root, "docs", target))).Should().BeEmpty();
        Command.Matches(page).Select(match => match.Groups[1].Value).Should().NotBeEmpty()
            .And.OnlyContain(project => Directory.Exists(Path.Combine(Repository.Root, project)));
    }

    [Theory]
    [InlineData("WorkflowActions", "create-company", """{"records":{"Name":"A"}}""")]
    [InlineData("WorkflowActions")]
    [InlineData("EventDestination", "-")]
    [InlineData("WarehouseSync", "--object", "company", "--file", "WarehouseSync.Data/people.csv")]
    public async Task A_sample_refuses_to_write_to_a_tenant_when_there_is_no_terminal_to_ask_on(string sample, params string[] arguments)
    {
        using var process = Start(sample, arguments);
        process.StandardInput.Close();
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.Should().Be(1);
        said.Should().Contain("This writes to https://nowhere.gainsightcloud.com").And.Contain("add --yes");
    }

    private static Process Start(string sample, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{sample}.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GAINSIGHT_BASE_ADDRESS"] = "https://nowhere.gainsightcloud.com";
        start.Environment["GAINSIGHT_ACCESS_KEY"] = "never-sent";
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"dotnet run --project ([\w/]+)")]
    private static partial Regex Command { get; }
}
