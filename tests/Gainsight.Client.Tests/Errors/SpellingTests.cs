namespace Gainsight.Client.Tests.Errors;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("Stage", "Stage", 0)]
    [InlineData("stage", "STAGE", 0)]
    [InlineData("Stgae", "Stage", 1)]
    [InlineData("Stag", "Stage", 1)]
    [InlineData("Stages", "Stage", 1)]
    [InlineData("Stxgx", "Stage", 2)]
    [InlineData("", "ab", 2)]
    [InlineData("Industry", "Stage", 3)]
    [InlineData("Region", "Status", 3)]
    public void Edits_are_counted_up_to_a_limit(string from, string to, int edits)
    {
        Spelling.Edits(from, to, most: 2).Should().Be(edits);
        Spelling.Edits(to, from, most: 2).Should().Be(edits);
    }

    [Fact]
    public void The_nearest_name_differs_in_at_most_a_third_of_its_letters()
    {
        Spelling.Nearest("Regoin__gc", ["Stage", "Region__gc", "Religion__gc"]).Should().Be("Region__gc");
        Spelling.Nearest("Colour", ["Stage", "Region__gc"]).Should().BeNull();
    }

    [Fact]
    public void A_text_of_a_megabyte_is_not_compared_letter_by_letter()
    {
        string[] known = [.. Enumerable.Range(0, 2000).Select(i => $"Field_{i}__gc"), new string('x', 1 << 20)];

        Spelling.Nearest(new string('q', 1 << 20), known).Should().BeNull();
        ObjectList.Nearest(new string('q', 1 << 20), known, name => name, name => name).Should().BeEmpty();
        ObjectList.Nearest("Fild_7__gc", known, name => name, name => name).Should().NotBeEmpty();
    }

    [Fact]
    public void The_limit_changes_no_smaller_number()
    {
        var random = new Random(7);
        for (var run = 0; run < 5000; run++)
        {
            var (one, other) = (Text(), Text());
            var edits = Spelling.Edits(one, other, most: 20);
            for (var most = 0; most < 8; most++)
            {
                Spelling.Edits(one, other, most).Should().Be(Math.Min(edits, most + 1), $"{one} {other} {most}");
            }
        }

        string Text() => new([.. Enumerable.Range(0, random.Next(10)).Select(_ => (char)random.Next('a', 'd'))]);
    }
}
