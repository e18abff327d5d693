namespace Gainsight.Client;

/// <summary>Reads the rows of a response page, keeping the schema from page to page. Not safe for concurrent use.</summary>
internal sealed class RecordPageReader<T>(RecordLabels? labels = null)
    where T : GainsightRecord, new()
{
    private readonly RecordPageParser _parser = new(labels);

    /// <summary>Reads <c>data</c> of a query's answer: an array of rows, or an object whose <c>records</c> (or <c>Records</c>) is one, or null.</summary>
    /// <exception cref="GainsightProtocolException">The JSON is broken, a row is not an object, or there is no place for rows.</exception>
    public IReadOnlyList<T> Read(ReadOnlySpan<byte> data)
    {
        var segments = _parser.Parse(data);
        var rows = new T[segments.Sum(segment => segment.Rows)];
        var next = 0;
        foreach (var segment in segments)
        {
            for (var row = 0; row < segment.Rows; row++)
            {
                var record = new T();
                record.Load(segment, row);
                rows[next++] = record;
            }
        }

        return rows;
    }
}
