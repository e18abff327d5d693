namespace Gainsight.Client.Emulator;

/// <summary>A fixed, clock-aligned window in which calls are counted, such as the minute of the synchronous APIs.</summary>
internal sealed record QuotaWindow(string Name, TimeSpan Length, Func<EmulatorLimits, int> Limit)
{
    public static readonly QuotaWindow SynchronousMinute = new("sync/minute", TimeSpan.FromMinutes(1), limits => limits.CallsPerMinute);

    public static readonly QuotaWindow SynchronousDay = new("sync/day", TimeSpan.FromDays(1), limits => limits.CallsPerDay);

    public static readonly QuotaWindow AsynchronousHour = new("async/hour", TimeSpan.FromHours(1), limits => limits.AsynchronousCallsPerHour);

    public static readonly QuotaWindow AsynchronousDay = new("async/day", TimeSpan.FromDays(1), limits => limits.AsynchronousCallsPerDay);

    public static IReadOnlyList<QuotaWindow> Synchronous { get; } = [SynchronousMinute, SynchronousDay];

    public static IReadOnlyList<QuotaWindow> Asynchronous { get; } = [AsynchronousHour, AsynchronousDay];
}
