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

    /// <summary>The numbers of the parts in the order in which the job lists them, with their rows.</summary>
    public IReadOnlyList<(int Number, int Offset, int Limit)> Parts(RequestContext context)
    {
        var count = FullParts + (_switches.EmptyExportPart == EmptyPartForm.None ? 0 : 1);
        List<(int, int, int)> parts = [.. Enumerable.Range(0, count).Select(part => (part, part * _rowsPerPart, _rowsPerPart))];
        if (_switches.ExportPartsAreShuffled)
        {
            context.Random().Shuffle(parts);
        }

        return parts;
    }

    protected override IReadOnlyList<string> Stages { get; } = ["SUBMITTED", "IN_PROGRESS"];

    private List<EmulatedRow> Rows { get; set; } = [];

    private int FullParts => (Rows.Count + _rowsPerPart - 1) / _rowsPerPart;

    private IEnumerable<(string Key, FieldPath Path)> Columns =>
        query.Select.Where(column => !string.Equals(column.Key, _switches.ExportOmitsField, StringComparison.OrdinalIgnoreCase));

    public override void Run() => Rows = Succeeds ? QueryRunner.Run(source, query) : [];

    /// <summary>The CSV of a part, written while it is read, or null if there is no such part.</summary>
    public StreamedBody? Part(int number)
    {
        if (number == FullParts && _switches.EmptyExportPart != EmptyPartForm.None)
        {
            return Body(_switches.EmptyExportPart == EmptyPartForm.HeaderOnly ? [Header()] : [], count: 1);
        }

        var offset = (long)number * _rowsPerPart;
        var count = (int)Math.Min(_rowsPerPart, Rows.Count - offset);
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
