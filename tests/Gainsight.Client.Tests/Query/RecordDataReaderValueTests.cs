using System.Data.Common;
using System.Globalization;

#pragma warning disable CA1849 // The synchronous members are tested.

namespace Gainsight.Client.Tests.Query;

/// <summary>The values that a bulk copy takes from a data reader.</summary>
public sealed class RecordDataReaderValueTests : IDisposable
{
    private const int Name = DataReaderFixture.Name;
    private const int Seats = DataReaderFixture.Seats;
    private const int Bought = DataReaderFixture.Bought;
    private const int Seen = DataReaderFixture.Seen;

    private const string Full =
        """{"Name":"Press","Seats__gc":12,"In_Use__gc":true,"Bought__gc":"2026-03-31","Seen__gc":"2026-04-01T10:20:30Z","Tags__gc":["Big","Loud"]}""";

    private static readonly object[] FullValues =
        ["Press", 12m, true, new DateTime(2026, 3, 31), new DateTime(2026, 4, 1, 10, 20, 30, DateTimeKind.Utc), "Big;Loud"];

    private readonly DataReaderFixture _fixture = new();

    public static TheoryData<string, Func<DbDataReader, object>> Wholes => new()
    {
        { "0", reader => reader.GetByte(Seats) },
        { "255", reader => reader.GetByte(Seats) },
        { "-32768", reader => reader.GetInt16(Seats) },
        { "32767", reader => reader.GetInt16(Seats) },
        { "-2147483648", reader => reader.GetInt32(Seats) },
        { "2147483647", reader => reader.GetInt32(Seats) },
        { "-9223372036854775808", reader => reader.GetInt64(Seats) },
        { "9223372036854775807", reader => reader.GetInt64(Seats) },
        { "7", reader => reader.GetFieldValue<byte>(Seats) },
        { "8", reader => reader.GetFieldValue<short>(Seats) },
        { "9", reader => reader.GetFieldValue<int>(Seats) },
        { "10", reader => reader.GetFieldValue<long>(Seats) },
        { "11", reader => reader.GetFieldValue<decimal>(Seats) },
        { "12", reader => reader.GetFieldValue<byte?>(Seats)! },
        { "0.5", reader => reader.GetFloat(Seats) },
        { "0.5", reader => reader.GetDouble(Seats) },
        { "0.25", reader => reader.GetFieldValue<float>(Seats) },
        { "0.25", reader => reader.GetFieldValue<double>(Seats) },
        { "0.125", reader => reader.GetDecimal(Seats) },
    };

    public static TheoryData<string, Action<DbDataReader>> NotOfThisSize => new()
    {
        { "-1", reader => reader.GetByte(Seats) },
        { "256", reader => reader.GetByte(Seats) },
        { "-32769", reader => reader.GetInt16(Seats) },
        { "32768", reader => reader.GetInt16(Seats) },
        { "-2147483649", reader => reader.GetInt32(Seats) },
        { "2147483648", reader => reader.GetInt32(Seats) },
        { "-9223372036854775809", reader => reader.GetInt64(Seats) },
        { "9223372036854775808", reader => reader.GetInt64(Seats) },
        { "1.25", reader => reader.GetInt32(Seats) },
        { "1.25", reader => reader.GetFieldValue<long>(Seats) },
    };

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task A_row_is_copied_whole()
    {
        await using var reader = await _fixture.AtAsync(Full);
        var values = new object[6];

        reader.GetValues(values).Should().Be(6);

        values.Should().Equal(FullValues);
        Enumerable.Range(0, 6).Select(i => reader[i]).Should().Equal(FullValues);
        Enumerable.Range(0, 6).Select(i => reader[reader.GetName(i)]).Should().Equal(FullValues);
        Enumerable.Range(0, 6).Should().NotContain(i => reader.IsDBNull(i));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Name":null,"Seats__gc":null,"In_Use__gc":null,"Bought__gc":null,"Seen__gc":null,"Tags__gc":null}""")]
    [InlineData("""{"Name":"","Tags__gc":[]}""")]
    public async Task A_field_without_a_value_is_DBNull(string row)
    {
        await using var reader = await _fixture.AtAsync(row);

        Enumerable.Range(0, 6).Should().OnlyContain(i => reader.IsDBNull(i) && reader.GetValue(i) == DBNull.Value);
    }

    [Fact]
    public async Task An_array_that_is_shorter_or_longer_than_the_row_gets_what_fits()
    {
        await using var reader = await _fixture.AtAsync(Full);
        var two = new object[2];
        var seven = new object[7];

        (reader.GetValues(two), reader.GetValues(seven)).Should().Be((2, 6));

        two.Should().Equal("Press", 12m);
        seven[6].Should().BeNull();
        reader.Invoking(row => row.GetValues(null!)).Should().Throw<ArgumentNullException>().WithParameterName("values");
    }

    [Fact]
    public async Task Each_type_has_its_own_method()
    {
        await using var reader = await _fixture.AtAsync(Full);

        (reader.GetString(Name), reader.GetBoolean(DataReaderFixture.InUse), reader.GetDateTime(Bought), reader.GetString(DataReaderFixture.Tags))
            .Should().Be(("Press", true, new DateTime(2026, 3, 31), "Big;Loud"));
        (reader.GetFieldValue<DateOnly>(Bought), reader.GetFieldValue<DateOnly?>(Bought), reader.GetFieldValue<object>(Seats))
            .Should().Be((new DateOnly(2026, 3, 31), new DateOnly(2026, 3, 31), 12m));
        var seen = new DateTimeOffset(2026, 4, 1, 10, 20, 30, TimeSpan.Zero);
        (reader.GetFieldValue<DateTimeOffset>(Seen), reader.GetFieldValue<DateTimeOffset?>(Seen)).Should().Be((seen, seen));
    }

    [Theory]
    [MemberData(nameof(Wholes))]
    public async Task A_number_is_read_in_the_type_that_is_asked_for_up_to_its_bounds(string number, Func<DbDataReader, object> read)
    {
        await using var reader = await _fixture.AtAsync($$"""{"Seats__gc":{{number}}}""");

        Convert.ToString(read(reader), CultureInfo.InvariantCulture).Should().Be(number);
    }

    [Theory]
    [MemberData(nameof(NotOfThisSize))]
    public async Task A_number_that_does_not_fit_is_refused_and_not_cut_off(string number, Action<DbDataReader> read)
    {
        await using var reader = await _fixture.AtAsync($$"""{"Seats__gc":{{number}}}""");

        reader.Invoking(read).Should().Throw<InvalidCastException>().WithMessage("*Seats__gc*Decimal*whole number*").Which.Message.Should().NotContain(number);
    }

    [Fact]
    public async Task A_value_of_another_type_is_refused_with_column_and_type()
    {
        await using var reader = await _fixture.AtAsync("""{"Name":"Press","Seats__gc":12}""");

        reader.Invoking(row => row.GetBoolean(Seats)).Should().Throw<InvalidCastException>().WithMessage("*Seats__gc*Decimal*Boolean*");
        reader.Invoking(row => row.GetDateTime(Name)).Should().Throw<InvalidCastException>().WithMessage("*Name*String*DateTime*");
        reader.Invoking(row => row.GetFieldValue<DateOnly>(Seats)).Should().Throw<InvalidCastException>().WithMessage("*Seats__gc*DateOnly*");
        reader.Invoking(row => row.GetFieldValue<int>(Name)).Should().Throw<InvalidCastException>().WithMessage("*Name*Int32*");
        reader.Invoking(row => row.GetBytes(Name, 0, null, 0, 0)).Should().Throw<InvalidCastException>().WithMessage("*Name*Byte*");
        reader.Invoking(row => row.GetString(Seats)).Should().Throw<InvalidCastException>().Which.Message.Should().NotContain("DBNull");
        reader.Invoking(row => row.GetFieldValue<DateTimeOffset>(Bought)).Should().Throw<InvalidCastException>().WithMessage("*Bought__gc*here DBNull*");
    }

    [Fact]
    public async Task DBNull_is_null_of_a_nullable_type_only()
    {
        await using var reader = await _fixture.AtAsync("{}");

        (reader.GetFieldValue<int?>(Seats), reader.GetFieldValue<DateOnly?>(Bought), reader.GetFieldValue<object>(Name)).Should().Be((null, null, DBNull.Value));
        reader.Invoking(row => row.GetInt32(Seats)).Should().Throw<InvalidCastException>().WithMessage("*Seats__gc*DBNull*");
        reader.Invoking(row => row.GetString(Name)).Should().Throw<InvalidCastException>().WithMessage("*Name*DBNull*");
    }

    [Fact]
    public async Task A_text_of_one_character_is_a_character()
    {
        await using var one = await _fixture.AtAsync("""{"Name":"P"}""");
        await using var two = await _fixture.AtAsync("""{"Name":"Pr"}""");

        one.GetChar(Name).Should().Be('P');
        two.Invoking(row => row.GetChar(Name)).Should().Throw<InvalidCastException>().WithMessage("*Name*Char*");
    }

    [Fact]
    public async Task A_text_that_is_a_guid_is_one()
    {
        await using var guid = await _fixture.AtAsync("""{"Name":"6f9619ff-8b86-d011-b42d-00cf4fc964ff"}""");
        await using var other = await _fixture.AtAsync(Full);

        guid.GetGuid(Name).Should().Be(new Guid("6f9619ff-8b86-d011-b42d-00cf4fc964ff"));
        other.Invoking(row => row.GetGuid(Name)).Should().Throw<InvalidCastException>().WithMessage("*Name*Guid*");
    }

    [Theory]
    [InlineData(0, 0, 5, "Press-")]
    [InlineData(0, 0, 2, "Pr----")]
    [InlineData(1, 0, 9, "ress--")]
    [InlineData(1, 4, 9, "----re")]
    [InlineData(4, 5, 1, "-----s")]
    [InlineData(5, 0, 1, "------")]
    [InlineData(99_999_999_999, 0, 1, "------")]
    [InlineData(0, 6, 1, "------")]
    public async Task Characters_are_copied_from_an_offset_to_an_offset(long from, int to, int length, string expected)
    {
        await using var reader = await _fixture.AtAsync(Full);
        var buffer = "------".ToCharArray();

        var count = reader.GetChars(Name, from, buffer, to, length);

        new string(buffer).Should().Be(expected);
        count.Should().Be(expected.Count(each => each != '-'));
    }

    [Fact]
    public async Task Without_a_buffer_the_length_of_the_text_is_returned()
    {
        await using var reader = await _fixture.AtAsync(Full);

        reader.GetChars(Name, 0, null, 0, 0).Should().Be(5);
    }

    [Theory]
    [InlineData(-1, 0, 1, "dataOffset")]
    [InlineData(0, -1, 1, "bufferOffset")]
    [InlineData(0, 0, -1, "length")]
    [InlineData(0, 4, 1, "bufferOffset")]
    public async Task An_offset_or_length_outside_of_the_buffer_is_named(long from, int to, int length, string argument)
    {
        await using var reader = await _fixture.AtAsync(Full);

        reader.Invoking(row => row.GetChars(Name, from, new char[3], to, length)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName(argument);
    }

    [Theory]
    [InlineData("NUMBER", "1.5", 1.5)]
    [InlineData("PERCENTAGE", "1.5", 1.5)]
    [InlineData("CURRENCY", "1.5", 1.5)]
    [InlineData("JSONNUMBER", "1.5", 1.5)]
    [InlineData("BOOLEAN", "true", true)]
    [InlineData("JSONBOOLEAN", "true", true)]
    [InlineData("JSON", "[1,2]", "[1,2]")]
    [InlineData("PICKLIST", "\"I1\"", "I1")]
    public async Task The_described_type_decides_the_type_of_a_value(string type, string json, object expected)
    {
        using QueryFixture fixture = new();
        fixture.Describe("[]", ("Asset__gc", $$"""{"fieldName":"F","dataType":"{{type}}"}"""));

        await using var reader = await fixture.Client.Objects("Asset__gc").Query().Select("F").ToDataReaderAsync(_fixture.RowsAsync([$$"""{"F":{{json}}}"""]));

        (await reader.ReadAsync()).Should().BeTrue();
        reader.GetValue(0).Should().Be(expected is double number ? (decimal)number : expected);
        reader.GetDataTypeName(0).Should().Be(type);
    }

    [Fact]
    public async Task The_tokens_decide_the_types_of_an_object_that_the_tenant_does_not_describe()
    {
        using QueryFixture fixture = new();
        fixture.Describe("[]");
        var query = fixture.Client.Objects("Asset__gc").Query().Select(Field.Custom<decimal>("Seats"), "Name");

        await using var reader = await query.ToDataReaderAsync(_fixture.RowsAsync(["""{"Seats":3,"Name":"Press"}"""]));

        (await reader.ReadAsync()).Should().BeTrue();
        (reader.GetValue(0), reader.GetValue(1), reader.GetDataTypeName(1)).Should().Be((3m, "Press", "STRING"));
    }

    [Fact]
    public async Task Items_of_picklists_become_their_labels_and_unknown_items_stay()
    {
        const string options =
            """
            "options":[{"label":"Big","value":"I1","groupId":"C1","active":true},{"label":"Loud","value":"I2","groupId":"C1","active":true}]
            """;
        using QueryFixture fixture = new();
        fixture.Describe("[]", ("Asset__gc", $$"""{"fieldName":"One","dataType":"PICKLIST",{{options}}},{"fieldName":"All","dataType":"MULTISELECTDROPDOWNLIST",{{options}}}"""));
        var query = fixture.Client.Objects("Asset__gc").Query().Select("One", "All").WithLabels();

        await using var reader = await query.ToDataReaderAsync(_fixture.RowsAsync(["""{"One":"I2","All":["I1","I3","I2"]}""", """{"One":"I3","All":[]}"""]));

        (await reader.ReadAsync()).Should().BeTrue();
        (reader[0], reader[1]).Should().Be(("Loud", "Big;I3;Loud"));
        (await reader.ReadAsync()).Should().BeTrue();
        (reader[0], reader[1]).Should().Be(("I3", DBNull.Value));
    }
}
