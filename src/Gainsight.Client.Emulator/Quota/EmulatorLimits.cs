namespace Gainsight.Client.Emulator;

/// <summary>The sizes and quotas of the tenant; they may be changed at any time.</summary>
public sealed partial class EmulatorLimits
{
    /// <summary>Synchronous calls in a clock minute of the tenant: 100 (official).</summary>
    public int CallsPerMinute { get; set; } = 100;

    /// <summary>Synchronous calls in a day (UTC) of the tenant: 50,000 (official).</summary>
    public int CallsPerDay { get; set; } = 50_000;

    /// <summary>Calls of the success plan API in a clock minute of the tenant: 5,000 (second-hand official); they count in the day like all.</summary>
    public int SuccessPlanCallsPerMinute { get; set; } = 5_000;

    /// <summary>Asynchronous and bulk calls in a clock hour of the tenant: 10 (official).</summary>
    public int AsynchronousCallsPerHour { get; set; } = 10;

    /// <summary>Asynchronous and bulk calls in a day (UTC) of the tenant: 100 (official).</summary>
    public int AsynchronousCallsPerDay { get; set; } = 100;

    /// <summary>How long an asynchronous upsert of people takes (second-hand official: up to 30 minutes).</summary>
    public TimeSpan PeopleJobTime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Records in an insert or update: 50 (official).</summary>
    public int RecordsPerWrite { get; set; } = 50;

    /// <summary>Records in a write of CTAs, tasks or success plans. Not documented: the samples send a list of one.</summary>
    public int CockpitRecordsPerCall { get; set; } = 50;

    /// <summary>
    /// Rows in a page of CTAs, tasks, success plans or goals: 1,000 (second-hand official); <see cref="EmulatorSwitches.OverLimit"/> says
    /// what a call for more gets.
    /// </summary>
    public int CockpitRowsPerPage { get; set; } = 1_000;

    /// <summary>Keys of an update: 3 (second-hand official).</summary>
    public int KeysPerUpdate { get; set; } = 3;

    /// <summary>Rows in an answer to a query, and the number when a query names none: 5,000 (second-hand official; the default inferred).</summary>
    public int RowsPerQuery { get; set; } = 5_000;

    /// <summary>The life of a machine-to-machine token: 24 hours (second-hand official).</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromDays(1);
}
