namespace Gainsight.Client.Tests.Writes;

public sealed class KeyTextTests
{
    [Theory]
    [InlineData(" Acme\t", "ACME")]
    [InlineData("Zoë", "ZOË")]
    [InlineData("zoe\u0308 ", "ZOË")]
    [InlineData("Łódź", "ŁÓDŹ")]
    public void Spellings_fold_to_one_form(string text, string folded) => KeyText.Fold(text).Should().Be(folded);

    [Fact]
    public void Half_a_surrogate_pair_stays() => KeyText.Fold("a\uD83D").Should().Be("A\uD83D");

    [Theory]
    [InlineData("001000000000abc", "001000000000abcAAA")]
    [InlineData("001000000000ABC", "001000000000ABCAA2")]
    [InlineData("A01B00000000abc", "A01B00000000abcJAA")]
    [InlineData("ABCDEFGHIJKLMNO", "ABCDEFGHIJKLMNO555")]
    [InlineData(" 001000000000abc ", "001000000000abcAAA")]
    [InlineData("001000000000abcAAA", "001000000000abcAAA")]
    [InlineData("001000000000ab-", "001000000000ab-")]
    [InlineData("001000000000ab", "001000000000ab")]
    public void A_Salesforce_id_is_compared_in_its_form_of_18_characters(string id, string expected) => KeyText.SalesforceId(id).Should().Be(expected);

    [Theory]
    [InlineData("5", "5")]
    [InlineData("5.00", "5")]
    [InlineData(" 5e1 ", "50")]
    [InlineData("-0.50", "-0.5")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("five", null)]
    [InlineData("", null)]
    public void A_number_has_one_form(string text, string? number) => KeyText.Number(text).Should().Be(number);
}
