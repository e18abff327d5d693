namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorLimits
{
    /// <summary>Rows per export, and the limit of an export that names none. Default: 1,000,000 (quoted; the maximum is inferred).</summary>
    public int RowsPerExport { get; set; } = 1_000_000;

    /// <summary>Rows per chunk of an export. Default: 20,000 (quoted).</summary>
    public int RowsPerExportChunk { get; set; } = 20_000;
}
