using System.Collections.Concurrent;

namespace Gainsight.Client;

/// <summary>Tokens of fields that are given by name alone, kept so that setting one field on many rows encodes its name once.</summary>
internal static class FieldTokens
{
    /// <summary>Names come from code and mappings and are few; the bound is for a caller that makes them up.</summary>
    private const int MaxKept = 4096;

    /// <summary>About how many are kept; the dictionary's own count would lock it.</summary>
    private static int _count;

    private static readonly ConcurrentDictionary<string, Field> Kept = new(StringComparer.Ordinal);

    public static Field Of(string name)
    {
        if (Kept.TryGetValue(name, out var token))
        {
            return token;
        }

        token = new Field<string>(name, default);
        if (Volatile.Read(ref _count) >= MaxKept)
        {
            return token;
        }

        Interlocked.Increment(ref _count);
        return Kept.GetOrAdd(name, token);
    }
}
