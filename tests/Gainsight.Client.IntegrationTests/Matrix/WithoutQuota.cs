using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Matrix;

/// <summary>Removes the limits of calls on both sides, because the matrix is not about them and makes many calls.</summary>
internal static class WithoutQuota
{
    private const int Many = 1_000_000;

    public static void Lift(GainsightClientOptions options)
    {
        foreach (var window in (string[])["sync-minute", "sync-day", "async-hour", "async-day", "users-hour", "users-day", "timeline-minute", "timeline-bulk-hour"])
        {
            options.Quota.SetLimit(window, Many);
        }
    }

    public static void Lift(EmulatorLimits limits)
    {
        (limits.CallsPerMinute, limits.CallsPerDay) = (Many, Many);
        (limits.AsynchronousCallsPerHour, limits.AsynchronousCallsPerDay) = (Many, Many);
        (limits.UserCallsPerHour, limits.UserCallsPerDay) = (Many, Many);
        (limits.TimelineSavesPerMinute, limits.TimelineBulkCallsPerHour) = (Many, Many);
    }
}
