namespace Gainsight.Client.Emulator;

/// <summary>An export. It finds its rows when it completes, and writes each chunk when it is fetched.</summary>
internal sealed class ExportJob(RequestContext context, EmulatedObject source, QueryRequest query) : BulkJob(context)
{
    /// <summary>The number of rows to write before other requests may use the tenant.</summary>
    private const int RowsAtOnce = 500;

    private readonly TenantData _tenant = context.Tenant;
    private readonly EmulatorSwitches _switches = context.Switches;
    private readonly int _rowsPerChunk = Math.Max(1, context.Limits.RowsPerExportChunk);

    public int RowCount => Rows.Count;

    /// <summary>Whether the job is over and lists its chunks.</summary>
    public bool HasResult(DateTimeOffset now) => IsOver(now) && Succeeds;

    /// <summary>The numbers of the chunks in the order in which the job lists them, with their rows.</summary>
    public IReadOnlyList<(int Number, int Offset, int Limit)> Chunks(RequestContext context)
    {
        var count = FullChunks + (_switches.EmptyExportChunk == EmptyChunkForm.None ? 0 : 1);
        List<(int, int, int)> chunks = [.. Enumerable.Range(0, count).Select(chunk => (chunk, chunk * _rowsPerChunk, _rowsPerChunk))];
        if (_switches.ExportChunksAreShuffled)
        {
            context.Random().Shuffle(chunks);
        }

        return chunks;
    }

    protected override IReadOnlyList<string> Stages { get; } = ["SUBMITTED", "IN_PROGRESS"];

    private List<EmulatedRow> Rows { get; set; } = [];

    private int FullChunks => (Rows.Count + _rowsPerChunk - 1) / _rowsPerChunk;

    private IEnumerable<(string Key, FieldPath Path)> Columns =>
        query.Select.Where(column => !string.Equals(column.Key, _switches.ExportOmitsField, StringComparison.OrdinalIgnoreCase));

    public override void Run() => Rows = Succeeds ? QueryRunner.Run(source, query) : [];

    /// <summary>The CSV of a chunk, written while it is read, or null if there is no such chunk.</summary>
    public StreamedBody? ChunkOf(int number)
    {
        if (number == FullChunks && _switches.EmptyExportChunk != EmptyChunkForm.None)
        {
            return Body(_switches.EmptyExportChunk == EmptyChunkForm.HeaderOnly ? [Header()] : [], count: 1);
        }

        var offset = (long)number * _rowsPerChunk;
        var count = (int)Math.Min(_rowsPerChunk, Rows.Count - offset);
        return count <= 0 ? null : Body(Lines((int)offset, count), count + 1);
    }

    private StreamedBody Body(IEnumerable<string> lines, int count) => new(count, lines) { Encoding = _switches.ExportEncoding };

    private string Header() => CsvWriter.Line(
        Columns.Select(column => _switches.ExportHeader == ExportHeaderForm.Labels ? column.Path.Label : column.Key), _switches.ExportSeparator);

    private IEnumerable<string> Lines(int offset, int count)
    {
        yield return Header();
        for (var next = offset; next < offset + count; next += RowsAtOnce)
        {
            foreach (var line in Batch(next, Math.Min(RowsAtOnce, offset + count - next)))
            {
                yield return line;
            }
        }
    }

    /// <summary>Lookups are read as they are now, so the tenant must not change meanwhile.</summary>
    private List<string> Batch(int offset, int count)
    {
        lock (_tenant.Sync)
        {
            return [.. Rows.Skip(offset).Take(count).Select(row => CsvWriter.Line(
                Columns.Select(column => CsvWriter.Value(column.Path.Read(row), _switches)), _switches.ExportSeparator))];
        }
    }
}
