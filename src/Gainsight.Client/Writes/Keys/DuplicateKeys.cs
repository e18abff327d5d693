namespace Gainsight.Client;

/// <summary>Puts the rows of an input that carry the same key together.</summary>
internal static class DuplicateKeys
{
    /// <summary>Has a row carry a later one, of a key that the tenant takes for the same, and what that carries itself.</summary>
    public static void Carry<T>(WriteRow<T> leader, WriteRow<T> later)
    {
        var followers = leader.Followers ??= [];
        followers.Add(later);
        followers.AddRange(later.Followers ?? []);
        followers.Sort(static (one, other) => one.Index.CompareTo(other.Index));
        later.Followers = null;
        later.IsCarried = true;
    }

    /// <summary>Has the first row of each key carry the later ones: the rows that then stand for themselves.</summary>
    public static List<WriteRow<T>> Join<T>(IReadOnlyList<WriteRow<T>> rows)
    {
        var leaders = new List<WriteRow<T>>(rows.Count);
        var byKey = new Dictionary<string, WriteRow<T>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.Key is null || byKey.TryAdd(row.Key, row))
            {
                leaders.Add(row);
            }
            else
            {
                (byKey[row.Key].Followers ??= []).Add(row);
            }
        }

        return leaders;
    }
}
