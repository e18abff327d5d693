namespace Gainsight.Client.Tests.Records;

public sealed class RecentTextsTests
{
    [Fact]
    public void At_least_the_latest_are_recognised_and_no_more_than_twice_as_many()
    {
        var texts = new RecentTexts(3);

        List<bool> news = [.. "abcdabcdefg".Select(letter => texts.Add(letter.ToString()))];

        news.Should().Equal(true, true, true, true, false, false, false, false, true, true, true);
        texts.Add("a").Should().BeTrue("it is older than the last six");
        texts.Add("e").Should().BeFalse("it is one of the last three");
    }
}
