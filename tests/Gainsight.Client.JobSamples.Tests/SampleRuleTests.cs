namespace Gainsight.Client.JobSamples.Tests;

/// <summary>How the code of the samples is laid out.</summary>
public sealed class SampleRuleTests
{
    [Theory]
    [InlineData("ScheduledReader")]
    [InlineData("PullJobs")]
    [InlineData("Shared/Jobs")]
    public void A_line_has_at_most_140_columns(string sample)
    {
        var files = Directory.GetFiles(Path.Combine(Find(AppContext.BaseDirectory), "samples", sample), "*.cs");

        files.Should().NotBeEmpty();
        files.SelectMany(File.ReadAllLines).Where(line => line.Length > 140).Should().BeEmpty();
    }

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Gainsight.Client.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
