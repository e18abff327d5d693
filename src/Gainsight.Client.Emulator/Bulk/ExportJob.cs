namespace Gainsight.Client.Emulator;

/// <summary>An export. It finds its rows when it completes, and writes each part when it is fetched.</summary>
internal sealed class ExportJob(RequestContext context, EmulatedObject source, QueryRequest query) : BulkJob(context)
{
    /// <summary>The number of rows to write before other requests may use the tenant.</summary>
    private const int RowsAtOnce = 500;

    private readonly TenantData _tenant = context.Tenant;
    private readonly EmulatorSwitches _switches = context.Switches;
    private readonly int _rowsPerPart = Math.Max(1, context.Limits.RowsPerExportPart);

    public int RowCount => Rows.Count;

    /// <summary>Whether the job is over and lists its parts.</summary>
    public bool HasResult(DateTimeOffset now) => IsOver(now) && Succeeds;

    public IEnumerable<(int Offset, int Limit)> Parts =>
        Enumerable.Range(0, (Rows.Count + _rowsPerPart - 1) / _rowsPerPart).Select(part => (part * _rowsPerPart, _rowsPerPart));

    protected override IReadOnlyList<string> Stages { get; } = ["SUBMITTED", "IN_PROGRESS"];

    private List<EmulatedRow> Rows { get; set; } = [];

    public override void Run() => Rows = Succeeds ? QueryRunner.Run(source, query) : [];

    /// <summary>The CSV of a part, written while it is read, or null if there is no such part.</summary>
    public StreamedBody? Part(int number)
    {
        var offset = number * _rowsPerPart;
        var count = Math.Min(_rowsPerPart, Rows.Count - offset);
        return number < 0 || count <= 0 ? null : new StreamedBody(count + 1, Lines(offset, count));
    }

    private IEnumerable<string> Lines(int offset, int count)
    {
        yield return CsvWriter.Line(query.Select.Select(column => column.Key));
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
            return [.. Rows.Skip(offset).Take(count).Select(row => CsvWriter.Line(query.Select.Select(column => CsvWriter.Value(column.Path.Read(row), _switches))))];
        }
    }
}
