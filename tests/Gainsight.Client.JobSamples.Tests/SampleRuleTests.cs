namespace Gainsight.Client.JobSamples.Tests;

/// <summary>How the code of the samples is laid out.</summary>
public sealed class SampleRuleTests
{
    [Theory]
    [InlineData("ScheduledReader")]
    [InlineData("PullJobs")]
    public void A_sample_has_less_than_300_lines_of_at_most_140_columns_with_what_it_shares(string sample)
    {
        string[] lines = [.. ((string[])[sample, "Shared/Jobs"])
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Find(AppContext.BaseDirectory), "samples", folder), "*.cs"))
            .SelectMany(File.ReadAllLines)];

        lines.Length.Should().BePositive().And.BeLessThan(300);
        lines.Where(line => line.Length > 140).Should().BeEmpty();
    }

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Gainsight.Client.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
