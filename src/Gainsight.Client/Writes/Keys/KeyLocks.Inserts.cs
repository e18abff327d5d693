namespace Gainsight.Client;

/// <content>Keys that were just inserted. Until the tenant shows them, not finding one does not mean it is missing.</content>
internal sealed partial class KeyLocks
{
    /// <summary>The keys remembered. One process inserts more in a few seconds only if its quota is far larger than Gainsight's.</summary>
    private const int MaxRemembered = 10_000;

    private readonly Lock _insertSync = new();
    private readonly Dictionary<string, (DateTimeOffset At, string Space)> _shownBy = new(StringComparer.Ordinal);
    private readonly Queue<string> _inserted = new();

    /// <summary>Remembers that a row was inserted. Keys that are visible by now, or too many, are forgotten.</summary>
    public void AddInsert(KeySpace space, string key, DateTimeOffset now, TimeSpan settleDelay)
    {
        lock (_insertSync)
        {
            // The single fields are for writes with other keys.
            foreach (var name in NamesOf(space, key))
            {
                while (_inserted.TryPeek(out var oldest) && (_inserted.Count >= MaxRemembered || _shownBy.GetValueOrDefault(oldest).At <= now))
                {
                    _shownBy.Remove(_inserted.Dequeue());
                }

                _shownBy[name] = (now + settleDelay, space.Name);
                _inserted.Enqueue(name);
            }
        }
    }

    /// <summary>When the tenant shows the row of a key for certain, or null when the key was not inserted recently.</summary>
    public DateTimeOffset? ShownBy(KeySpace space, string key)
    {
        lock (_insertSync)
        {
            DateTimeOffset? latest = null;
            foreach (var name in NamesOf(space, key))
            {
                // A field that the keys of this very space share is no sign: many rows of a company have its GSID as a key.
                if (_shownBy.TryGetValue(name, out var shown)
                    && (name.StartsWith(space.Name, StringComparison.Ordinal) || shown.Space != space.Name)
                    && !(shown.At <= latest))
                {
                    latest = shown.At;
                }
            }

            return latest;
        }
    }

    /// <summary>The key by all its fields, and by each of them.</summary>
    private static IEnumerable<string> NamesOf(KeySpace space, string key)
    {
        yield return $"{space.Name}\u001e{key}";
        for (var i = 0; i < space.Fields.Length; i++)
        {
            yield return $"{space.ObjectName}\u001d{space.Fields[i]}\u001e{KeySpace.Project(key, [i])}";
        }
    }
}
