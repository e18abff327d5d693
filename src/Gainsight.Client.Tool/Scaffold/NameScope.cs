namespace Gainsight.Client.Tool;

/// <summary>The names that are taken in a type or a namespace. Case does not tell names apart, so that files do not clash either.</summary>
internal sealed class NameScope(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the first free name: the candidates in their order, then the last one with 2, 3, …</summary>
    /// <param name="candidates">The names, best first.</param>
    /// <param name="companions">What generated code appends to the name for further names that must be free as well.</param>
    public string Take(IReadOnlyList<string> candidates, params ReadOnlySpan<string> companions)
    {
        foreach (var candidate in candidates)
        {
            if (TryTake(candidate, companions))
            {
                return candidate;
            }
        }

        for (var number = 2; ; number++)
        {
            var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{candidates[^1]}{number}");
            if (TryTake(name, companions))
            {
                return name;
            }
        }
    }

    private bool TryTake(string name, ReadOnlySpan<string> companions)
    {
        foreach (var companion in companions)
        {
            if (_taken.Contains(name + companion))
            {
                return false;
            }
        }

        if (!_taken.Add(name))
        {
            return false;
        }

        foreach (var companion in companions)
        {
            _ = _taken.Add(name + companion);
        }

        return true;
    }
}
