using System.Buffers;
using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Reads CSV row by row from a stream (RFC 4180), with little more than one row in memory. It passes values on as bytes. CSV libraries create strings, and map them by reflection.</summary>
/// <remarks>Rows end with CR LF, LF or CR. A value is quoted when it starts with a quote, and must end after the closing quote.</remarks>
internal sealed class CsvReader(Stream stream, byte separator = (byte)',') : IDisposable
{
    private const int ReadSize = 64 * 1024;

    /// <summary>Far more than the longest possible row. Only an unclosed quote reaches it.</summary>
    private const int MaxRow = 32 * 1024 * 1024;

    private readonly List<(int Start, int Length, bool IsQuoted, bool HasQuotes)> _fields = [];
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(ReadSize);
    private int _length;
    private int _next;
    private int _row;
    private bool _atEnd;

    /// <summary>The number of values in the row.</summary>
    public int Count => _fields.Count;

    /// <summary>The number of rows read so far, including the header.</summary>
    public long Rows { get; private set; }

    /// <summary>The unchanged bytes of the row, including its line end. Valid until the next row is read.</summary>
    public ReadOnlyMemory<byte> Row => _buffer.AsMemory(_row, _next - _row);

    /// <summary>Whether the row is an empty line.</summary>
    public bool IsBlank => _fields is [{ Length: 0, IsQuoted: false }];

    /// <summary>Returns a value's bytes without the quotes around it. <paramref name="hasQuotes"/> says whether it contains doubled quotes.</summary>
    public ReadOnlySpan<byte> Value(int index, out bool isQuoted, out bool hasQuotes)
    {
        (var start, var length, isQuoted, hasQuotes) = _fields[index];
        return _buffer.AsSpan(start, length);
    }

    /// <summary>Reads the next row. Returns false at the end.</summary>
    /// <exception cref="CsvFormatException">The text is not CSV from here on.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> ReadRowAsync(CancellationToken cancellationToken)
    {
        _row = _next;
        while (!TryParse())
        {
            if (_atEnd)
            {
                return _next < _length ? throw new CsvFormatException(Rows + 1, "a quote is not closed") : false;
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        Rows++;
        return true;
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    /// <summary>Reads more of the current row, after moving it to the start of the buffer.</summary>
    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var kept = _length - _row;
        if (kept > MaxRow)
        {
            throw new CsvFormatException(Rows + 1, "it is longer than any row can be, which happens when a quote is not closed");
        }

        var target = kept > _buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(_buffer.Length * 2) : _buffer;
        Buffer.BlockCopy(_buffer, _row, target, 0, kept);
        if (target != _buffer)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = target;
        }

        (_row, _next, _length) = (0, 0, kept);
        var read = await stream.ReadAsync(_buffer.AsMemory(kept), cancellationToken).ConfigureAwait(false);
        _length += read;
        _atEnd = read == 0;
    }

    /// <summary>Finds the values of the current row. Returns false when its end is not read yet, or when there is no row.</summary>
    private bool TryParse()
    {
        _fields.Clear();
        ReadOnlySpan<byte> text = _buffer.AsSpan(0, _length);
        var position = _row + (Rows == 0 && text[_row..].StartsWith("\uFEFF"u8) ? 3 : 0);
        if (position == text.Length)
        {
            return false;
        }

        while (true)
        {
            var end = position < text.Length && text[position] == (byte)'"' ? EndOfQuoted(text, position) : EndOfPlain(text, position);
            if (end < 0)
            {
                return false;
            }

            if (end < text.Length && text[end] == separator)
            {
                position = end + 1;
                continue;
            }

            return TryEndRow(text, end);
        }
    }

    private int EndOfPlain(ReadOnlySpan<byte> text, int start)
    {
        var length = text[start..].IndexOfAny(separator, (byte)'\n', (byte)'\r');
        if (length < 0)
        {
            if (!_atEnd)
            {
                return -1;
            }

            length = text.Length - start;
        }

        _fields.Add((start, length, false, false));
        return start + length;
    }

    private int EndOfQuoted(ReadOnlySpan<byte> text, int start)
    {
        var hasQuotes = false;
        var position = start + 1;
        while (true)
        {
            var length = text[position..].IndexOf((byte)'"');
            if (length < 0)
            {
                return -1;
            }

            position += length + 1;
            if (position == text.Length && !_atEnd)
            {
                return -1;
            }

            if (position == text.Length || text[position] != (byte)'"')
            {
                break;
            }

            hasQuotes = true;
            position++;
        }

        if (position < text.Length && text[position] != separator && text[position] is not ((byte)'\r' or (byte)'\n'))
        {
            throw new CsvFormatException(Rows + 1, "there is text between a closing quote and the end of the value");
        }

        _fields.Add((start + 1, position - start - 2, true, hasQuotes));
        return position;
    }

    private bool TryEndRow(ReadOnlySpan<byte> text, int end)
    {
        if (end < text.Length && text[end] == (byte)'\r')
        {
            if (end + 1 == text.Length && !_atEnd)
            {
                return false;
            }

            end++;
            end += end < text.Length && text[end] == (byte)'\n' ? 1 : 0;
        }
        else if (end < text.Length)
        {
            end++;
        }

        _next = end;
        return true;
    }
}
