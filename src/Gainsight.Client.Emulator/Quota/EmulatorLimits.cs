namespace Gainsight.Client.Emulator;

/// <summary>The size limits and quotas of the tenant. They may be changed at any time.</summary>
/// <remarks>Each area of the API declares its own limits.</remarks>
public sealed partial class EmulatorLimits
{
    /// <summary>Synchronous calls per clock minute of the tenant. Default: 100 (official).</summary>
    public int CallsPerMinute { get; set; } = 100;

    /// <summary>Synchronous calls per day (UTC) of the tenant. Default: 50,000 (official; some pages say 100,000).</summary>
    public int CallsPerDay { get; set; } = 50_000;

    /// <summary>Asynchronous and bulk calls per clock hour of the tenant. Default: 10 (official).</summary>
    public int AsynchronousCallsPerHour { get; set; } = 10;

    /// <summary>Asynchronous and bulk calls per day (UTC) of the tenant. Default: 100 (official).</summary>
    public int AsynchronousCallsPerDay { get; set; } = 100;
}
