namespace Gainsight.Client;

/// <summary>Rows that are read in the cheaper of two ways, and the reason for it.</summary>
/// <typeparam name="T">The record type.</typeparam>
public sealed class BulkRead<T>
    where T : GainsightRecord, new()
{
    /// <summary>Creates a read, for mocks of a client.</summary>
    /// <param name="method">How the rows are read.</param>
    /// <param name="reason">The reason, as text for a log.</param>
    /// <param name="rows">The rows.</param>
    public BulkRead(BulkReadMethod method, string reason, IAsyncEnumerable<T> rows) => (Method, Reason, Rows) = (method, reason, rows);

    /// <summary>How the rows are read.</summary>
    public BulkReadMethod Method { get; }

    /// <summary>The reason, as text for a log.</summary>
    public string Reason { get; }

    /// <summary>The rows. Each enumeration reads them again.</summary>
    public IAsyncEnumerable<T> Rows { get; }
}
