namespace Gainsight.Client.Tests.Writes;

public sealed class LetterCompositionTests
{
    [Theory]
    [InlineData("A\u0300", "À")]
    [InlineData("Z\u0301", "Ź")]
    [InlineData("U\u0302", "Û")]
    [InlineData("N\u0303", "Ñ")]
    [InlineData("O\u0304", "Ō")]
    [InlineData("G\u0306", "Ğ")]
    [InlineData("I\u0307", "İ")]
    [InlineData("Y\u0308", "Ÿ")]
    [InlineData("A\u030A", "Å")]
    [InlineData("U\u030B", "Ű")]
    [InlineData("C\u030C", "Č")]
    [InlineData("S\u0326", "Ș")]
    [InlineData("C\u0327", "Ç")]
    [InlineData("E\u0328", "Ę")]
    public void A_letter_and_its_mark_are_one_letter(string decomposed, string composed)
    {
        LetterComposition.Compose(decomposed).Should().Be(composed);
        LetterComposition.Compose($"X{decomposed}YZ{decomposed}").Should().Be($"X{composed}YZ{composed}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("ACME")]
    [InlineData("\u0308A")]
    [InlineData("Q\u0308")]
    [InlineData("a\u0308")]
    [InlineData("A\u0323")]
    public void What_has_no_composed_letter_stays_as_it_is(string text) => LetterComposition.Compose(text).Should().BeSameAs(text);

    [Fact]
    public void A_second_mark_and_other_text_stay() => LetterComposition.Compose("A\u0308\u0301, O\u0308Q\u0308").Should().Be("Ä\u0301, ÖQ\u0308");
}
