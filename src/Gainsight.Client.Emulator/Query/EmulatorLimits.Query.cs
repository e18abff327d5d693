namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorLimits
{
    /// <summary>Rows per response to a query, and the limit of a query that names none. Default: 5,000 (quoted; the default limit is inferred).</summary>
    public int RowsPerQuery { get; set; } = 5_000;
}
