namespace Gainsight.Client.Tool.Tests;

public sealed class ToolCommandTests
{
    [Theory]
    [InlineData]
    [InlineData("--help")]
    public async Task The_help_names_the_command_its_commands_and_examples(params string[] args)
    {
        using var tool = new ToolRun();

        var result = await tool.RunAsync(args);

        result.ExitCode.Should().Be(0);
        result.Output.Should().ContainAll("gainsight [command]", "profile", "gainsight doctor --profile acme", "130").And.NotContain("Client.Tool");
    }

    [Fact]
    public async Task Help_has_at_most_80_columns()
    {
        using var tool = new ToolRun();

        foreach (var args in new[] { new[] { "--help" }, ["profile", "add", "--help"], ["doctor", "--help"], ["scaffold", "--help"], ["query", "--help"], ["export", "--help"], ["upsert", "--help"], ["seed", "--help"] })
        {
            (await tool.RunAsync(args)).Output.Split('\n').Should().OnlyContain(line => line.TrimEnd().Length <= 80);
        }
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("profile", "add", "acme")]
    [InlineData("profile", "shuffle")]
    public async Task A_wrong_command_line_is_told_with_the_help_to_ask_for(params string[] args)
    {
        using var tool = new ToolRun();

        var result = await tool.RunAsync(args);

        result.ExitCode.Should().Be(3);
        result.Output.Should().BeEmpty();
        result.Error.Should().Contain("--help'").And.NotContain("   at ");
    }

    [Theory]
    [InlineData("doctor", "--access-key", "k3y-0f-acme")]
    [InlineData("doctor", "--accesskey=k3y-0f-acme")]
    [InlineData("profile", "add", "acme", "--address", "https://acme.gainsightcloud.com", "--client-secret:k3y-0f-acme")]
    [InlineData("profile", "add", "acme", "k3y-0f-acme", "--address", "https://acme.gainsightcloud.com")]
    public async Task A_secret_in_an_argument_is_refused_without_being_shown(params string[] args)
    {
        using var tool = new ToolRun { Secret = "another" };

        var result = await tool.RunAsync(args);

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain("everyone on this machine can see").And.NotContain("k3y");
        File.Exists(tool.ProfileFile).Should().BeFalse();
    }
}
