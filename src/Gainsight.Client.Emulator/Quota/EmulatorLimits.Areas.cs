namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorLimits
{
    /// <summary>Single saves of timeline activities in a clock minute: 200 (official). They count against the day of the other calls.</summary>
    public int TimelineSavesPerMinute { get; set; } = 200;

    /// <summary>Bulk saves and bulk updates of timeline activities in a clock hour: 12 (official; for updates inferred).</summary>
    public int TimelineBulkCallsPerHour { get; set; } = 12;

    /// <summary>User Management calls in a clock hour: 100 (official). They count against the other limits as well (inferred).</summary>
    public int UserCallsPerHour { get; set; } = 100;

    /// <summary>User Management calls in a day (UTC): 1,000 (official).</summary>
    public int UserCallsPerDay { get; set; } = 1_000;

    /// <summary>The body of a timeline bulk call or a bulk import, in bytes: 80 MB (official; for imports third party).</summary>
    public int BytesPerBulkCall { get; set; } = 80_000_000;

    /// <summary>How long a bulk job stays in each of its states before it completes; zero or less is at once.</summary>
    public TimeSpan JobStep { get; set; } = TimeSpan.FromSeconds(10);
}
