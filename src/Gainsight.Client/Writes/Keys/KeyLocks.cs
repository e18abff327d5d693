using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>What the writes of one process share about a tenant's keys: each key is in flight once, and keys that were just inserted are remembered.</summary>
/// <remarks>
/// Keys are locked all or none, and a write that waits holds none, so two writes never wait for each other. Locks are first come, first
/// served: a key that one write waits for is not given to a later one, so many small writes do not keep a large one waiting.
/// </remarks>
internal sealed class KeyLocks
{
    /// <summary>The keys remembered. One process inserts more in a few seconds only if its quota is far larger than Gainsight's.</summary>
    private const int MaxRemembered = 10_000;

    private static readonly ConditionalWeakTable<object, KeyLocks> OfTenants = [];

    private readonly Lock _sync = new();
    private readonly HashSet<string> _inFlight = new(StringComparer.Ordinal);
    private readonly List<HashSet<string>> _waiting = [];
    private TaskCompletionSource _changed = NewSignal();

    private readonly Lock _insertSync = new();
    private readonly Dictionary<string, DateTimeOffset> _shownBy = new(StringComparer.Ordinal);
    private readonly Queue<string> _inserted = new();

    /// <summary>The locks of a tenant, see <see cref="Transport.Tenant"/>. They are collected with it.</summary>
    public static KeyLocks For(object tenant) => OfTenants.GetOrCreateValue(tenant);

    /// <summary>
    /// Locks all the keys, or none when one of them is in flight or waited for. In that case the set keeps its place in the queue until it is
    /// locked or withdrawn, and <paramref name="changed"/> ends when another try makes sense.
    /// </summary>
    public bool TryLock(HashSet<string> keys, out Task changed)
    {
        lock (_sync)
        {
            changed = _changed.Task;
            var place = _waiting.IndexOf(keys);
            if (place < 0)
            {
                place = _waiting.Count;
                _waiting.Add(keys);
            }

            if (_inFlight.Overlaps(keys) || _waiting.Take(place).Any(keys.Overlaps))
            {
                return false;
            }

            _waiting.RemoveAt(place);
            _inFlight.UnionWith(keys);
            return true;
        }
    }

    /// <summary>Gives up the place of keys that were not locked. Does nothing when they have none.</summary>
    public void Withdraw(HashSet<string> keys)
    {
        TaskCompletionSource changed;
        lock (_sync)
        {
            if (!_waiting.Remove(keys))
            {
                return;
            }

            changed = NextSignal();
        }

        changed.SetResult();
    }

    /// <summary>Releases keys.</summary>
    public void Release(IReadOnlyCollection<string> keys)
    {
        if (keys.Count == 0)
        {
            return;
        }

        TaskCompletionSource changed;
        lock (_sync)
        {
            _inFlight.ExceptWith(keys);
            changed = NextSignal();
        }

        changed.SetResult();
    }

    /// <summary>Remembers that a row was inserted. Keys that are visible by now, or too many, are forgotten.</summary>
    public void AddInsert(string key, DateTimeOffset now, TimeSpan settleDelay)
    {
        lock (_insertSync)
        {
            while (_inserted.TryPeek(out var oldest) && (_inserted.Count >= MaxRemembered || _shownBy.GetValueOrDefault(oldest) <= now))
            {
                _shownBy.Remove(_inserted.Dequeue());
            }

            _shownBy[key] = now + settleDelay;
            _inserted.Enqueue(key);
        }
    }

    /// <summary>When the tenant shows the row of a key for certain, or null when the key was not inserted recently. Until then, not finding it does not mean it is missing.</summary>
    public DateTimeOffset? ShownBy(string key)
    {
        lock (_insertSync)
        {
            return _shownBy.TryGetValue(key, out var shownBy) ? shownBy : null;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TaskCompletionSource NextSignal()
    {
        var changed = _changed;
        _changed = NewSignal();
        return changed;
    }
}
