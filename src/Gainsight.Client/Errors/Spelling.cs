namespace Gainsight.Client;

/// <summary>Finds the name that a misspelled one probably means.</summary>
internal static class Spelling
{
    /// <summary>The name that differs least from a misspelled one, or null when all of them differ in more than a third of its letters.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        string? nearest = null;
        var fewest = Math.Max(1, (name.Length + 1) / 3) + 1;
        foreach (var candidate in known)
        {
            var edits = Edits(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (edits < fewest)
            {
                (nearest, fewest) = (candidate, edits);
            }
        }

        return nearest;
    }

    /// <summary>The question for the end of a message, after a space, or an empty text when no name is near.</summary>
    public static string DidYouMean(string name, IEnumerable<string> known) => Nearest(name, known) is { } nearest ? $" Did you mean '{nearest}'?" : string.Empty;

    /// <summary>The number of letters to insert, delete, replace, or swap with the next (optimal string alignment).</summary>
    public static int Edits(string from, string to)
    {
        int[] beforePrevious = new int[to.Length + 1], previous = new int[to.Length + 1], current = new int[to.Length + 1];
        for (var j = 0; j <= to.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 0; i < from.Length; i++)
        {
            current[0] = i + 1;
            for (var j = 0; j < to.Length; j++)
            {
                var change = previous[j] + (from[i] == to[j] ? 0 : 1);
                current[j + 1] = Math.Min(change, 1 + Math.Min(previous[j + 1], current[j]));
                if (i > 0 && j > 0 && from[i] == to[j - 1] && from[i - 1] == to[j])
                {
                    current[j + 1] = Math.Min(current[j + 1], beforePrevious[j - 1] + 1);
                }
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[to.Length];
    }
}
