namespace Gainsight.Client;

/// <summary>Rows that are read in the cheaper of two ways, and why it is that one.</summary>
/// <typeparam name="T">The record type.</typeparam>
public sealed class BulkRead<T>
    where T : GainsightRecord, new()
{
    /// <summary>Creates a read, as a mock of a client would give it.</summary>
    /// <param name="method">How the rows are read.</param>
    /// <param name="reason">Why, in words for a log.</param>
    /// <param name="rows">The rows.</param>
    public BulkRead(BulkReadMethod method, string reason, IAsyncEnumerable<T> rows) => (Method, Reason, Rows) = (method, reason, rows);

    /// <summary>How the rows are read.</summary>
    public BulkReadMethod Method { get; }

    /// <summary>Why, in words for a log.</summary>
    public string Reason { get; }

    /// <summary>The rows. Nothing is read before they are, and every enumeration reads anew.</summary>
    public IAsyncEnumerable<T> Rows { get; }
}
