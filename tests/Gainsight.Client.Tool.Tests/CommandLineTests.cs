using System.CommandLine;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.Tool.Tests;

public sealed class CommandLineTests
{
    private static readonly string[][] Commands =
    [
        ["doctor"], ["query", "Company"], ["export", "Company", "-o", "rows.csv"], ["upsert", "rows.csv", "--object", "Company", "--key", "Name"],
        ["scaffold", "Company", "-o", "Models"], ["seed", "-o", "tenant.json"], ["profile", "add", "acme", "--address", "https://acme.gainsightcloud.com"],
        ["profile", "list"], ["profile", "remove", "acme"],
    ];

    public static TheoryData<string, string> Options()
    {
        using var tool = new ToolRun();
        var options = new TheoryData<string, string>();
        foreach (var words in Commands)
        {
            var command = words[..(words[0] == "profile" ? 2 : 1)].Aggregate((Command)ToolCommand.Create(tool.Host()), (parent, name) => parent.Subcommands.Single(child => child.Name == name));
            foreach (var option in command.Options.Where(option => option.ValueType != typeof(bool) && !words.Contains(option.Name) && !option.Aliases.Any(words.Contains)))
            {
                options.Add(string.Join(' ', words), option.Name);
            }
        }

        return options;
    }

    [Theory]
    [MemberData(nameof(Options))]
    public async Task An_option_without_a_value_with_an_empty_one_or_given_twice_is_no_crash(string command, string option)
    {
        using var emulator = new GainsightEmulator();
        using var tool = new ToolRun(emulator);

        foreach (var value in new string[][] { [option], [option, ""], [option, "<wrong>", option, "<wrong>"] })
        {
            var result = await tool.RunAsync([.. command.Split(' '), .. value]);

            result.ExitCode.Should().NotBe(0);
            result.Error.Should().NotBeEmpty().And.NotContain("bug in the tool");
        }
    }

    [Theory]
    [InlineData("doctor", "--pat", "k3y-0f-acme")]
    [InlineData("doctor", "--key", "k3y-0f-acme")]
    [InlineData("doctor", "--key-secret=k3y-0f-acme")]
    [InlineData("doctor", "--auth:k3y-0f-acme")]
    [InlineData("doctor", "-pk3y-0f-acme")]
    [InlineData("doctor", "--access-key k3y-0f-acme")]
    [InlineData("doctor", "-passwordk3y-0f-acme")]
    [InlineData("doctor", "k3y-0f-acme")]
    [InlineData("k3y-0f-acme")]
    [InlineData("profile", "k3y-0f-acme")]
    [InlineData("doctor", "--json=k3y-0f-acme")]
    [InlineData("doctor", "GAINSIGHT_ACCESS_KEY=k3y-0f-acme")]
    [InlineData("query", "Company", "--header", "Accesskey: k3y-0f-acme")]
    [InlineData("query", "--pat", "k3y-0f-acme")]
    [InlineData("query", "Company", "--select", "Name", "--pat=k3y-0f-acme")]
    [InlineData("scaffold", "Company", "-o", "Models", "--GAINSIGHT_ACCESS_KEY=k3y-0f-acme")]
    public async Task What_is_not_known_is_not_shown_because_it_could_be_a_key(params string[] args)
    {
        using var emulator = new GainsightEmulator();
        using var tool = new ToolRun(emulator);

        var result = await tool.RunAsync(args);

        result.ExitCode.Should().Be(3);
        result.Error.Should().NotContain("k3y");
        emulator.Requests.Count.Should().Be(0);
    }

    [Theory]
    [InlineData("There is no option --slect.", "query", "Company", "--slect", "Name")]
    [InlineData("There is no option --slect.", "query", "--slect", "Name")]
    [InlineData("There is no option --wher.", "query", "Company", "--select", "Name", "--wher", "Arr GT 1")]
    [InlineData("There is no option -x.", "query", "Company", "-x")]
    [InlineData("--output has an empty value.", "query", "Company", "--output", "")]
    [InlineData("OBJECT has an empty value.", "query", " ")]
    [InlineData("FILE has an empty value.", "upsert", "", "--object", "Company", "--key", "Name")]
    [InlineData("'csv'", "query", "Company", "--format", "xlsx")]
    [InlineData("'upsert'", "upsert", "rows.csv", "--object", "Company", "--mode", "merge")]
    [InlineData("more than 'gainsight query' takes", "query", "Company", "Name")]
    public async Task A_wrong_word_is_told_by_its_place_before_a_call_is_spent(string problem, params string[] args)
    {
        using var emulator = new GainsightEmulator();
        using var tool = new ToolRun(emulator);

        var result = await tool.RunAsync(args);

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain(problem).And.Contain("--help'");
        emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task Help_lists_each_command_in_two_lines_at_most()
    {
        using var tool = new ToolRun();

        var help = (await tool.RunAsync("--help")).Output;
        var commands = help[help.IndexOf("Commands:", StringComparison.Ordinal)..].Trim().Split('\n');

        commands.Should().HaveCountLessThanOrEqualTo(1 + (2 * 7));
        help.Should().NotContain("Exit codes: 0 all as expected");
    }
}
