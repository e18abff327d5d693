using System.Net;
using FsCheck;
using FsCheck.Fluent;

namespace Gainsight.Client.Tests.Timeline;

public sealed class NotesHtmlTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty),
        Gen.Elements("<b>", "</p>", "<script>alert('x')</script>", "&amp;", "&lt;", "<br>", "\r\n", "\n", "\r", "\u2028", "a", " ", "\"", "'", "🙂", "<!--", "]]>")
            .ListOf().Select(string.Concat));

    [Theory]
    [InlineData("", "<p></p>")]
    [InlineData("Agreed on the goals.", "<p>Agreed on the goals.</p>")]
    [InlineData("one\ntwo\r\nthree\rfour", "<p>one<br>two<br>three<br>four</p>")]
    [InlineData("\n\nend\n", "<p><br><br>end<br></p>")]
    [InlineData("<img src=x onerror=alert(1)> & \"quotes\"", "<p>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quotes&quot;</p>")]
    public void Text_becomes_one_paragraph_with_its_line_breaks(string text, string html)
    {
        var activity = new TimelineActivity();

        activity.SetNotesText(text);

        activity.Notes.Should().Be(html);
    }

    [Fact]
    public void HTML_that_is_given_as_such_is_left_alone_and_null_empties_the_notes()
    {
        var activity = new TimelineActivity { Notes = "<h1>Minutes</h1>" };
        activity.Notes.Should().Be("<h1>Minutes</h1>");

        activity.SetNotesText(null);

        activity.Notes.Should().BeNull();
        activity.IsSet(TimelineActivityFields.Notes).Should().BeTrue();
    }

    [Fact]
    public void No_markup_of_the_text_survives_and_every_line_does() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var activity = new TimelineActivity();
            activity.SetNotesText(text);
            var inner = activity.Notes!["<p>".Length..^"</p>".Length];
            var lines = inner.Split("<br>");
            var hasNoMarkup = lines.All(line => line.IndexOfAny(['<', '>']) < 0);
            var isKept = lines.Select(WebUtility.HtmlDecode).SequenceEqual(Whole(text).ReplaceLineEndings("\n").Split('\n'));
            return hasNoMarkup && isKept;
        }).QuickCheckThrowOnFailure();

    /// <summary>Half a character cannot be sent as one.</summary>
    private static string Whole(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
