using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Gainsight.Client;

/// <summary>Reads CSV row by row from a stream (RFC 4180), with little more than one row in memory. It passes values on as bytes. CSV libraries create strings, and map them by reflection.</summary>
/// <remarks>Rows end with CR LF, LF or CR. A value is quoted when it starts with a quote, and must end after the closing quote.</remarks>
internal sealed class CsvReader(Stream stream, byte separator = (byte)',') : IDisposable
{
    private const int ReadSize = 64 * 1024;

    /// <summary>Far more than the longest possible row. Only an unclosed quote reaches it.</summary>
    private const int MaxRow = 32 * 1024 * 1024;

    /// <summary>The maximum number of values in a row. No object has as many fields.</summary>
    private const int MaxColumns = NameMatcher.MaxNames;

    /// <summary>The values of the row. They start relative to the row, which moves in the buffer while it is read.</summary>
    private readonly List<(int Start, int Length, bool IsQuoted, bool HasQuotes)> _fields = [];
    private byte _separator = separator;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(ReadSize);
    private int _length;
    private int _next;
    private int _row;
    private bool _atEnd;

    // How far the current row is parsed, relative to its start. A row is never parsed from its start again, however small the reads are.
    private Place _place;
    private int _valueStart;
    private int _position;
    private bool _hasQuotes;

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
        return _buffer.AsSpan(_row + start, length);
    }

    /// <summary>Reads the next row. Returns false at the end.</summary>
    /// <exception cref="CsvFormatException">The text is not CSV from here on.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> ReadRowAsync(CancellationToken cancellationToken)
    {
        _row = _next;
        _fields.Clear();
        (_place, _position) = (Place.RowStart, 0);
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

    /// <summary>Goes back to the start of the row, to read it with another separator.</summary>
    public void ReadAgain(byte otherSeparator)
    {
        _separator = otherSeparator;
        _next = _row;
        Rows--;
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
        if (target != _buffer || _row > 0)
        {
            Buffer.BlockCopy(_buffer, _row, target, 0, kept);
        }

        if (target != _buffer)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = target;
        }

        (_row, _next, _length) = (0, 0, kept);
        var read = await ReadAsync(_buffer.AsMemory(kept), cancellationToken).ConfigureAwait(false);
        _length += read;
        _atEnd = read == 0;
    }

    private async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (DecoderFallbackException)
        {
            // Only a file that is not in UTF-8 is decoded while it is read.
            throw new CsvFormatException(Rows + 1, "bytes from there on are not in the encoding of the file");
        }
    }

    /// <summary>Finds the values of the current row. Returns false when its end is not read yet, or when there is no row.</summary>
    private bool TryParse()
    {
        ReadOnlySpan<byte> text = _buffer.AsSpan(_row, _length - _row);
        while (true)
        {
            var goesOn = _place switch
            {
                Place.RowStart => TryStartRow(text),
                Place.ValueStart => TryStartValue(text),
                Place.Plain => TryEndPlain(text),
                Place.Quoted => TryEndQuoted(text),
                _ => TryEndValue(text),
            };
            if (!goesOn)
            {
                return false;
            }

            if (_place == Place.RowStart)
            {
                _next = _row + _position;
                return true;
            }
        }
    }

    private bool TryStartRow(ReadOnlySpan<byte> text)
    {
        var mark = "\uFEFF"u8;
        if (text.IsEmpty || (Rows == 0 && !_atEnd && text.Length < mark.Length))
        {
            return false;
        }

        _position = Rows == 0 && text.StartsWith(mark) ? mark.Length : 0;
        _place = Place.ValueStart;
        return _position < text.Length || !_atEnd;
    }

    private bool TryStartValue(ReadOnlySpan<byte> text)
    {
        if (_position == text.Length && !_atEnd)
        {
            return false;
        }

        var isQuoted = _position < text.Length && text[_position] == (byte)'"';
        _valueStart = _position += isQuoted ? 1 : 0;
        _hasQuotes = false;
        _place = isQuoted ? Place.Quoted : Place.Plain;
        return true;
    }

    private bool TryEndPlain(ReadOnlySpan<byte> text)
    {
        var length = text[_position..].IndexOfAny(_separator, (byte)'\n', (byte)'\r');
        _position = length < 0 ? text.Length : _position + length;
        if (length < 0 && !_atEnd)
        {
            return false;
        }

        Add(_position - _valueStart, isQuoted: false);
        return true;
    }

    private bool TryEndQuoted(ReadOnlySpan<byte> text)
    {
        while (true)
        {
            var length = text[_position..].IndexOf((byte)'"');
            if (length < 0)
            {
                _position = text.Length;
                return false;
            }

            _position += length;
            if (_position + 1 == text.Length && !_atEnd)
            {
                return false;
            }

            if (_position + 1 == text.Length || text[_position + 1] != (byte)'"')
            {
                break;
            }

            _hasQuotes = true;
            _position += 2;
        }

        Add(_position - _valueStart, isQuoted: true);
        _position++;
        return _position == text.Length || text[_position] == _separator || text[_position] is (byte)'\r' or (byte)'\n'
            ? true
            : throw new CsvFormatException(Rows + 1, "there is text between a closing quote and the end of the value");
    }

    private void Add(int length, bool isQuoted)
    {
        if (_fields.Count == MaxColumns)
        {
            throw new CsvFormatException(Rows + 1, $"it has more than {MaxColumns} values, which is the limit");
        }

        _fields.Add((_valueStart, length, isQuoted, _hasQuotes));
        _place = Place.ValueEnd;
    }

    /// <summary>Goes past the separator or the line end. At the end of a row the place is that before the next one.</summary>
    private bool TryEndValue(ReadOnlySpan<byte> text)
    {
        if (_position < text.Length && text[_position] == _separator)
        {
            _position++;
            _place = Place.ValueStart;
            return true;
        }

        if (_position < text.Length && text[_position] == (byte)'\r')
        {
            if (_position + 1 == text.Length && !_atEnd)
            {
                return false;
            }

            _position++;
            _position += _position < text.Length && text[_position] == (byte)'\n' ? 1 : 0;
        }
        else if (_position < text.Length)
        {
            _position++;
        }

        _place = Place.RowStart;
        return true;
    }

    private enum Place
    {
        RowStart,
        ValueStart,
        Plain,
        Quoted,
        ValueEnd,
    }
}
