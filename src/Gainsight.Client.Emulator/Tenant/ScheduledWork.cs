using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client.Emulator;

/// <summary>
/// Work that is due at a later time, such as an asynchronous job. It runs late, but before anybody can see the difference: the next reader or
/// writer runs it first. Guarded by the tenant's lock.
/// </summary>
internal sealed class ScheduledWork
{
    private readonly PriorityQueue<Action, (DateTimeOffset Due, long Sequence)> _work = new();
    private long _sequence;

    public void Add(DateTimeOffset due, Action work) => _work.Enqueue(work, (due, _sequence++));

    /// <summary>Takes the next work item that is due: the earliest, and among items for the same time the one that was added first.</summary>
    public bool TryTake(DateTimeOffset now, out DateTimeOffset due, [NotNullWhen(true)] out Action? work)
    {
        var isDue = _work.TryPeek(out work, out (DateTimeOffset Due, long) next) && next.Due <= now;
        due = next.Due;
        return isDue && _work.TryDequeue(out work, out _);
    }
}
