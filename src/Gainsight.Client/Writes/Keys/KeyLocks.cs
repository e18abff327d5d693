using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Sees to it that in one process a key of a tenant's object is in flight once.</summary>
/// <remarks>
/// Keys are taken all or none, and whoever waits holds none, so that two writes cannot wait for each other. First come, first served:
/// a key that somebody waits for is not given to those who came later, so that many small writes do not keep a large one waiting.
/// </remarks>
internal sealed class KeyLocks
{
    // Keyed by clock as well, so that tests with clocks of their own do not meet, and their gates go when the clock goes.
    private static readonly ConditionalWeakTable<TimeProvider, ConcurrentDictionary<string, KeyLocks>> Gates = [];

    private readonly Lock _sync = new();
    private readonly HashSet<string> _inFlight = new(StringComparer.Ordinal);
    private readonly List<HashSet<string>> _waiting = [];
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>The keys of rows that were just inserted.</summary>
    public RecentInserts Fresh { get; } = new();

    public static KeyLocks For(string host, TimeProvider timeProvider) =>
        Gates.GetOrCreateValue(timeProvider).GetOrAdd(host, static _ => new KeyLocks());

    /// <summary>
    /// Takes all the keys, or none when one of them is in flight or waited for. Then the set keeps its place until it is taken or given up,
    /// and <paramref name="changed"/> ends when it may be tried again.
    /// </summary>
    public bool TryEnter(HashSet<string> keys, out Task changed)
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

    /// <summary>Gives up the place of keys that were not taken; does nothing when they have none.</summary>
    public void GiveUp(HashSet<string> keys)
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

    /// <summary>Lets keys go.</summary>
    public void Leave(IReadOnlyCollection<string> keys)
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

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TaskCompletionSource NextSignal()
    {
        var changed = _changed;
        _changed = NewSignal();
        return changed;
    }
}
