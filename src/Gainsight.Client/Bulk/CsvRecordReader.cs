using System.Buffers;
using System.Text;

namespace Gainsight.Client;

/// <summary>Creates records from the rows of a CSV whose first row names the fields. Values become the same slices as those of queries: numbers and booleans where the type of the column is known, otherwise texts.</summary>
internal sealed class CsvRecordReader<T>(CsvReader rows, RecordLabels? labels = null, ExportColumns? columns = null, RowEncoding? encoding = null) : IDisposable
    where T : GainsightRecord, new()
{
    /// <summary>The rows of a block: few enough to need little memory, enough to fill segments.</summary>
    private const int BlockRows = 8 * RecordSegment.MaxRows;

    private readonly RecordSegment.Builder _builder = new(labels, new NameMatcher());
    private readonly RowEncoding _encoding = encoding ?? new RowEncoding(isDeclaredLatin1: false);
    private int[]? _slots;
    private DataType[] _types = [];
    private byte[] _scratch = ArrayPool<byte>.Shared.Rent(4096);

    /// <summary>The number of rows read so far, without the header.</summary>
    public long Rows { get; private set; }

    /// <summary>The hash of the last row read, within this process.</summary>
    public int LastHash { get; private set; }

    /// <summary>Whether there was a first row.</summary>
    public bool HasHeader => _slots is { Length: > 0 };

    /// <summary>Skips rows.</summary>
    /// <exception cref="CsvFormatException">The text is not CSV, or a row has more or fewer values than the first.</exception>
    public async Task SkipAsync(long count, CancellationToken cancellationToken)
    {
        while (Rows < count && await NextAsync(cancellationToken).ConfigureAwait(false))
        {
            // Only the hash of the last row is needed.
        }
    }

    /// <summary>Reads the next block of rows. Empty at the end.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync(CancellationToken cancellationToken)
    {
        _builder.Start();
        try
        {
            var read = 0;
            _slots ??= await ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
            while (read < BlockRows && await NextAsync(cancellationToken).ConfigureAwait(false))
            {
                Add();
                read++;
            }

            return RecordSegment.ToRecords<T>(_builder.Finish());
        }
        finally
        {
            _builder.Release();
        }
    }

    public void Dispose()
    {
        rows.Dispose();
        ArrayPool<byte>.Shared.Return(_scratch);
        _scratch = [];
    }

    private async Task<int[]> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        if (!await rows.ReadRowAsync(cancellationToken).ConfigureAwait(false))
        {
            return [];
        }

        if (columns is { Count: > 1 } && rows.Count == 1 && OtherSeparator(rows.Row.Span) is { } other)
        {
            rows.ReadAgain(other);
            await rows.ReadRowAsync(cancellationToken).ConfigureAwait(false);
        }

        _encoding.Look(rows.Row.Span);
        string[] header = [.. Enumerable.Range(0, rows.Count).Select(HeaderAt)];
        var known = columns is null
            ? [.. header.Select(name => new ExportColumn(name, default))]
            : await columns.MapAsync(header, cancellationToken).ConfigureAwait(false);
        _types = [.. known.Select(column => column.Type)];
        return [.. known.Select(column => string.IsNullOrWhiteSpace(column.Name) ? RecordSegment.Builder.NoName : _builder.Column(column.Name))];
    }

    private string HeaderAt(int column)
    {
        _encoding.TryConvert(rows.Value(column, out _, out var hasQuotes), out var name);
        var text = Encoding.UTF8.GetString(name).Trim();
        return hasQuotes ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    /// <summary>What separates the names of a header that has no comma, or null.</summary>
    private static byte? OtherSeparator(ReadOnlySpan<byte> header) =>
        header.Contains((byte)';') ? (byte)';' : header.Contains((byte)'\t') ? (byte)'\t' : header.Contains((byte)'|') ? (byte)'|' : null;

    private async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        _slots ??= await ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
        do
        {
            if (!await rows.ReadRowAsync(cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }
        while (rows.IsBlank && _slots.Length != 1);

        if (columns is not null && rows.Row.Span is not [.., (byte)'\n' or (byte)'\r'])
        {
            throw new CsvFormatException(rows.Rows, "it has no line end, so its last value may be cut off");
        }

        if (rows.Count != _slots.Length)
        {
            throw new CsvFormatException(rows.Rows, $"it has {Plural.Of(rows.Count, "value")}, but the first row names {_slots.Length}");
        }

        Rows++;
        _encoding.Look(rows.Row.Span);
        var hash = new HashCode();
        hash.AddBytes(rows.Row.Span.TrimEnd("\r\n"u8));
        LastHash = hash.ToHashCode();
        return true;
    }

    private void Add()
    {
        _builder.BeginRow();
        for (var column = 0; column < _slots!.Length; column++)
        {
            if (_slots[column] != RecordSegment.Builder.NoName)
            {
                Add(_slots[column], _types[column], rows.Value(column, out var isQuoted, out var hasQuotes), isQuoted, hasQuotes);
            }
        }

        _builder.EndRow();
    }

    private void Add(int slot, DataType type, ReadOnlySpan<byte> value, bool isQuoted, bool hasQuotes)
    {
        if (value.IsEmpty && !isQuoted)
        {
            _builder.Add(slot, SliceKind.Null, "null"u8);
            return;
        }

        if (!_encoding.TryConvert(value, out var text))
        {
            throw new CsvFormatException(rows.Rows, "it is not UTF-8");
        }

        value = text;
        if (CsvValue.LiteralOf(value, type) is { } literal)
        {
            _builder.Add(slot, literal, literal == SliceKind.True ? "true"u8 : literal == SliceKind.False ? "false"u8 : value);
            return;
        }

        var kind = CsvValue.ToJson(value, hasQuotes, ref _scratch, out var length);
        _builder.Add(slot, kind, _scratch.AsSpan(0, length));
    }
}
