namespace Gainsight.Client;

/// <summary>Finds the name that a misspelled one probably means.</summary>
internal static class Spelling
{
    /// <summary>A longer text is no name, and comparing it would take the square of its length.</summary>
    private const int LongestName = 256;

    /// <summary>The name that differs least from a misspelled one, or null when all of them differ in more than a third of its letters.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        string? nearest = null;
        var fewest = Math.Max(1, (name.Length + 1) / 3) + 1;
        foreach (var candidate in known)
        {
            var edits = Edits(name, candidate, fewest - 1);
            if (edits < fewest)
            {
                (nearest, fewest) = (candidate, edits);
            }
        }

        return nearest;
    }

    /// <summary>The question for the end of a message, after a space, or an empty text when no name is near.</summary>
    public static string DidYouMean(string name, IEnumerable<string> known) => Nearest(name, known) is { } nearest ? $" Did you mean '{nearest}'?" : string.Empty;

    /// <summary>The number of letters to insert, delete, replace, or swap with the next (optimal string alignment), without regard to case.</summary>
    /// <param name="from">A name.</param>
    /// <param name="to">Another name.</param>
    /// <param name="most">The largest number that matters. One more stands for all larger ones.</param>
    public static int Edits(ReadOnlySpan<char> from, ReadOnlySpan<char> to, int most)
    {
        if (Math.Max(from.Length, to.Length) > LongestName || Math.Abs(from.Length - to.Length) > most)
        {
            return most + 1;
        }

        Span<char> source = stackalloc char[from.Length], target = stackalloc char[to.Length];
        var wasOver = false;
        from.ToUpperInvariant(source);
        to.ToUpperInvariant(target);
        Span<int> beforePrevious = stackalloc int[target.Length + 1], previous = stackalloc int[target.Length + 1], current = stackalloc int[target.Length + 1];
        for (var j = 0; j <= target.Length; j++)
        {
            previous[j] = Math.Min(j, most + 1);
        }

        for (var i = 1; i <= source.Length; i++)
        {
            // Two letters that are further apart need more edits than matter.
            (var begin, var end) = (Math.Max(1, i - most), Math.Min(target.Length, i + most));
            current.Fill(most + 1);
            current[0] = Math.Min(i, most + 1);
            var fewest = current[0];
            for (var j = begin; j <= end; j++)
            {
                var change = previous[j - 1] + (source[i - 1] == target[j - 1] ? 0 : 1);
                current[j] = Math.Min(Math.Min(change, most + 1), 1 + Math.Min(previous[j], current[j - 1]));
                if (i > 1 && j > 1 && source[i - 1] == target[j - 2] && source[i - 2] == target[j - 1])
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }

                fewest = Math.Min(fewest, current[j]);
            }

            // A swap adds one to the row before the last, so two rows must be over.
            if (fewest > most && wasOver)
            {
                return most + 1;
            }

            wasOver = fewest > most;

            var unused = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = unused;
        }

        return Math.Min(previous[target.Length], most + 1);
    }
}
