namespace Gainsight.Client.Tests;

public sealed class RecordTextsTests
{
    private static readonly Dictionary<string, string> Names = new() { ["score"] = "NPSScore", ["role"] = "UserRole" };

    [Fact]
    public void Fields_have_the_names_of_the_application_and_empty_ones_are_left_out()
    {
        new ObjectRecord { ["npsscore"] = 9, ["Other"] = "x" }.GetTexts(Names).Should().Equal(new Dictionary<string, string> { ["score"] = "9" });
        new ObjectRecord { ["NPSScore"] = null, ["UserRole"] = "" }.GetTexts(Names).Should().BeEmpty();
    }

    public static TheoryData<object, string> Values => new()
    {
        { 1250.5m, "1250.5" },
        { true, "True" },
        { new DateOnly(2027, 3, 31), "2027-03-31" },
        { new DateTimeOffset(2027, 3, 31, 1, 2, 3, TimeSpan.Zero), "2027-03-31T01:02:03.0000000+00:00" },
        { new[] { "Web", "Mobile" }, "Web;Mobile" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_text_does_not_depend_on_the_culture(object value, string text) =>
        new ObjectRecord { ["NPSScore"] = value }.GetTexts(Names).Should().Equal(new Dictionary<string, string> { ["score"] = text });

    [Fact]
    public void Items_have_the_same_text_before_and_after_they_are_saved()
    {
        var row = new ObjectRecord { ["NPSScore"] = new[] { "Web", "Mobile" } };
        var json = System.Text.Json.JsonSerializer.Serialize(row);

        System.Text.Json.JsonSerializer.Deserialize<ObjectRecord>(json)!.GetTexts(Names)["score"].Should().Be(row.GetTexts(Names)["score"]);
    }
}
