namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorLimits
{
    /// <summary>
    /// Calls of the success plan API per clock minute of the tenant. They also count against <see cref="CallsPerDay"/>.
    /// Default: 5,000 (quoted).
    /// </summary>
    public int SuccessPlanCallsPerMinute { get; set; } = 5_000;
}
