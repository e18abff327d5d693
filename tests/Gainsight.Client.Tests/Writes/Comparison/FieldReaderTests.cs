using System.Text.Json;

namespace Gainsight.Client.Tests.Writes;

public sealed class FieldReaderTests
{
    public static TheoryData<string, Field, object?> Values => new()
    {
        { "12.5", Field.Custom<decimal>("F__gc"), 12.5m },
        { "12", Field.Custom<int>("F__gc"), 12 },
        { "12", Field.Custom<long>("F__gc"), 12L },
        { "12.5", Field.Custom<double>("F__gc"), 12.5 },
        { "\"true\"", Field.Custom<bool>("F__gc"), true },
        { "\"2027-03-31\"", Field.Custom<DateOnly>("F__gc"), new DateOnly(2027, 3, 31) },
        { "\"2027-03-31T09:30:00Z\"", Field.Custom<DateTimeOffset>("F__gc"), new DateTimeOffset(2027, 3, 31, 9, 30, 0, TimeSpan.Zero) },
        { "\"text\"", Field.Custom<string>("F__gc"), "text" },
        { "\"much\"", Field.Custom<decimal>("F__gc"), "much" },
        { "\"text\"", Field.ByName("F__gc"), "text" },
        { "null", Field.Custom<int>("F__gc"), null },
        { "\"half \\ud83d\"", Field.Custom<string>("F__gc"), null },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_field_is_read_as_its_token_says_or_as_it_is(string json, Field field, object? value)
    {
        var read = FieldReader.Read(Wire.Row(json), field);

        read.Should().Be(value);
        read?.GetType().Should().Be(value!.GetType());
    }

    [Fact]
    public void Lists_and_JSON_are_read_as_such()
    {
        FieldReader.Read(Wire.Row("\"a;b\""), Field.Custom<IReadOnlyList<string>>("F__gc")).Should().BeEquivalentTo(new[] { "a", "b" });
        FieldReader.Read(Wire.Row("{\"a\":1}"), Field.Custom<JsonElement>("F__gc")).Should().BeOfType<JsonElement>().Which.GetRawText().Should().Be("{\"a\":1}");
        FieldReader.Read(null, Field.ByName("F__gc")).Should().BeNull();
    }
}
