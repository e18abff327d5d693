using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client.Emulator;

/// <summary>
/// What the tenant will have done by some time, such as an asynchronous job: it is done, late but with nobody to see the
/// difference, by the first who looks at the tenant or writes to it after that time. The tenant's lock guards it.
/// </summary>
internal sealed class ScheduledWork
{
    private readonly PriorityQueue<Action, (DateTimeOffset Due, long Sequence)> _work = new();
    private long _sequence;

    public void Add(DateTimeOffset due, Action work) => _work.Enqueue(work, (due, _sequence++));

    /// <summary>Takes the next piece that is due: the earliest, and of those for one moment the one that was added first.</summary>
    public bool TryTake(DateTimeOffset now, out DateTimeOffset due, [NotNullWhen(true)] out Action? work)
    {
        var isDue = _work.TryPeek(out work, out (DateTimeOffset Due, long) next) && next.Due <= now;
        due = next.Due;
        return isDue && _work.TryDequeue(out work, out _);
    }
}
