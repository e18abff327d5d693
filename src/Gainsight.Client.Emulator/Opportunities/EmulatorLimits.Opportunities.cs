namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorLimits
{
    /// <summary>Opportunities per write. Default: 20 (the official number begins with "20" and is cut off, so this is the lowest it can be).</summary>
    public int OpportunitiesPerWrite { get; set; } = 20;
}
