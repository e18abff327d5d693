using System.Text;

namespace Gainsight.Client.Tests.Records;

public sealed class NameMatcherTableTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_name_of_a_page_is_found_in_any_order_and_no_other(int seed)
    {
        var random = new Random(seed);
        string[] names = [.. Enumerable.Range(0, random.Next(1, 300)).Select(_ => Name(random, random.Next(1, 65))).Distinct(StringComparer.Ordinal)];
        var table = new NameMatcher.Table();
        for (var slot = 0; slot < names.Length; slot++)
        {
            table.Add(Encoding.UTF8.GetBytes($"\"{names[slot]}\""), slot);
        }

        foreach (var slot in Enumerable.Range(0, names.Length).OrderBy(_ => random.Next()))
        {
            // A name near the end of the JSON is found as well.
            var json = Encoding.UTF8.GetBytes($"\"{names[slot]}\":{new string('1', random.Next(100))}");
            var fits = names[slot].Length < 64;
            table.Find(json, out var length).Should().Be(fits ? slot : -1);
            table.Find(Encoding.UTF8.GetBytes($"\"{names[slot]}\"")).Should().Be(fits ? slot : -1);
            if (fits)
            {
                length.Should().Be(names[slot].Length + 3);
            }
        }

        table.Find(Encoding.UTF8.GetBytes("\"?\":1"), out _).Should().Be(-1);
    }

    [Theory]
    [InlineData("\"Name\" :1")]
    [InlineData("\"name\":1")]
    [InlineData("\"Name\\\":\":1")]
    [InlineData("\"Nam\":1")]
    [InlineData("\"Name\0\":1")]
    [InlineData("\"Names\":1")]
    [InlineData("Name\":1")]
    [InlineData("\"Name\"")]
    [InlineData("\"Name")]
    [InlineData("\"")]
    [InlineData("")]
    public void JSON_that_begins_otherwise_is_not_found(string json)
    {
        var table = new NameMatcher.Table();
        table.Add("\"Name\""u8, 0);

        table.Find(Encoding.UTF8.GetBytes(json), out _).Should().Be(-1);
        table.Find(Encoding.UTF8.GetBytes(json + new string(' ', 100)), out _).Should().Be(-1);
    }

    [Fact]
    public void A_name_with_a_quote_in_it_and_one_that_is_too_long_are_not_kept()
    {
        var table = new NameMatcher.Table();
        table.Add("\"a\\\"b\""u8, 0);
        table.Add(Encoding.UTF8.GetBytes($"\"{new string('a', 64)}\""), 1);

        table.Count.Should().Be(0);
    }

    private static string Name(Random random, int length) => new([.. Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(3)))]);
}
