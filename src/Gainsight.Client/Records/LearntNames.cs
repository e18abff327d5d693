using System.Collections.Concurrent;

namespace Gainsight.Client;

/// <summary>Reads pages with the names that the last answer to the same request had, so that a read of one row does not learn them anew.</summary>
internal sealed class LearntNames
{
    /// <summary>An answer with this many names that were not requested is no model for the next one.</summary>
    private const int MaxUnrequested = 16;

    /// <summary>By object, the names of the last answer. None while a page is being read with them: they are not safe for concurrent use.</summary>
    private readonly ConcurrentDictionary<string, NameMatcher> _kept = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the rows of a page.</summary>
    /// <param name="objectName">The object.</param>
    /// <param name="selection">The fields that were requested.</param>
    /// <param name="labels">The labels of picklist items, or null.</param>
    /// <param name="data">The page.</param>
    /// <exception cref="GainsightProtocolException">The page cannot be read.</exception>
    public IReadOnlyList<T> Read<T>(string objectName, IReadOnlyList<Field> selection, RecordLabels? labels, ReadOnlySpan<byte> data)
        where T : GainsightRecord, new()
    {
        var names = _kept.TryRemove(objectName, out var kept) && IsSame(kept.Selection!, selection) ? kept : new NameMatcher { Selection = selection };
        var rows = new RecordPageReader<T>(labels, names).Read(data);
        if (names.Count <= selection.Count + MaxUnrequested)
        {
            _kept[objectName] = names;
        }

        return rows;
    }

    private static bool IsSame(IReadOnlyList<Field> one, IReadOnlyList<Field> other)
    {
        if (one.Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < one.Count; i++)
        {
            if (!ReferenceEquals(one[i], other[i]) && !one[i].IsNamed(other[i].Name))
            {
                return false;
            }
        }

        return true;
    }
}
