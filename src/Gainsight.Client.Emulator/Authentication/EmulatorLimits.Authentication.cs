namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorLimits
{
    /// <summary>The lifetime of a machine-to-machine token. Default: 24 hours (quoted).</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromDays(1);
}
