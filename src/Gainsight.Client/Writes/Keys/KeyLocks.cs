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
    private readonly Dictionary<string, KeySet> _inFlight = new(StringComparer.Ordinal);
    private readonly List<KeySet> _waiting = [];
    private TaskCompletionSource _changed = NewSignal();
    private TaskCompletionSource _awaited = NewSignal();

    private readonly Lock _insertSync = new();
    private readonly Dictionary<(string Space, string Key), (TimeSpan At, string Space)> _shownBy = [];
    private readonly Queue<(string Space, string Key)> _inserted = new();

    /// <summary>Ends when the next write waits for keys.</summary>
    public Task Awaited
    {
        get
        {
            lock (_sync)
            {
                return _awaited.Task;
            }
        }
    }

    /// <summary>The locks of a tenant, see <see cref="Transport.Tenant"/>. They are collected with it.</summary>
    public static KeyLocks For(object tenant) => OfTenants.GetOrCreateValue(tenant);

    /// <summary>
    /// Locks all the keys, or none when one of them is in flight or waited for. In that case the set keeps its place in the queue until it is
    /// locked or withdrawn, and <paramref name="changed"/> ends when another try makes sense.
    /// </summary>
    public bool TryLock(KeySet keys, out Task changed)
    {
        TaskCompletionSource? awaited = null;
        lock (_sync)
        {
            changed = _changed.Task;
            var place = _waiting.IndexOf(keys);
            var isNew = place < 0;
            if (isNew)
            {
                place = _waiting.Count;
                _waiting.Add(keys);
            }

            if (!_inFlight.Values.Any(held => held.Overlaps(keys)) && !_waiting.Take(place).Any(waits => waits.Overlaps(keys)))
            {
                _waiting.RemoveAt(place);
                Hold(keys);
                return true;
            }

            if (isNew)
            {
                (awaited, _awaited) = (_awaited, NewSignal());
            }
        }

        awaited?.SetResult();
        return false;
    }

    /// <summary>Whether a write waits for any key.</summary>
    public bool HasWaiting
    {
        get
        {
            lock (_sync)
            {
                return _waiting.Count > 0;
            }
        }
    }

    /// <summary>Whether another write waits for one of the keys.</summary>
    public bool IsAwaited(KeySet keys)
    {
        lock (_sync)
        {
            return _waiting.Exists(waits => waits.Overlaps(keys));
        }
    }

    /// <summary>Gives up the place of keys that were not locked. Does nothing when they have none.</summary>
    public void Withdraw(KeySet keys)
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
    public void Release(KeySet keys)
    {
        if (keys.Keys.Count == 0)
        {
            return;
        }

        TaskCompletionSource changed;
        lock (_sync)
        {
            if (_inFlight.TryGetValue(keys.Space.Name, out var held))
            {
                held.Keys.ExceptWith(keys.Keys);
                if (held.Keys.Count == 0)
                {
                    _inFlight.Remove(keys.Space.Name);
                }
            }

            changed = NextSignal();
        }

        changed.SetResult();
    }

    /// <summary>The moment by which inserted keys are remembered. It does not depend on the time of day, so a clock that is set changes no wait.</summary>
    public static TimeSpan Now(TimeProvider clock) => clock.GetElapsedTime(0);

    /// <summary>Remembers that a row was inserted. Keys that are visible by now, or too many, are forgotten.</summary>
    /// <param name="space">The fields of the key.</param>
    /// <param name="key">The key.</param>
    /// <param name="now">The moment, see <see cref="Now"/>.</param>
    /// <param name="settleDelay">How long the tenant may not show the row.</param>
    public void AddInsert(KeySpace space, string key, TimeSpan now, TimeSpan settleDelay)
    {
        lock (_insertSync)
        {
            // The single fields are for writes with other keys.
            for (var i = -1; i < space.Fields.Length; i++)
            {
                var name = NameOf(space, key, i);
                while (_inserted.TryPeek(out var oldest) && (_inserted.Count >= MaxRemembered || _shownBy.GetValueOrDefault(oldest).At <= now))
                {
                    _shownBy.Remove(_inserted.Dequeue());
                }

                _shownBy[name] = (now + settleDelay, space.Name);
                _inserted.Enqueue(name);
            }
        }
    }

    /// <summary>The moment (see <see cref="Now"/>) at which the tenant shows the row of a key for certain, or null when the key was not inserted recently.</summary>
    public TimeSpan? ShownBy(KeySpace space, string key)
    {
        lock (_insertSync)
        {
            TimeSpan? latest = null;
            for (var i = -1; _shownBy.Count > 0 && i < space.Fields.Length; i++)
            {
                var name = NameOf(space, key, i);

                // A field that the keys of this very space share is no sign: many rows of a company have its GSID as a key.
                if (_shownBy.TryGetValue(name, out var shown)
                    && (i < 0 || shown.Space != space.Name)
                    && !(shown.At <= latest))
                {
                    latest = shown.At;
                }
            }

            return latest;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Hold(KeySet keys)
    {
        if (_inFlight.TryGetValue(keys.Space.Name, out var held))
        {
            held.Keys.UnionWith(keys.Keys);
        }
        else
        {
            _inFlight[keys.Space.Name] = new(keys.Space, new(keys.Keys, StringComparer.Ordinal));
        }
    }

    private TaskCompletionSource NextSignal()
    {
        var changed = _changed;
        _changed = NewSignal();
        return changed;
    }

    /// <summary>The key by one of its fields, or by all of them if the position is negative.</summary>
    private static (string Space, string Key) NameOf(KeySpace space, string key, int position) =>
        position < 0 ? (space.Name, key) : (space.FieldNames[position], KeySpace.Project(key, [position]));

    /// <summary>Keys that a write locks, or waits for.</summary>
    internal sealed class KeySet(KeySpace space, HashSet<string> keys)
    {
        /// <summary>The fields of the keys.</summary>
        public KeySpace Space => space;

        /// <summary>The keys, as <see cref="KeySpace.Of"/> makes them.</summary>
        public HashSet<string> Keys => keys;

        /// <summary>Whether a row can have a key of each set. Keys of other fields can mean the same row if the fields that both have are equal.</summary>
        public bool Overlaps(KeySet other)
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
}
