namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorLimits
{
    /// <summary>Records per insert or update. Default: 50 (official).</summary>
    public int RecordsPerWrite { get; set; } = 50;

    /// <summary>Keys per update. Default: 3 (quoted).</summary>
    public int KeysPerUpdate { get; set; } = 3;
}
