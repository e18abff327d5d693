namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorLimits
{
    /// <summary>Single saves of timeline activities per clock minute. They also count against <see cref="CallsPerDay"/>. Default: 200 (official).</summary>
    public int TimelineSavesPerMinute { get; set; } = 200;

    /// <summary>Bulk saves and bulk updates of timeline activities per clock hour. Default: 12 (official; inferred for updates).</summary>
    public int TimelineBulkCallsPerHour { get; set; } = 12;
}
