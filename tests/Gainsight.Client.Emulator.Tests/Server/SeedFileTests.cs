namespace Gainsight.Client.Emulator.Tests;

public sealed class SeedFileTests
{
    [Theory]
    [InlineData("""{"rows":{"Company":[{"Name":"a"},{"Name":5}]}}""", "*tenant.json: rows: Row 2 of Company: The field Name*")]
    [InlineData("""{"objects":[{"name":"Company","fields":[{"name":"a__gc","type":"TEXT"}]}]}""", "*tenant.json: objects: The field Company.a__gc has an unknown type*")]
    [InlineData("""{"objects":[{"name":"Company","fields":[{"name":"a__gc"},{"name":"A__gc"}]}]}""", "*tenant.json: objects: The object Company already has a field *__gc*")]
    [InlineData("{\n  \"rows\": {\n    \"Company\": [}\n", "*tenant.json, line 3, column 17: this is not JSON: *")]
    [InlineData("", "*tenant.json, line 1, column 1: this is not JSON: *")]
    [InlineData("""{"version":9}""", "*tenant.json: seed: The seed has version 9, and this emulator reads version 1. Update the emulator*")]
    public async Task A_seed_that_does_not_fit_is_named_with_the_place(string seed, string message)
    {
        using var folder = new TemporaryFolder();

        (var exitCode, var output, var error) = await RunningTool.RunAsync(null, "--port", "0", "--seed", folder.Write("tenant.json", seed));

        exitCode.Should().Be(1);
        error.Should().Match(message).And.NotContain("   at ");
        output.Should().BeEmpty();
    }

    [Fact]
    public async Task A_seed_that_is_missing_or_a_directory_is_named()
    {
        using var folder = new TemporaryFolder();

        (var missing, _, var missingError) = await RunningTool.RunAsync(null, "--port", "0", "--seed", folder["no.json"]);
        (var directory, _, var directoryError) = await RunningTool.RunAsync(null, "--port", "0", "--seed", folder.Path);

        (missing, directory).Should().Be((1, 1));
        missingError.Should().Contain(folder["no.json"]).And.Contain("was not found").And.Contain("--seed");
        directoryError.Should().Contain(folder.Path).And.Contain("is a directory");
    }
}
