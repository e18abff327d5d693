namespace Gainsight.Client;

/// <summary>What a path on the tenant's own host looks like.</summary>
internal static class PathRules
{
    /// <summary>How often a path can be escaped. A server may decode it as often.</summary>
    private const int MaxDecoding = 3;

    /// <summary>The problem of a path with its remedy, or null when there is none.</summary>
    public static string? Problem(string path)
    {
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal))
        {
            return "it must begin with one slash: the host is always the client's own";
        }

        if (path.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '#' or '\\'))
        {
            return "it contains white space, '#' or '\\', which no route has. Escape them with Uri.EscapeDataString";
        }

        var end = path.IndexOf('?', StringComparison.Ordinal);
        return Climbs(end < 0 ? path : path[..end]) ? "it has the segment '.' or '..', which would make it the path of another call" : null;
    }

    /// <summary>Whether a segment leads to another path, however often it is escaped.</summary>
    private static bool Climbs(string path)
    {
        for (var i = 0; i < MaxDecoding; i++)
        {
            if (HasDots(path))
            {
                return true;
            }

            var decoded = Uri.UnescapeDataString(path);
            if (decoded == path)
            {
                return false;
            }

            path = decoded;
        }

        return HasDots(path);
    }

    /// <summary>Whether a segment is <c>.</c> or <c>..</c>. Servers of Java drop the parameters that follow a semicolon, and climb after that.</summary>
    private static bool HasDots(string path) =>
        path.Split('/', '\\').Any(segment => segment.Split(';', 2)[0] is "." or "..");
}
