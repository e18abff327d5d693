namespace Gainsight.Client.Tool.Tests;

public sealed class ProfileCommandTests
{
    private static readonly string[] Add = ["profile", "add", "acme", "--address", "https://acme.gainsightcloud.com"];

    [Fact]
    public async Task A_profile_is_added_listed_without_its_key_and_removed()
    {
        using var tool = new ToolRun { Secret = "k3y-0f-acme" };

        var added = await tool.RunAsync(Add);
        var listed = await tool.RunAsync("profile", "list");
        var removed = await tool.RunAsync("profile", "remove", "acme");
        var after = await tool.RunAsync("profile", "list");

        added.ExitCode.Should().Be(0);
        $"{added.Output}{added.Error}".Should().Contain("gainsight doctor --profile acme").And.NotContain("k3y");
        listed.Output.Should().Be($"acme\thttps://acme.gainsightcloud.com{Environment.NewLine}");
        removed.ExitCode.Should().Be(0);
        after.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task Only_the_owner_can_read_the_file_and_a_file_that_others_can_read_is_refused()
    {
        using var tool = new ToolRun { Secret = "k3y-0f-acme" };
        (await tool.RunAsync(Add)).ExitCode.Should().Be(0);
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.GetUnixFileMode(tool.ProfileFile).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetUnixFileMode(tool.ProfileFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var refused = await tool.RunAsync("profile", "list");

        refused.ExitCode.Should().Be(3);
        refused.Error.Should().Contain("chmod 600").And.NotContain("k3y");
    }

    [Fact]
    public async Task A_profile_is_replaced_only_when_asked()
    {
        using var tool = new ToolRun { Secret = "k3y-0f-acme" };
        (await tool.RunAsync(Add)).ExitCode.Should().Be(0);
        var before = await File.ReadAllTextAsync(tool.ProfileFile);

        var refused = await tool.RunAsync(Add);

        refused.ExitCode.Should().Be(3);
        refused.Error.Should().Contain("--replace");
        (await File.ReadAllTextAsync(tool.ProfileFile)).Should().Be(before);
        (await tool.RunAsync([.. Add, "--replace", "--client-id", "c1"])).ExitCode.Should().Be(0);
        (await File.ReadAllTextAsync(tool.ProfileFile)).Should().ContainAll("ClientId", "ClientSecret").And.NotContain("AccessKey");
    }

    [Theory]
    [InlineData("https://acme.gainsightcloud.com/v1", "continues after the host")]
    [InlineData("http://acme.gainsightcloud.com", "https")]
    [InlineData("acme", "Give scheme and host")]
    public async Task An_address_that_cannot_be_used_is_not_saved(string address, string problem)
    {
        using var tool = new ToolRun { Secret = "k3y-0f-acme" };

        var result = await tool.RunAsync("profile", "add", "acme", "--address", address);

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain(problem).And.NotContain("k3y");
        File.Exists(tool.ProfileFile).Should().BeFalse();
    }

    [Theory]
    [InlineData("{ \"acme\": \"k3y-0f-acme\" }", "object")]
    [InlineData("{ \"acme\": { \"AccessKey\": \"k3y-0f-acme\"", "JSON")]
    [InlineData("", "JSON")]
    public async Task A_broken_file_is_told_without_its_content_and_stays(string content, string problem)
    {
        using var tool = new ToolRun { Secret = "another" };
        (await tool.RunAsync(Add)).ExitCode.Should().Be(0);
        await File.WriteAllTextAsync(tool.ProfileFile, content);

        var result = await tool.RunAsync([.. Add, "--replace"]);

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain(problem).And.NotContain("k3y");
        (await File.ReadAllTextAsync(tool.ProfileFile)).Should().Be(content);
    }

    [Fact]
    public async Task No_key_means_no_profile()
    {
        using var tool = new ToolRun { Secret = null };

        var result = await tool.RunAsync(Add);

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain("No key");
        File.Exists(tool.ProfileFile).Should().BeFalse();
    }
}
