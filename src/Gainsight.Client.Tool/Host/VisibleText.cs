namespace Gainsight.Client.Tool;

/// <summary>Makes texts of files and tenants safe for a terminal: control characters could move its cursor, or hide what is written.</summary>
internal static class VisibleText
{
    /// <summary>Replaces control characters by spaces.</summary>
    /// <param name="text">The text.</param>
    /// <param name="keepsLines">Whether line ends stay.</param>
    /// <returns>The text to show.</returns>
    public static string Of(string text, bool keepsLines = false) => string.Create(text.Length, (text, keepsLines), static (shown, state) =>
    {
        for (var i = 0; i < shown.Length; i++)
        {
            var letter = state.text[i];
            shown[i] = char.IsControl(letter) && !(state.keepsLines && IsLineEnd(state.text, i)) ? ' ' : letter;
        }
    });

    /// <summary>A return alone would let the rest of the text cover its beginning.</summary>
    private static bool IsLineEnd(string text, int at) => text[at] == '\n' || (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n');
}
