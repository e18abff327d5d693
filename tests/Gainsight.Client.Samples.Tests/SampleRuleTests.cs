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

    [Theory]
    [InlineData("create-cta takes JSON, in quotes", "create-cta")]
    [InlineData("create-cta takes JSON, in quotes", "create-cta", "{records:", "{}}")]
    [InlineData("'describe nope' is none of list, describe NAME and NAME JSON", "describe", "nope")]
    [InlineData("'nope' is none of list", "nope", "{}")]
    [InlineData("The JSON is of the kind Array.", "read-companies", "[]")]
    [InlineData("records is missing.", "create-cta", "{}", "--yes")]
    public async Task An_action_without_JSON_or_with_a_wrong_name_is_told(string words, params string[] arguments)
    {
        using var process = Start("WorkflowActions", arguments);
        process.StandardInput.Close();
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.Should().Be(1, said);
        said.Should().Contain(words).And.NotContain("(Parameter");
    }

    [Fact]
    public async Task The_demonstration_of_events_leaves_nothing_beside_the_program_nor_in_the_current_directory()
    {
        var output = Path.GetRelativePath(Path.Combine(Repository.Root, "tests", "Gainsight.Client.Samples.Tests"), AppContext.BaseDirectory);
        var program = Path.Combine(Repository.Samples, "EventDestination", output);
        File.Delete(Path.Combine(program, "refused.jsonl"));
        var folder = Directory.CreateTempSubdirectory("events-");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(program, "EventDestination.dll")]) { RedirectStandardOutput = true, WorkingDirectory = folder.FullName };
        start.Environment.Remove("GAINSIGHT_BASE_ADDRESS");
        start.Environment.Remove("GAINSIGHT_ACCESS_KEY");
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.Should().Be(0, said);
        var refused = new FileInfo(Refused.Match(said).Groups[1].Value);
        refused.Exists.Should().BeTrue(said);
        folder.GetFileSystemInfos().Should().BeEmpty();
        File.Exists(Path.Combine(program, "refused.jsonl")).Should().BeFalse();
        refused.Directory!.Delete(recursive: true);
        folder.Delete();
    }

    [Theory]
    [InlineData("--yes", ".")]
    [InlineData("--yes", "-", "--refused", ".")]
    [InlineData("--yes", "EventDestination.dll", "--refused", "./EventDestination.dll")]
    public async Task A_file_that_cannot_be_opened_or_is_also_the_input_is_told_and_stays_as_it_is(params string[] arguments)
    {
        using var process = Start("EventDestination", arguments);
        process.StandardInput.Close();
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.Should().Be(1, said);
        said.Should().NotContain("Unhandled").And.ContainAny("denied", "OTHERFILE");
        new FileInfo(Path.Combine(AppContext.BaseDirectory, "EventDestination.dll")).Length.Should().BePositive();
    }

    private static Process Start(string sample, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{sample}.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["GAINSIGHT_BASE_ADDRESS"] = "https://nowhere.gainsightcloud.com";
        start.Environment["GAINSIGHT_ACCESS_KEY"] = "never-sent";
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"reasons are in (.+)\.\s*$")]
    private static partial Regex Refused { get; }

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"dotnet run --project ([\w/]+)")]
    private static partial Regex Command { get; }
}
