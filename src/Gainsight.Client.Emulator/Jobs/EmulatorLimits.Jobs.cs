namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorLimits
{
    /// <summary>The size of the body of a timeline bulk call or of a bulk import, in bytes. Default: 80 MB (official; third party for imports).</summary>
    public int BytesPerBulkCall { get; set; } = 80_000_000;

    /// <summary>How long a bulk job stays in each state before it completes. Zero or less completes it at once. Default: 10 seconds.</summary>
    public TimeSpan JobStep { get; set; } = TimeSpan.FromSeconds(10);
}
