namespace Gainsight.Client;

/// <summary>Reads the rows of a response page, keeping the schema from page to page.</summary>
internal sealed class RecordPageReader<T>
    where T : GainsightRecord, new()
{
    /// <summary>Reads <c>data</c> of a query's answer: an array of rows, or an object whose <c>records</c> (or <c>Records</c>) is one, or null.</summary>
    public IReadOnlyList<T> Read(ReadOnlySpan<byte> data) => throw new NotImplementedException();
}
