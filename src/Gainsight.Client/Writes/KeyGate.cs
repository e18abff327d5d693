using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Sees to it that in one process a key of a tenant's object is in flight once.</summary>
/// <remarks>Keys are taken all or none, and whoever waits holds none, so that two writes cannot wait for each other.</remarks>
internal sealed class KeyGate
{
    // Keyed by clock as well, so that tests with clocks of their own do not meet, and their gates go when the clock goes.
    private static readonly ConditionalWeakTable<TimeProvider, ConcurrentDictionary<string, KeyGate>> Gates = [];

    private readonly Lock _sync = new();
    private readonly HashSet<string> _inFlight = new(StringComparer.Ordinal);
    private TaskCompletionSource _released = NewSignal();

    public static KeyGate For(string host, TimeProvider timeProvider) =>
        Gates.GetOrCreateValue(timeProvider).GetOrAdd(host, static _ => new KeyGate());

    /// <summary>Takes all the keys, or none when one of them is in flight; then <paramref name="released"/> ends when some key is released.</summary>
    public bool TryEnter(IReadOnlyCollection<string> keys, out Task released)
    {
        lock (_sync)
        {
            released = _released.Task;
            if (keys.Any(_inFlight.Contains))
            {
                return false;
            }

            _inFlight.UnionWith(keys);
            return true;
        }
    }

    /// <summary>Lets keys go.</summary>
    public void Leave(IReadOnlyCollection<string> keys)
    {
        if (keys.Count == 0)
        {
            return;
        }

        TaskCompletionSource released;
        lock (_sync)
        {
            _inFlight.ExceptWith(keys);
            released = _released;
            _released = NewSignal();
        }

        released.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
