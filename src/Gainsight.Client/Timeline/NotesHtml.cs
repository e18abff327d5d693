using System.Net;

namespace Gainsight.Client;

/// <summary>Converts plain text to HTML for notes. Gainsight shows notes as HTML.</summary>
internal static class NotesHtml
{
    private const string Break = "<br>";

    public static string FromText(string text) => string.Concat("<p>", string.Join(Break, Lines(text).Select(WebUtility.HtmlEncode)), "</p>");

    private static string[] Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n');
}
