namespace Gainsight.Client.Emulator;

/// <summary>
/// What the tenant will have done by some time, such as an asynchronous job: it is done, late but with nobody to see the
/// difference, by the first who looks at the tenant after that time. The tenant's lock guards it.
/// </summary>
internal sealed class ScheduledWork
{
    private readonly PriorityQueue<Action, DateTimeOffset> _work = new();

    public void Add(DateTimeOffset due, Action work) => _work.Enqueue(work, due);

    public void RunDue(DateTimeOffset now)
    {
        while (_work.TryPeek(out Action? work, out DateTimeOffset due) && due <= now)
        {
            _ = _work.Dequeue();
            work();
        }
    }
}
