using System.Text;

namespace Gainsight.Client.Tests;

public sealed class RecordPageReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"records":[]}""")]
    [InlineData("""{"records":null}""")]
    [InlineData("""{"count":0,"Records":[]}""")]
    public void Every_form_of_no_rows_is_an_empty_page(string data) => Wire.Read<Company>(data).Should().BeEmpty();

    [Theory]
    [InlineData("""[{"Name":"A"},{"Name":"B"}]""")]
    [InlineData("""{"records":[{"Name":"A"},{"Name":"B"}]}""")]
    [InlineData("""{"count":2,"errors":[{"records":1}],"Records":[{"Name":"A"},{"Name":"B"}],"next":{}}""")]
    public void Every_form_of_rows_is_read_in_order(string data) => Wire.Read<Company>(data).Select(row => row.Name).Should().Equal("A", "B");

    [Theory]
    [InlineData("5")]
    [InlineData("\"s3cret\"")]
    [InlineData("""{"rows":["s3cret"]}""")]
    [InlineData("""{"records":"s3cret"}""")]
    [InlineData("""["s3cret"]""")]
    [InlineData("[null]")]
    [InlineData("[[]]")]
    [InlineData("""[{"Name":"s3cret"}""")]
    [InlineData("""[{"Name":s3cret}]""")]
    [InlineData("""[{"Name":"s3cret" "x":1}]""")]
    [InlineData("""[{"s3cret\ud800":1}]""")]
    [InlineData("<html>s3cret</html>")]
    public void What_is_not_a_page_of_rows_is_refused_without_its_text(string data) =>
        FluentActions.Invoking(() => Wire.Read<Company>(data)).Should().Throw<GainsightProtocolException>().Which.ToString().Should().NotContain("s3cret");

    [Theory]
    [InlineData("""{"records":[],"records":[{"Name":"A"}]}""")]
    [InlineData("""{"records":[{"Name":"A"}],"total":1,"Records":null}""")]
    [InlineData("""{"records":null,"records":[{"Name":"A"}]}""")]
    public void Rows_that_are_listed_twice_are_refused_because_some_would_be_lost(string data) =>
        FluentActions.Invoking(() => Wire.Read<Company>(data)).Should().Throw<GainsightProtocolException>().WithMessage("*'records' twice*");

    [Fact]
    public void A_reader_works_on_after_a_page_that_it_refused()
    {
        var reader = new RecordPageReader<Company>();
        reader.Invoking(it => it.Read("""[{"Name":"A","Broken":"""u8)).Should().Throw<GainsightProtocolException>();

        reader.Read("""[{"Name":"B"}]"""u8)[0].Name.Should().Be("B");
    }

    [Fact]
    public void Rows_may_change_the_order_lack_fields_and_bring_new_ones()
    {
        var rows = Wire.Read<ObjectRecord>(
            """
            [{"A":1,"B":2,"C":3},
             {"C":6,"A":4,"B":5},
             {"B":7},
             {},
             {"D":8,"A":9},
             {"A":10,"B":11,"C":12,"D":13,"E":14},
             {"A":15}]
            """);

        rows.Select(Text).Should().Equal(
            "A=1 B=2 C=3", "A=4 B=5 C=6", "B=7", string.Empty, "A=9 D=8", "A=10 B=11 C=12 D=13 E=14", "A=15");
    }

    [Fact]
    public void Names_match_in_any_case_and_escaped_and_keep_the_spelling_that_came_first()
    {
        var rows = Wire.Read<ObjectRecord>("""[{"Arr":1,"Größe__gc":2},{"ARR":3,"GRÖSSE__gc":4,"gröSSe__GC":5},{"\u0041rr":6,"GRÖßE__gc":7}]""");

        rows.Select(Text).Should().Equal("Arr=1 Größe__gc=2", "Arr=3 GRÖSSE__gc=5", "Arr=6 Größe__gc=7");
    }

    [Fact]
    public void A_name_with_quotes_in_it_is_one_name_in_every_row() =>
        Wire.Read<ObjectRecord>("""[{"a\":1,\"b":1},{"a\":1,\"b":2},{"a":1,"b":3},{"a\u0022:1,\u0022b":4}]""").Select(Text)
            .Should().Equal("a\":1,\"b=1", "a\":1,\"b=2", "a=1 b=3", "a\":1,\"b=4");

    [Fact]
    public void White_space_may_stand_wherever_JSON_allows_it() =>
        Wire.Read<ObjectRecord>(" [\r\n\t{ \"A\" : 1 , \"B\" :\t-0.5e1 } ,\n{\"A\":true\n,\"B\": null } , { } ] ").Select(Text).Should().Equal("A=1 B=-5", "A=True B=", string.Empty);

    [Fact]
    public void Of_two_properties_with_one_name_the_later_wins()
    {
        var row = Wire.Company("""{"Arr":1,"Name":"A","ARR":2}""");

        row.Arr.Should().Be(2);
        row.FieldNames.Should().Equal("Arr", "Name");
    }

    [Fact]
    public void A_property_without_a_name_is_skipped() => Text(Wire.Read<ObjectRecord>("""[{"":{"x":1},"A":2," ":3,"B":4}]""")[0]).Should().Be("A=2 B=4");

    [Fact]
    public void Paths_are_flat_fields()
    {
        var row = Wire.Company("""{"Csm__gr.Email":"rhea@acme.example"}""");

        row.Get(CompanyFields.Csm.Then(UserFields.Email)).Should().Be("rhea@acme.example");
        row["csm__gr.email"].Should().Be("rhea@acme.example");
    }

    [Fact]
    public void A_reader_carries_its_schema_from_page_to_page()
    {
        var reader = new RecordPageReader<ObjectRecord>();
        reader.Read("""[{"A":1,"B":2}]"""u8);

        reader.Read("""[{"B":3,"A":4,"C":5},{"C":6}]"""u8).Select(Text).Should().Equal("A=4 B=3 C=5", "C=6");
    }

    [Fact]
    public void Rows_do_not_look_at_the_page_buffer_again()
    {
        var page = Encoding.UTF8.GetBytes("""[{"Name":"Acme","Arr":5,"Extra__gc":{"a":"b"}}]""");
        var row = new RecordPageReader<Company>().Read(page)[0];
        Array.Fill(page, (byte)'#');

        row.Name.Should().Be("Acme");
        row.Arr.Should().Be(5);
        row.Get(Field.Custom<string>("Extra__gc")).Should().Be("""{"a":"b"}""");
    }

    [Fact]
    public void The_system_fields_read_from_every_record_type()
    {
        var row = Wire.Read<ObjectRecord>("""[{"Gsid":"1Z01A","CreatedDate":1806478496789,"ModifiedDate":"2027-03-31T07:34:56Z","CreatedBy":"1P01A","ModifiedBy":"1P01B"}]""")[0];

        row.Gsid.Should().Be("1Z01A");
        row.CreatedDate.Should().Be(DateTimeOffset.FromUnixTimeMilliseconds(1806478496789));
        row.ModifiedDate.Should().Be(new DateTimeOffset(2027, 3, 31, 7, 34, 56, TimeSpan.Zero));
        row.CreatedBy.Should().Be("1P01A");
        row.ModifiedBy.Should().Be("1P01B");
    }

    private static string Text(GainsightRecord row) => string.Join(' ', row.FieldNames.Select(name => $"{name}={row[name]}"));
}
