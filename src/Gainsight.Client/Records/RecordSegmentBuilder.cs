using System.Buffers;

namespace Gainsight.Client;

/// <summary>Collects rows in pooled scratch memory and cuts them into segments of exact size.</summary>
internal sealed class RecordSegmentBuilder(RecordLabels? labels)
{
    /// <summary>A slot is 8 bytes.</summary>
    private const int MaxSlots = RecordSegment.MaxBytes / 8;

    private readonly RecordNames _names = new();
    private List<RecordSegment> _segments = [];
    private RecordSchema? _schema;
    private byte[] _text = [];
    private RecordSlot[] _slots = [];
    private int _textLength;
    private int _rows;
    private int _rowText;
    private int _columns;

    public void Start()
    {
        _segments = [];
        _text = ArrayPool<byte>.Shared.Rent(2 * RecordSegment.MaxBytes);
        _slots = ArrayPool<RecordSlot>.Shared.Rent(MaxSlots);
        (_textLength, _rows, _columns) = (0, 0, _names.Count);
    }

    public void BeginRow()
    {
        _rowText = _textLength;
        EnsureSlots((_rows + 1) * _columns);
        _slots.AsSpan(_rows * _columns, _columns).Clear();
    }

    /// <summary>Goes past the name that the cursor stands before, and tells its slot.</summary>
    public int Match(ref PageCursor cursor, int previous)
    {
        var slot = _names.Match(ref cursor, previous);
        if (slot == _columns)
        {
            AddColumn();
        }

        return slot;
    }

    /// <summary>The slot of a column, for rows that come without names.</summary>
    public int Column(string name)
    {
        var slot = _names.SlotOf(name);
        if (slot == _columns)
        {
            AddColumn();
        }

        return slot;
    }

    /// <summary>Puts a value in the row; of two with one name, the later stays.</summary>
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
        _slots[(_rows * _columns) + slot] = new RecordSlot(_textLength, raw.Length, kind);
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

    /// <summary>Gives the scratch memory back, also after a failure.</summary>
    public void Release()
    {
        ArrayPool<byte>.Shared.Return(_text);
        ArrayPool<RecordSlot>.Shared.Return(_slots);
        (_text, _slots, _segments) = ([], [], []);
    }

    /// <summary>A name that no earlier row had: those rows keep their narrower schema.</summary>
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

    /// <summary>Cuts a segment of the finished rows and moves the row in hand to the front.</summary>
    private void CutBeforeRow()
    {
        var row = _slots.AsSpan(_rows * _columns, _columns);
        var rowText = _rowText;
        var rowLength = _textLength - rowText;
        Cut();
        for (var slot = 0; slot < row.Length; slot++)
        {
            var old = row[slot];
            _slots[slot] = old.Kind == SliceKind.Absent ? default : new RecordSlot(old.Start - rowText, old.Length, old.Kind);
        }

        _text.AsSpan(rowText, rowLength).CopyTo(_text);
        _textLength = rowLength;
    }

    /// <summary>Makes a segment of the finished rows, whose text ends where the row in hand begins.</summary>
    private void Cut()
    {
        if (_schema?.Count != _columns)
        {
            _schema = _names.ToSchema(_columns, labels);
        }

        _segments.Add(new RecordSegment(
            _schema, _text.AsSpan(0, _rowText).ToArray(), _slots.AsSpan(0, _rows * _columns).ToArray(), _rows));
        (_rows, _rowText, _textLength) = (0, 0, 0);
    }

    private void EnsureSlots(int count)
    {
        if (_slots.Length >= count)
        {
            return;
        }

        var larger = ArrayPool<RecordSlot>.Shared.Rent(Math.Max(_slots.Length * 2, count));
        _slots.CopyTo(larger, 0);
        ArrayPool<RecordSlot>.Shared.Return(_slots);
        _slots = larger;
    }
}
