namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorLimits
{
    /// <summary>Records per write of CTAs, tasks or success plans. Not documented: the samples send one. Default: 50.</summary>
    public int CockpitRecordsPerCall { get; set; } = 50;

    /// <summary>
    /// Rows per page of CTAs, tasks, success plans or goals. <see cref="EmulatorSwitches.OverLimit"/> sets the response to a call for more.
    /// Default: 1,000 (quoted).
    /// </summary>
    public int CockpitRowsPerPage { get; set; } = 1_000;
}
