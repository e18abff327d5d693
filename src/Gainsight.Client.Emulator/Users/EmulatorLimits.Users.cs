namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorLimits
{
    /// <summary>User Management calls per clock hour. They also count against the other limits (inferred). Default: 100 (official).</summary>
    public int UserCallsPerHour { get; set; } = 100;

    /// <summary>User Management calls per day (UTC). Default: 1,000 (official).</summary>
    public int UserCallsPerDay { get; set; } = 1_000;
}
