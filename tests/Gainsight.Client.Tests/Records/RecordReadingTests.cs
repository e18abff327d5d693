using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client.Tests;

public sealed class RecordReadingTests
{
    private static readonly Field<decimal> Decimal = Field.Custom<decimal>("F__gc");
    private static readonly Field<int> Int = Field.Custom<int>("F__gc");
    private static readonly Field<long> Long = Field.Custom<long>("F__gc");
    private static readonly Field<double> Double = Field.Custom<double>("F__gc");
    private static readonly Field<bool> Bool = Field.Custom<bool>("F__gc");
    private static readonly Field<string> Text = Field.Custom<string>("F__gc");
    private static readonly Field<IReadOnlyList<string>> Items = Field.Custom<IReadOnlyList<string>>("F__gc");
    private static readonly Field<JsonElement> Json = Field.Custom<JsonElement>("F__gc");
    private static readonly Field<DateOnly> Date = Field.Custom<DateOnly>("F__gc");
    private static readonly Field<DateTimeOffset> DateTime = Field.Custom<DateTimeOffset>("F__gc");

    [Theory]
    [InlineData("12.50", "12.50")]
    [InlineData("\"12.50\"", "12.50")]
    [InlineData("-0.001", "-0.001")]
    [InlineData("1.5e3", "1500")]
    [InlineData("\"1E-2\"", "0.01")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.1234567890123456789012345678", "0.1234567890123456789012345678")]
    [InlineData("\" 7 \"", "7")]
    [InlineData("\"\\u0031\\u0032\"", "12")]
    public void A_decimal_reads_exactly_from_a_number_or_from_text(string json, string expected) =>
        Wire.Row(json).Get(Decimal)!.Value.ToString(CultureInfo.InvariantCulture).Should().Be(expected);

    [Theory]
    [InlineData("12", 12)]
    [InlineData("12.0", 12)]
    [InlineData("\"12.00\"", 12)]
    [InlineData("1.2e1", 12)]
    [InlineData("-2147483648", int.MinValue)]
    public void A_whole_number_reads_from_every_form_of_it(string json, int expected)
    {
        Wire.Row(json).Get(Int).Should().Be(expected);
        Wire.Row(json).Get(Long).Should().Be(expected);
    }

    [Fact]
    public void A_long_reads_to_its_last_digit() => Wire.Row("9223372036854775807").Get(Long).Should().Be(long.MaxValue);

    [Theory]
    [InlineData("0.1", 0.1)]
    [InlineData("\"1e300\"", 1e300)]
    [InlineData("-3", -3d)]
    public void A_double_reads_from_a_number_or_from_text(string json, double expected) => Wire.Row(json).Get(Double).Should().Be(expected);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"true\"", true)]
    [InlineData("\"FALSE\"", false)]
    [InlineData("\"True\"", true)]
    public void A_boolean_reads_from_a_literal_or_from_text(string json, bool expected) => Wire.Row(json).Get(Bool).Should().Be(expected);

    [Theory]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"\"", "")]
    [InlineData("\"a \\\"quoted\\\" line\\n\\u00e9\"", "a \"quoted\" line\né")]
    [InlineData("\"Grüße 🙂\"", "Grüße 🙂")]
    [InlineData("12.50", "12.50")]
    [InlineData("true", "true")]
    [InlineData("[1, 2]", "[1, 2]")]
    public void Text_reads_as_it_is_and_other_values_as_their_raw_JSON(string json, string expected) => Wire.Row(json).Get(Text).Should().Be(expected);

    [Theory]
    [InlineData("[\"A\",\"B\"]", "A|B")]
    [InlineData("[\"A;1\",\"B\\u00e9\",7]", "A;1|Bé|7")]
    [InlineData("\"A;B\"", "A|B")]
    [InlineData("\"A; B ;\"", "A|B")]
    [InlineData("\"A\\u003bB\"", "A|B")]
    [InlineData("\"A\"", "A")]
    [InlineData("\"A,B\"", "A,B")]
    [InlineData("\"\"", "")]
    [InlineData("[]", "")]
    public void A_multi_select_reads_from_an_array_or_from_semicolons(string json, string expected) =>
        string.Join('|', Wire.Row(json).Get(Items)!).Should().Be(expected);

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void Null_and_empty_text_read_as_null_for_values_that_are_not_text(string json)
    {
        var row = Wire.Row(json);

        row.Get(Decimal).Should().BeNull();
        row.Get(Int).Should().BeNull();
        row.Get(Long).Should().BeNull();
        row.Get(Double).Should().BeNull();
        row.Get(Bool).Should().BeNull();
        row.Get(Date).Should().BeNull();
        row.Get(DateTime).Should().BeNull();
        row.Get(Json).Should().BeNull();
    }

    [Fact]
    public void Null_reads_as_null_for_text_and_lists()
    {
        Wire.Row("null").Get(Text).Should().BeNull();
        Wire.Row("null").Get(Items).Should().BeNull();
    }

    [Fact]
    public void An_absent_field_reads_as_null_whatever_its_type()
    {
        var record = new ObjectRecord();

        record.Get(Decimal).Should().BeNull();
        record.Get(Text).Should().BeNull();
        record.Get(Items).Should().BeNull();
        record.Get(Json).Should().BeNull();
        record["F__gc"].Should().BeNull();
    }

    [Fact]
    public void A_structure_reads_as_a_JSON_element_that_outlives_the_page()
    {
        var element = Wire.Row("""{"a":[1,{"b":"c"}]}""").Get(Json)!.Value;

        element.GetProperty("a")[1].GetProperty("b").GetString().Should().Be("c");
    }

    [Theory]
    [InlineData("\"s3cret\"")]
    [InlineData("{\"s3cret\":1}")]
    [InlineData("[\"s3cret\"]")]
    [InlineData("\"s3cret\\ud800\"")]
    [InlineData("\"2027-13-45 s3cret\"")]
    public void A_value_of_the_wrong_form_throws_naming_the_field_and_not_the_value(string json)
    {
        var row = Wire.Row(json);

        Refuses(() => row.Get(Decimal));
        Refuses(() => row.Get(Int));
        Refuses(() => row.Get(Long));
        Refuses(() => row.Get(Double));
        Refuses(() => row.Get(Bool));
        Refuses(() => row.Get(Date));
        Refuses(() => row.Get(DateTime));
    }

    [Theory]
    [InlineData("12.5")]
    [InlineData("2147483648")]
    [InlineData("1e40")]
    [InlineData("true")]
    public void A_number_that_no_int_holds_is_refused(string json) => Refuses(() => Wire.Row(json).Get(Int));

    [Theory]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("1e999")]
    public void A_number_without_a_finite_value_is_refused(string json)
    {
        Refuses(() => Wire.Row(json).Get(Double));
        Refuses(() => Wire.Row(json).Get(Decimal));
    }

    [Theory]
    [InlineData("{\"a\":1}")]
    [InlineData("[[\"s3cret\"]]")]
    [InlineData("[null]")]
    public void A_structure_that_is_not_a_list_of_items_is_refused(string json) => Refuses(() => Wire.Row(json).Get(Items));

    [Fact]
    public void Text_with_an_escape_that_is_no_character_is_refused() => Refuses(() => Wire.Row("\"s3cret\\ud800\"").Get(Text));

    [Fact]
    public void A_refused_value_never_says_that_the_request_may_have_been_processed() =>
        Wire.Row("\"x\"").Invoking(row => row.Get(Int)).Should().Throw<GainsightProtocolException>().Which.MayHaveBeenProcessed.Should().BeFalse();

    private static void Refuses<T>(Func<T> read) =>
        read.Should().Throw<GainsightProtocolException>().Which.ToString().Should().Contain("F__gc").And.NotContain("s3cret");
}
