namespace Gainsight.Client.Tests.Metadata;

public sealed class ObjectListTests
{
    private static readonly ObjectList Objects = new(
    [
        .. new[] { ("company", "Company"), ("gsuser", "User"), ("asset__gc", "Asset"), ("assets__gc", "Assets"), ("csat_answer__gc", "CSAT Answer"), ("cta", "CTA") }
            .Select(item => new ObjectSummary { Name = item.Item1, Label = item.Item2 }),
    ]);

    [Theory]
    [InlineData("csat_answer", "csat_answer__gc")]
    [InlineData("CSAT_Answer__gc", "csat_answer__gc")]
    [InlineData("CSAT Answer", "csat_answer__gc")]
    [InlineData("csat_anwser__gc", "csat_answer__gc")]
    [InlineData("company__gc", "company")]
    [InlineData("Compny", "company")]
    [InlineData("User", "gsuser")]
    public void The_object_that_was_meant_is_named(string name, string meant) => Objects.NearestTo(name).Should().Equal(meant);

    [Fact]
    public void Of_several_the_nearest_comes_first() => Objects.NearestTo("Asset").Should().Equal("asset__gc", "assets__gc");

    [Theory]
    [InlineData("ct")]
    [InlineData("nothing_like_it")]
    [InlineData("company")]
    public void A_name_that_is_near_to_none_or_listed_as_it_is_has_no_suggestion(string name) => Objects.NearestTo(name).Should().BeEmpty();

    [Fact]
    public void An_object_is_found_in_any_case() => Objects.Find("ASSET__GC")!.Name.Should().Be("asset__gc");
}
