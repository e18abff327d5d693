using System.Text.Json;

namespace Gainsight.Client.Tests;

public sealed class RecordWritingTests
{
    private static readonly WireFormat Other = new(DateFormat.MonthDayYear, MultiSelectFormat.Semicolons);

    [Theory]
    [InlineData(14)]
    [InlineData(5.5)]
    [InlineData(-11)]
    public void A_time_in_a_date_field_is_its_day_whatever_the_offset(double hours)
    {
        foreach (var time in (int[])[0, 23])
        {
            var company = new Company { ["RenewalDate"] = new DateTimeOffset(2027, 3, 31, time, 0, 0, TimeSpan.FromHours(hours)) };

            Wire.Insert(company).Should().Be("""{"RenewalDate":"2027-03-31"}""");
            company.RenewalDate.Should().Be(new DateOnly(2027, 3, 31));
        }
    }

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Unspecified)]
    public void A_DateTime_in_a_date_field_is_its_day_whatever_its_kind(DateTimeKind kind) =>
        Wire.Insert(new Company { ["RenewalDate"] = new DateTime(2027, 3, 31, 0, 0, 0, kind) }).Should().Be("""{"RenewalDate":"2027-03-31"}""");

    [Fact]
    public void A_bad_date_is_reported_with_its_value_and_with_what_to_set()
    {
        var record = new Company { ["RenewalDate"] = "31.3.2027" };

        var failure = ((Action)(() => Wire.Insert(record))).Should().Throw<GainsightProtocolException>().WithMessage("*RenewalDate*Set a DateOnly*").Which;

        failure.ToString().Should().NotContain("31.3.2027");
        Outcomes.Unwritable(failure).Should().BeEquivalentTo(new { Field = "RenewalDate", InvalidValue = "31.3.2027" });
    }

    [Fact]
    public void An_item_with_a_semicolon_is_refused_where_it_would_become_two()
    {
        foreach (var company in (Company[])[new() { Tags = ["A", "B;C"] }, Wire.Company("""{"Tags":["A","B;C"]}""")])
        {
            Wire.Insert(company).Should().Be("""{"Tags":["A","B;C"]}""");

            ((Action)(() => Wire.Insert(company, format: Other))).Should().Throw<GainsightProtocolException>().WithMessage("*Tags*")
                .Which.InvalidValue.Should().Be("B;C");
        }
    }

    [Fact]
    public void Typed_values_are_written_in_the_forms_of_the_contract()
    {
        var company = new Company
        {
            Name = "Größe \"A\"",
            Arr = 125_000.10m,
            Employees = 7,
            RenewalDate = new DateOnly(2027, 3, 31),
            Tags = ["A", "B;C"],
        };
        company.Set(Field.Custom<DateTimeOffset>("At__gc"), new DateTimeOffset(2027, 3, 31, 1, 2, 3, 4, TimeSpan.Zero).AddTicks(5678));
        company.Set(Field.Custom<DateTimeOffset>("There__gc"), new DateTimeOffset(2027, 3, 31, 1, 2, 3, TimeSpan.FromMinutes(-330)));
        company.Set(Field.Custom<long>("Big__gc"), long.MaxValue);
        company.Set(Field.Custom<double>("Rate__gc"), 0.1);
        company.Set(Field.Custom<bool>("Live__gc"), true);
        company.Set(Field.Custom<JsonElement>("Extra__gc"), JsonDocument.Parse("""{"a":1}""").RootElement);

        Wire.Insert(company).Should().Be(
            """{"Name":"Größe \"A\"","Arr":125000.10,"Employees":7,"RenewalDate":"2027-03-31","Tags":["A","B;C"],"At__gc":"2027-03-31T01:02:03.004Z","There__gc":"2027-03-31T01:02:03.000-05:30","Big__gc":9223372036854775807,"Rate__gc":0.1,"Live__gc":true,"Extra__gc":{"a":1}}""");
    }

    [Fact]
    public void The_tenant_may_want_other_forms()
    {
        var company = new Company { RenewalDate = new DateOnly(2027, 3, 31), Tags = ["A", "B"] };

        Wire.Insert(company, format: Other).Should().Be("""{"RenewalDate":"03-31-2027","Tags":"A;B"}""");
    }

    [Theory]
    [InlineData("1806451200000", "\"2027-03-31\"", "\"03-31-2027\"")]
    [InlineData("\"2027-03-31T07:34:56\\u002b00:00\"", "\"2027-03-31\"", "\"03-31-2027\"")]
    [InlineData("\"03-31-2027\"", "\"2027-03-31\"", "\"03-31-2027\"")]
    [InlineData("\"\"", "null", "null")]
    [InlineData("null", "null", "null")]
    public void A_loaded_date_is_brought_into_the_form_of_the_tenant(string json, string iso, string monthDayYear)
    {
        var company = Wire.Company($$"""{"RenewalDate":{{json}}}""");

        Wire.Insert(company).Should().Be($$"""{"RenewalDate":{{iso}}}""");
        Wire.Insert(company, format: Other).Should().Be($$"""{"RenewalDate":{{monthDayYear}}}""");
    }

    [Theory]
    [InlineData("1806478496789", "\"2027-03-31T07:34:56.789Z\"")]
    [InlineData("\"2027-03-31 07:34:56.7\"", "\"2027-03-31T07:34:56.700Z\"")]
    [InlineData("\"2027-03-31T07:34:56+0530\"", "\"2027-03-31T07:34:56.000+05:30\"")]
    [InlineData("\"\"", "null")]
    public void A_loaded_date_time_is_brought_into_ISO_form(string json, string expected)
    {
        var definition = new ObjectDefinition("Asset__gc", [Field.Custom<DateTimeOffset>("F__gc")]);

        Wire.Insert(Wire.Row(json), definition).Should().Be($$"""{"F__gc":{{expected}}}""");
    }

    [Theory]
    [InlineData("\"A;B é\"", "[\"A\",\"B é\"]", "\"A;B é\"")]
    [InlineData("\"A\\u003bB\"", "[\"A\",\"B\"]", "\"A\\u003bB\"")]
    [InlineData("\"\"", "[]", "\"\"")]
    [InlineData("[\"A\", \"B\"]", "[\"A\", \"B\"]", "\"A;B\"")]
    [InlineData("null", "null", "null")]
    public void Loaded_items_are_brought_into_the_form_of_the_tenant(string json, string array, string semicolons)
    {
        var company = Wire.Company($$"""{"Tags":{{json}}}""");

        Wire.Insert(company).Should().Be($$"""{"Tags":{{array}}}""");
        Wire.Insert(company, format: Other).Should().Be($$"""{"Tags":{{semicolons}}}""");
    }

    [Theory]
    [InlineData("1.50")]
    [InlineData("1e40")]
    [InlineData("\"a\\u00e9\\n\\/\"")]
    [InlineData("\"Grüße\"")]
    [InlineData("{\"a\": [1, 2]}")]
    [InlineData("true")]
    public void Every_other_loaded_value_goes_out_byte_for_byte_as_it_came(string json) =>
        Wire.Insert(Wire.Row(json)).Should().Be($$"""{"F__gc":{{json}}}""");

    [Fact]
    public void A_value_set_by_name_takes_the_shape_of_the_field_it_is_for()
    {
        var company = new Company
        {
            ["RenewalDate"] = new DateTimeOffset(2027, 3, 31, 23, 30, 0, TimeSpan.FromHours(-1)),
            ["OriginalContractDate"] = "2020-01-02T00:00:00Z",
            ["Tags"] = "A;B",
        };

        Wire.Insert(company).Should().Be("""{"RenewalDate":"2027-03-31","OriginalContractDate":"2020-01-02","Tags":["A","B"]}""");
    }

    [Fact]
    public void A_day_set_on_a_date_time_field_is_its_midnight_in_UTC()
    {
        var definition = new ObjectDefinition("Asset__gc", [Field.Custom<DateTimeOffset>("F__gc")]);
        var record = new ObjectRecord { ["F__gc"] = new DateOnly(2027, 3, 31) };

        Wire.Insert(record, definition).Should().Be("""{"F__gc":"2027-03-31T00:00:00.000Z"}""");
    }

    [Fact]
    public void A_date_field_that_holds_no_date_is_refused_without_its_value()
    {
        var set = new Company { ["RenewalDate"] = "s3cret" };
        var loaded = Wire.Company("""{"RenewalDate":"s3cret"}""");

        foreach (var company in new[] { set, loaded })
        {
            company.Invoking(it => Wire.Insert(it)).Should().Throw<GainsightProtocolException>()
                .Which.ToString().Should().Contain("RenewalDate").And.NotContain("s3cret");
        }
    }

    [Fact]
    public void A_token_of_ones_own_for_a_read_only_field_does_not_make_it_writable()
    {
        var company = new Company { Name = "Acme" };
        company.Set(Field.Custom<decimal>("nps"), 9);

        Wire.Insert(company).Should().Be("""{"Name":"Acme"}""");
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_when_set_and_goes_out_as_it_came_when_loaded()
    {
        FluentActions.Invoking(() => Wire.Insert(new ObjectRecord { ["F__gc"] = "a\ud83d" })).Should().Throw<GainsightProtocolException>()
            .Where(refused => refused.Field == "F__gc" && refused.InvalidValue == "a\ud83d" && !refused.Message.Contains('a' + "\ud83d"));
        Wire.Insert(Wire.Row("""
            "a\ud83d"
            """.Trim())).Should().Be("""{"F__gc":"a\ud83d"}""");
    }

    [Fact]
    public void Names_of_custom_fields_are_sent_as_given()
    {
        var company = new Company { ["ARR__gc"] = 1, ["Größe__gc"] = 2 };

        JsonDocument.Parse(Wire.Insert(company)).RootElement.EnumerateObject().Select(property => property.Name).Should().Equal("ARR__gc", "Größe__gc");
    }
}
