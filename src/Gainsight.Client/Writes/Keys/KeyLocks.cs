using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>What the writes of one process share about a tenant's keys: each key is in flight once, and keys that were just inserted are remembered.</summary>
/// <remarks>
/// Keys are locked all or none, and a write that waits holds none, so two writes never wait for each other. Locks are first come, first
/// served: a key that one write waits for is not given to a later one, so many small writes do not keep a large one waiting.
/// </remarks>
internal sealed partial class KeyLocks
{
    // The clock is part of the key, so that tests with clocks of their own do not meet, and their locks go when the clock goes.
    private static readonly ConditionalWeakTable<TimeProvider, ConcurrentDictionary<string, KeyLocks>> OfClocks = [];

    private readonly Lock _sync = new();
    private readonly Dictionary<string, LockedKeys> _inFlight = new(StringComparer.Ordinal);
    private readonly List<LockedKeys> _waiting = [];
    private TaskCompletionSource _changed = NewSignal();
    private TaskCompletionSource _awaited = NewSignal();

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

    /// <summary>The locks of a tenant.</summary>
    public static KeyLocks For(string host, TimeProvider timeProvider) =>
        OfClocks.GetOrCreateValue(timeProvider).GetOrAdd(host, static _ => new KeyLocks());

    /// <summary>
    /// Locks all the keys, or none when one of them is in flight or waited for. In that case the set keeps its place in the queue until it is
    /// locked or withdrawn, and <paramref name="changed"/> ends when another try makes sense.
    /// </summary>
    public bool TryLock(LockedKeys keys, out Task changed)
    {
        TaskCompletionSource? awaited = null;
        lock (_sync)
        {
            changed = _changed.Task;
            var place = _waiting.IndexOf(keys);
            if (place < 0)
            {
                place = _waiting.Count;
                _waiting.Add(keys);
                (awaited, _awaited) = (_awaited, NewSignal());
            }

            if (!_inFlight.Values.Any(held => held.Overlaps(keys)) && !_waiting.Take(place).Any(waits => waits.Overlaps(keys)))
            {
                _waiting.RemoveAt(place);
                Hold(keys);
                return true;
            }
        }

        awaited?.SetResult();
        return false;
    }

    /// <summary>Whether another write waits for one of the keys.</summary>
    public bool IsAwaited(LockedKeys keys)
    {
        lock (_sync)
        {
            return _waiting.Exists(waits => waits.Overlaps(keys));
        }
    }

    /// <summary>Gives up the place of keys that were not locked. Does nothing when they have none.</summary>
    public void Withdraw(LockedKeys keys)
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
    public void Release(LockedKeys keys)
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

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Hold(LockedKeys keys)
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
}
