using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Gainsight.Client.Tests.Records;

/// <summary>A text with half a surrogate pair is stored as another text, so it is refused before it is sent.</summary>
public sealed class HalfPairTests
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [Fact]
    public void Half_a_pair_is_found_anywhere()
    {
        string[] halves = ["\ud83d", "\ude80", "\ude80\ud83d", "\ud83d\ud83d\ude80", "\ud83d\ude80\ude80", "a\ud83d\ude80b\ud83d"];
        string[] whole = ["", "plain", "\ud83d\ude80", "a\ud83d\ude80b\ud83d\ude80"];

        halves.Should().OnlyContain(text => JsonBody.HasHalfPair(text));
        whole.Should().OnlyContain(text => !JsonBody.HasHalfPair(text));
    }

    [Fact]
    public void A_text_has_a_half_if_and_only_if_it_cannot_be_encoded() =>
        Prop.ForAll(Gen.Elements('a', '\ud83d', '\udbff', '\ude80', '\udc00', '\ud7ff', '\ue000').ListOf().ToArbitrary(), units =>
        {
            var text = string.Concat(units);

            JsonBody.HasHalfPair(text).Should().Be(Fails(text));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_filter_with_half_a_pair_is_refused_when_it_is_made() =>
        FluentActions.Invoking(() => CompanyFields.Name.EqualTo("Acme\ud83d")).Should().Throw<ArgumentException>().WithMessage("*Name*half a surrogate pair*");

    [Fact]
    public void A_lookup_with_half_a_pair_is_refused_when_it_is_made() =>
        FluentActions.Invoking(() => Lookup.By(UserFields.Email, "rhea\ud83d@acme.example")).Should().Throw<ArgumentException>().WithMessage("*Email*half a surrogate pair*");

    private static bool Fails(string text)
    {
        try
        {
            _ = Strict.GetByteCount(text);
            return false;
        }
        catch (EncoderFallbackException)
        {
            return true;
        }
    }
}
