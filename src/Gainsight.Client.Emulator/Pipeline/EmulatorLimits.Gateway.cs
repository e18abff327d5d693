namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorLimits
{
    /// <summary>
    /// The size of the body of any call, in bytes, after which a proxy in front of the tenant responds 413 with an HTML page. No quota is used.
    /// Not documented. Default: <see langword="null"/> (no limit).
    /// </summary>
    public int? BytesPerCall { get; set; }
}
