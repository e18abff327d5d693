namespace Gainsight.Client;

/// <summary>Keys that a write locks, or waits for.</summary>
internal sealed class LockedKeys(KeySpace space, HashSet<string> keys)
{
    /// <summary>The fields of the keys.</summary>
    public KeySpace Space => space;

    /// <summary>The keys, as <see cref="KeySpace.Of"/> makes them.</summary>
    public HashSet<string> Keys => keys;

    /// <summary>Whether a row can have a key of each set. Keys of other fields can mean the same row if the fields that both have are equal.</summary>
    public bool Overlaps(LockedKeys other)
    {
        if (space.Name == other.Space.Name)
        {
            return keys.Overlaps(other.Keys);
        }

        var own = space.PositionsIn(other.Space);
        if (own.Length == 0)
        {
            return false;
        }

        var others = other.Space.PositionsIn(space);
        HashSet<string> projected = new(keys.Select(key => KeySpace.Project(key, own)), StringComparer.Ordinal);
        return other.Keys.Any(key => projected.Contains(KeySpace.Project(key, others)));
    }
}
