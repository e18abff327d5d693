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

    /// <summary>Rows in an export, and the number when the query names none: 1,000,000 (second-hand official; the maximum inferred).</summary>
    public int RowsPerExport { get; set; } = 1_000_000;

    /// <summary>Rows in a part of an export: 20,000 (second-hand official).</summary>
    public int RowsPerExportPart { get; set; } = 20_000;

    /// <summary>Opportunities in a write: 20 (the official number begins with "20" and is cut off; the least it can be).</summary>
    public int OpportunitiesPerWrite { get; set; } = 20;

    /// <summary>How long a bulk job stays in each of its states before it completes; zero or less is at once.</summary>
    public TimeSpan JobStep { get; set; } = TimeSpan.FromSeconds(10);
}
