namespace Gainsight.Client.Tool.Tests.Doctor;

/// <summary>A clock whose timers fire at once, except for the limits of attempts, so that retries take no time.</summary>
internal sealed class ImpatientClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromSeconds(20) ? TimeSpan.Zero : dueTime, period);
}
