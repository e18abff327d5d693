using System.Buffers;

namespace Gainsight.Client;

/// <summary>Texts of the server that may be shown: codes, names and ids. Anything else could be a record's value.</summary>
internal static class SafeText
{
    private const int MaxLength = 64;

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.:");

    /// <summary>Whether a text has the form of a code, a name or an id.</summary>
    public static bool IsToken(string? text) =>
        text is { Length: > 0 and <= MaxLength } && !text.AsSpan().ContainsAnyExcept(Characters);

    /// <summary>The text if it may be shown, or null.</summary>
    public static string? Token(string? text) => IsToken(text) ? text : null;
}
