namespace Gainsight.Client.Tests;

public sealed class RecordTextTests
{
    [Theory]
    [InlineData("\"as it is \"", "as it is ")]
    [InlineData("\"caf\\u00e9\"", "café")]
    [InlineData("5", "5")]
    [InlineData("5.0", "5")]
    [InlineData("5.10", "5.1")]
    [InlineData("5e1", "50")]
    [InlineData("500", "500")]
    [InlineData("-0.50", "-0.5")]
    [InlineData("1e40", "1e40")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", null)]
    public void A_loaded_value_has_one_text(string json, string? expected)
    {
        Wire.Row(json).TryGetText("f__gc", WireFormat.Default, out var text).Should().BeTrue();

        text.Should().Be(expected);
    }

    [Fact]
    public void A_set_value_has_the_text_of_the_same_value_loaded()
    {
        Text(5).Should().Be("5");
        Text(5L).Should().Be("5");
        Text(5.00m).Should().Be("5");
        Text(5d).Should().Be("5");
        Text(5e20).Should().Be("500000000000000000000");
        Text(true).Should().Be("true");
        Text("5.0").Should().Be("5.0");
        Text(null).Should().BeNull();
        Text(new[] { "A", "B" }).Should().Be("A;B");
        Text(new DateOnly(2027, 3, 31)).Should().Be("2027-03-31");
        Text(new DateTimeOffset(2027, 3, 31, 1, 2, 3, TimeSpan.Zero)).Should().Be("2027-03-31T01:02:03.000Z");
    }

    [Fact]
    public void A_date_has_the_form_of_the_tenant()
    {
        new Company { RenewalDate = new DateOnly(2027, 3, 31) }
            .TryGetText("RenewalDate", new WireFormat(DateFormat.MonthDayYear, MultiSelectFormat.Array), out var text).Should().BeTrue();

        text.Should().Be("03-31-2027");
    }

    [Fact]
    public void The_value_of_a_lookup_is_found_under_its_virtual_key()
    {
        var company = new Company();
        company.SetLookup(CompanyFields.Csm, UserFields.Email, "a@b.example");

        company.TryGetText("csm__by_email", WireFormat.Default, out var text).Should().BeTrue();
        text.Should().Be("a@b.example");
        company.TryGetText("Csm__by_Name", WireFormat.Default, out _).Should().BeFalse();
        company.TryGetText("Csm", WireFormat.Default, out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("Mrr")]
    [InlineData("")]
    public void An_absent_field_has_no_text(string name) => new Company { Arr = 1 }.TryGetText(name, WireFormat.Default, out _).Should().BeFalse();

    private static string? Text(object? value)
    {
        new ObjectRecord { ["F__gc"] = value }.TryGetText("F__gc", WireFormat.Default, out var text).Should().BeTrue();
        return text;
    }
}
