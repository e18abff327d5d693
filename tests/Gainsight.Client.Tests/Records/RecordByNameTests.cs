using System.Text.Json;

namespace Gainsight.Client.Tests;

public sealed class RecordByNameTests
{
    public static TheoryData<object, object, string> Settable => new()
    {
        { "text", "text", "\"text\"" },
        { true, true, "true" },
        { (sbyte)-1, -1L, "-1" },
        { (byte)1, 1L, "1" },
        { (short)-2, -2L, "-2" },
        { (ushort)2, 2L, "2" },
        { 3, 3, "3" },
        { 4u, 4L, "4" },
        { 5L, 5L, "5" },
        { ulong.MaxValue, 18446744073709551615m, "18446744073709551615" },
        { 1.50m, 1.50m, "1.50" },
        { 0.1d, 0.1d, "0.1" },
        { 0.1f, 0.1d, "0.1" },
        { new DateOnly(2027, 3, 31), new DateOnly(2027, 3, 31), "\"2027-03-31\"" },
        { new DateTimeOffset(2027, 3, 31, 1, 2, 3, TimeSpan.FromHours(2)), new DateTimeOffset(2027, 3, 31, 1, 2, 3, TimeSpan.FromHours(2)), "\"2027-03-31T01:02:03.000+02:00\"" },
        { new DateTime(2027, 3, 31, 1, 2, 3, DateTimeKind.Unspecified), new DateTimeOffset(2027, 3, 31, 1, 2, 3, TimeSpan.Zero), "\"2027-03-31T01:02:03.000Z\"" },
        { new DateTime(2027, 3, 31, 1, 2, 3, DateTimeKind.Utc), new DateTimeOffset(2027, 3, 31, 1, 2, 3, TimeSpan.Zero), "\"2027-03-31T01:02:03.000Z\"" },
        { new[] { "A", "B" }, new[] { "A", "B" }, "[\"A\",\"B\"]" },
    };

    [Theory]
    [MemberData(nameof(Settable))]
    public void Every_supported_value_is_kept_and_written(object value, object expected, string json)
    {
        var record = new ObjectRecord { ["F__gc"] = value };

        record["f__GC"].Should().BeEquivalentTo(expected).And.BeOfType(expected.GetType());
        Wire.Insert(record).Should().Be($$"""{"F__gc":{{json}}}""");
    }

    [Fact]
    public void A_JSON_element_outlives_its_document()
    {
        var record = new ObjectRecord();
        using (var document = JsonDocument.Parse("""{"a":[1]}"""))
        {
            record["F__gc"] = document.RootElement;
        }

        record["F__gc"].Should().BeOfType<JsonElement>();
        Wire.Insert(record).Should().Be("""{"F__gc":{"a":[1]}}""");
    }

    [Fact]
    public void A_JSON_null_is_null()
    {
        using var document = JsonDocument.Parse("null");
        var record = new ObjectRecord { ["F__gc"] = document.RootElement };

        record["F__gc"].Should().BeNull();
        record.IsSet("F__gc").Should().BeTrue();
    }

    [Fact]
    public void A_list_is_copied_when_it_is_set()
    {
        var items = new List<string> { "A" };
        var record = new ObjectRecord { ["F__gc"] = items };
        items.Add("B");

        record["F__gc"].Should().BeEquivalentTo(new[] { "A" });
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void A_number_that_JSON_lacks_is_refused(object value)
    {
        var record = new ObjectRecord();

        record.Invoking(it => it["F__gc"] = value).Should().Throw<ArgumentException>();
        record.IsSet("F__gc").Should().BeFalse();
    }

    [Fact]
    public void A_typed_NaN_is_refused() =>
        new ObjectRecord().Invoking(it => it.Set(Field.Custom<double>("F__gc"), double.NaN)).Should().Throw<ArgumentException>();

    [Fact]
    public void A_value_of_another_type_is_refused_with_the_types_that_work()
    {
        new ObjectRecord().Invoking(it => it["F__gc"] = Guid.Empty).Should().Throw<ArgumentException>().WithMessage("*System.Guid*DateTimeOffset*JsonElement*");
        new ObjectRecord().Invoking(it => it["F__gc"] = new string?[] { null }).Should().Throw<ArgumentException>();
        new ObjectRecord().Invoking(it => it["F__gc"] = default(JsonElement)).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_blank_name_is_refused(string name) => new ObjectRecord().Invoking(it => it[name]).Should().Throw<ArgumentException>();

    [Theory]
    [InlineData("\"a\\nb\"", "a\nb")]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("null", null)]
    public void A_loaded_value_reads_as_what_the_JSON_says(string json, object? expected) => Wire.Row(json)["F__gc"].Should().Be(expected);

    [Fact]
    public void A_loaded_number_reads_as_a_decimal_or_as_JSON_where_no_decimal_holds_it()
    {
        Wire.Row("1.50")["F__gc"].Should().Be(1.50m);
        Wire.Row("1e40")["F__gc"].Should().BeOfType<JsonElement>().Which.GetRawText().Should().Be("1e40");
        Wire.Row("[1]")["F__gc"].Should().BeOfType<JsonElement>();
    }

    [Fact]
    public void A_value_set_by_name_reads_through_a_typed_token_as_if_it_had_been_loaded()
    {
        var company = new Company { ["Arr"] = "12.50", ["RenewalDate"] = "03/31/2027 00:00:00", ["Tags"] = "A;B", ["Employees"] = 12.0m, ["Name"] = 5 };

        company.Arr.Should().Be(12.50m);
        company.RenewalDate.Should().Be(new DateOnly(2027, 3, 31));
        company.Tags.Should().Equal("A", "B");
        company.Employees.Should().Be(12);
        company.Name.Should().Be("5");
    }

    [Fact]
    public void A_value_set_through_a_token_reads_as_another_type_where_that_makes_sense()
    {
        var company = new Company { Employees = 5, RenewalDate = new DateOnly(2027, 3, 31), Tags = ["A"] };

        company.Get(Field.Custom<decimal>("Employees")).Should().Be(5);
        company.Get(Field.Custom<double>("Employees")).Should().Be(5);
        company.Get(Field.Custom<long>("Employees")).Should().Be(5);
        company.Get(Field.Custom<DateTimeOffset>("RenewalDate")).Should().Be(new DateTimeOffset(2027, 3, 31, 0, 0, 0, TimeSpan.Zero));
        company.Get(Field.Custom<JsonElement>("Tags"))!.Value.GetArrayLength().Should().Be(1);
        company.Invoking(it => it.Get(Field.Custom<bool>("Employees"))).Should().Throw<GainsightProtocolException>();
    }
}
