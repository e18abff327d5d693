namespace Gainsight.Client.TestSupport;

public sealed partial class VirtualClock
{
    private readonly List<TimeSpan> _passed = [];

    /// <summary>The longest delay that passes as soon as it is asked for, while others wait for <see cref="Advance"/>; none unless set.</summary>
    public TimeSpan? PassesUpTo { get; set; }

    /// <summary>The delays that passed so, in their order.</summary>
    public IReadOnlyList<TimeSpan> Passed
    {
        get
        {
            lock (_lock)
            {
                return [.. _passed];
            }
        }
    }

    /// <summary>Lets a delay pass at once, if it is short enough: true when the timer is on its way.</summary>
    private bool TryPass(VirtualTimer timer, TimeSpan delay)
    {
        if (delay < TimeSpan.Zero || !(delay <= PassesUpTo))
        {
            return false;
        }

        MoveTo(_ticks + delay.Ticks);
        _passed.Add(delay);
        _running++;
        ThreadPool.UnsafeQueueUserWorkItem(Run, timer, preferLocal: false);
        return true;
    }
}
