namespace Gainsight.Client.TestSupport;

public sealed partial class VirtualClock
{
    private readonly List<TimeSpan> _passed = [];

    /// <summary>The longest delay that passes immediately. Longer delays wait for <see cref="Advance"/>. Default: null, so every delay waits.</summary>
    public TimeSpan? PassesUpTo { get; set; }

    /// <summary>The delays that passed immediately, in order.</summary>
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

    /// <summary>Lets a delay pass immediately if it is short enough. Returns true if the timer was started.</summary>
    private bool TryPass(VirtualTimer timer, TimeSpan delay)
    {
        if (_disposed || delay < TimeSpan.Zero || !(delay <= PassesUpTo))
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
