using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Collects rows in pooled buffers and cuts them into segments of exact size. Remembers the field names from page to page.</summary>
internal sealed class RecordSegmentBuilder(RecordLabels? labels)
{
    /// <summary>The slot of a property whose name no field can have.</summary>
    public const int NoName = -1;

    /// <summary>A slot is 8 bytes.</summary>
    private const int MaxSlots = RecordSegment.MaxBytes / 8;

    private readonly NameMatcher _names = new();
    private List<RecordSegment> _segments = [];
    private RecordSegment.ColumnSet? _columnSet;
    private byte[] _text = [];
    private RecordSegment.Slot[] _slots = [];
    private int _textLength;
    private int _rows;
    private int _rowText;
    private int _columns;

    /// <summary>Starts a page.</summary>
    public void Start()
    {
        _segments = [];
        _text = ArrayPool<byte>.Shared.Rent(2 * RecordSegment.MaxBytes);
        _slots = ArrayPool<RecordSegment.Slot>.Shared.Rent(MaxSlots);
        (_textLength, _rows, _columns) = (0, 0, _names.Count);
    }

    public void BeginRow()
    {
        _rowText = _textLength;
        EnsureSlots((_rows + 1) * _columns);
        _slots.AsSpan(_rows * _columns, _columns).Clear();
    }

    /// <summary>Reads the next name and returns its slot. <paramref name="previous"/> is the slot before it in the row, or <see cref="NoName"/>.</summary>
    public int ReadName(ref PageCursor cursor, int previous)
    {
        var slot = _names.Read(ref cursor, previous);
        if (slot == _columns)
        {
            AddColumn();
        }

        return slot;
    }

    /// <summary>The slot of a column, for rows that come without names.</summary>
    public int Column(string name)
    {
        var slot = _names.FindOrAdd(name);
        if (slot == _columns)
        {
            AddColumn();
        }

        return slot;
    }

    /// <summary>Puts a value into the row. If a name comes twice, the later value stays.</summary>
    public void Add(int slot, SliceKind kind, ReadOnlySpan<byte> raw)
    {
        if (_text.Length - _textLength < raw.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_text.Length * 2, _textLength + raw.Length));
            _text.AsSpan(0, _textLength).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_text);
            _text = larger;
        }

        raw.CopyTo(_text.AsSpan(_textLength));
        _slots[(_rows * _columns) + slot] = new RecordSegment.Slot(_textLength, raw.Length, kind);
        _textLength += raw.Length;
    }

    public void EndRow()
    {
        if (_rows > 0 && (_textLength > RecordSegment.MaxBytes || (_rows + 1) * _columns > MaxSlots))
        {
            CutBeforeRow();
        }

        _rows++;
        if (_rows == RecordSegment.MaxRows)
        {
            _rowText = _textLength;
            Cut();
        }
    }

    public List<RecordSegment> Finish()
    {
        if (_rows > 0)
        {
            _rowText = _textLength;
            Cut();
        }

        var segments = _segments;
        _segments = [];
        return segments;
    }

    /// <summary>Returns the buffers to the pool. Call it after a failure as well.</summary>
    public void Release()
    {
        ArrayPool<byte>.Shared.Return(_text);
        ArrayPool<RecordSegment.Slot>.Shared.Return(_slots);
        (_text, _slots, _segments) = ([], [], []);
    }

    /// <summary>Adds a name that no earlier row had. The earlier rows keep fewer columns.</summary>
    private void AddColumn()
    {
        if (_rows > 0)
        {
            CutBeforeRow();
        }

        _columns = _names.Count;
        EnsureSlots(_columns);
        _slots[_columns - 1] = default;
    }

    /// <summary>Cuts a segment of the finished rows and moves the current row to the front.</summary>
    private void CutBeforeRow()
    {
        var row = _slots.AsSpan(_rows * _columns, _columns);
        var rowText = _rowText;
        var rowLength = _textLength - rowText;
        Cut();
        for (var slot = 0; slot < row.Length; slot++)
        {
            var old = row[slot];
            _slots[slot] = old.Kind == SliceKind.Absent ? default : new RecordSegment.Slot(old.Start - rowText, old.Length, old.Kind);
        }

        _text.AsSpan(rowText, rowLength).CopyTo(_text);
        _textLength = rowLength;
    }

    /// <summary>Makes a segment of the finished rows. Their text ends where the current row begins.</summary>
    private void Cut()
    {
        if (_columnSet?.Count != _columns)
        {
            _columnSet = _names.ToColumns(_columns, labels);
        }

        _segments.Add(new RecordSegment(
            _columnSet, _text.AsSpan(0, _rowText).ToArray(), _slots.AsSpan(0, _rows * _columns).ToArray(), _rows));
        (_rows, _rowText, _textLength) = (0, 0, 0);
    }

    private void EnsureSlots(int count)
    {
        if (_slots.Length >= count)
        {
            return;
        }

        var larger = ArrayPool<RecordSegment.Slot>.Shared.Rent(Math.Max(_slots.Length * 2, count));
        _slots.CopyTo(larger, 0);
        ArrayPool<RecordSegment.Slot>.Shared.Return(_slots);
        _slots = larger;
    }

    /// <summary>Maps the property names of rows to slots. After each name it expects the one that came next in the row before.</summary>
    private sealed class NameMatcher
    {
        private readonly List<string> _names = [];

        /// <summary>The names as in a row without white space: with quotes and colon.</summary>
        private readonly List<byte[]> _tokens = [];

        /// <summary>The slot expected next: at 0 the first slot of a row, at 1 + slot the one after that slot.</summary>
        private readonly List<int> _next = [0];

        public int Count => _names.Count;

        /// <summary>The first <paramref name="count"/> names as columns.</summary>
        public RecordSegment.ColumnSet ToColumns(int count, RecordLabels? labels) => new(_names.GetRange(0, count), labels);

        /// <summary>Reads a name and returns its slot. A new name gets a new slot, a blank one <see cref="NoName"/>.</summary>
        public int Read(ref PageCursor cursor, int previous)
        {
            var expected = _next[previous + 1];
            if (expected < Count && cursor.TrySkip(_tokens[expected]))
            {
                return expected;
            }

            var name = cursor.ReadName();
            var slot = name.Kind == SliceKind.Text ? Find(name.Raw, expected) : -1;
            if (slot < 0)
            {
                var text = TextOf(name);
                if (string.IsNullOrWhiteSpace(text))
                {
                    return NoName;
                }

                slot = FindOrAdd(text);
            }

            _next[previous + 1] = slot;
            return slot;
        }

        /// <summary>The slot of a name that is not blank. A new name gets a new slot.</summary>
        public int FindOrAdd(string name)
        {
            var slot = _names.FindIndex(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
            if (slot >= 0)
            {
                return slot;
            }

            _names.Add(name);
            _tokens.Add([(byte)'"', .. JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes, (byte)'"', (byte)':']);
            _next.Add(Count);
            return Count - 1;
        }

        private static string TextOf(in JsonSlice name)
        {
            try
            {
                return name.GetString();
            }
            catch (InvalidOperationException)
            {
                // An invalid escape in a value fails when the value is read. A name is always read, so the page is refused.
                throw new JsonException();
            }
        }

        /// <summary>Searches from the expected slot on, so that a row without a few of the fields is matched quickly.</summary>
        private int Find(ReadOnlySpan<byte> quoted, int expected)
        {
            for (var i = 0; i < Count; i++)
            {
                var slot = expected + i;
                slot = slot < Count ? slot : slot - Count;
                if (slot < Count && Ascii.EqualsIgnoreCase(quoted, _tokens[slot].AsSpan()[..^1]))
                {
                    return slot;
                }
            }

            return -1;
        }
    }
}
