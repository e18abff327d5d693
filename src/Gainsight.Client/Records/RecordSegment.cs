using System.Buffers;

namespace Gainsight.Client;

/// <summary>The values of a few rows in one block of memory. A row that the caller keeps keeps only its segment alive.</summary>
internal sealed class RecordSegment(RecordSegment.ColumnSet columns, byte[] text, RecordSegment.Slot[] slots, int rows)
{
    /// <summary>The maximum number of rows, so that one kept row does not hold a page.</summary>
    public const int MaxRows = 64;

    /// <summary>The maximum number of bytes of text, and of slots. Only a segment of one row may have more.</summary>
    public const int MaxBytes = 32 * 1024;

    public ColumnSet Columns => columns;

    public int Rows => rows;

    /// <summary>The number of bytes of text.</summary>
    public int TextLength => text.Length;

    /// <summary>Makes a record of each row.</summary>
    public static T[] ToRecords<T>(List<RecordSegment> segments)
        where T : GainsightRecord, new()
    {
        var count = 0;
        foreach (var segment in segments)
        {
            count += segment.Rows;
        }

        var records = new T[count];
        var next = 0;
        foreach (var segment in segments)
        {
            for (var row = 0; row < segment.Rows; row++)
            {
                var record = new T();
                record.Load(segment, row);
                records[next++] = record;
            }
        }

        return records;
    }

    public SliceKind KindOf(int row, int slot) => slots[(row * columns.Count) + slot].Kind;

    public JsonSlice Slice(int row, int slot)
    {
        var found = slots[(row * columns.Count) + slot];
        return new JsonSlice(found.Kind, text.AsSpan(found.Start, found.Length));
    }

    /// <summary>Where a value is in the text, and its kind, in 8 bytes. A value has at most <see cref="MaxLength"/> bytes.</summary>
    public readonly struct Slot(int start, int length, SliceKind kind)
    {
        public const int MaxLength = int.MaxValue >> KindBits;

        private const int KindBits = 3;

        private readonly int _lengthAndKind = (length << KindBits) | (int)kind;

        public int Start { get; } = start;

        public int Length => _lengthAndKind >> KindBits;

        public SliceKind Kind => (SliceKind)(_lengthAndKind & ((1 << KindBits) - 1));
    }

    /// <summary>The fields of the rows, in the order of their slots. Immutable, and shared by the segments of a page.</summary>
    public sealed class ColumnSet
    {
        private readonly Field[] _fields;
        private Dictionary<string, int>? _slots;

        /// <param name="fields">The fields. Column sets share the array: a later set has more of it.</param>
        /// <param name="count">The number of fields that the rows have.</param>
        /// <param name="labels">The labels of picklist items.</param>
        public ColumnSet(Field[] fields, int count, RecordLabels? labels = null)
        {
            _fields = fields;
            Count = count;
            Labels = labels;
        }

        public int Count { get; }

        /// <summary>The labels of the picklist items in the rows, if the query asked for them.</summary>
        public RecordLabels? Labels { get; }

        /// <summary>The token of the field, spelled as in the response.</summary>
        public Field FieldAt(int slot) => _fields[slot];

        /// <summary>The slot of the field, or -1.</summary>
        public int SlotOf(Field field)
        {
            var hint = field.SlotHint;
            if ((uint)hint < (uint)Count && field.IsNamed(_fields[hint].Name))
            {
                return hint;
            }

            if (!(_slots ??= Index()).TryGetValue(field.Name, out var slot))
            {
                return -1;
            }

            field.SlotHint = slot;
            return slot;
        }

        private Dictionary<string, int> Index()
        {
            var slots = new Dictionary<string, int>(Count, StringComparer.OrdinalIgnoreCase);
            for (var slot = 0; slot < Count; slot++)
            {
                slots[_fields[slot].Name] = slot;
            }

            return slots;
        }
    }

    /// <summary>Collects rows in pooled buffers and cuts them into segments of exact size. Remembers the field names from page to page.</summary>
    public sealed class Builder(RecordLabels? labels)
    {
        /// <summary>The slot of a property whose name no field can have.</summary>
        public const int NoName = -1;

        /// <summary>A slot is 8 bytes.</summary>
        private const int MaxSlots = MaxBytes / 8;

        private readonly NameMatcher _names = new();
        private List<RecordSegment> _segments = [];
        private ColumnSet? _columnSet;
        private byte[] _text = [];
        private Slot[] _slots = [];
        private int _textLength;
        private int _rows;
        private int _rowText;
        private int _columns;

        /// <summary>Starts a page.</summary>
        public void Start()
        {
            _segments = [];
            _text = ArrayPool<byte>.Shared.Rent(2 * MaxBytes);
            _slots = ArrayPool<Slot>.Shared.Rent(MaxSlots);
            (_textLength, _rows, _columns) = (0, 0, _names.Count);
        }

        public void BeginRow()
        {
            _rowText = _textLength;
            EnsureSlots((_rows + 1) * _columns);
            _slots.AsSpan(_rows * _columns, _columns).Clear();
        }

        /// <summary>Reads the next name and returns its slot, or <see cref="NoName"/>.</summary>
        public int ReadName(ref PageCursor cursor)
        {
            var slot = _names.Read(ref cursor);
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
                if (raw.Length > Slot.MaxLength)
                {
                    throw new GainsightProtocolException(
                        $"The value of the field '{_names.NameAt(slot)}' has more than {Slot.MaxLength} bytes, which is the limit. Leave the field out of the selection.");
                }

                // The text of a row is never longer than its page, which fits in an array.
                var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(_text.Length * 2L, (long)_textLength + raw.Length), Array.MaxLength));
                _text.AsSpan(0, _textLength).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(_text);
                _text = larger;
            }

            raw.CopyTo(_text.AsSpan(_textLength));
            _slots[(_rows * _columns) + slot] = new Slot(_textLength, raw.Length, kind);
            _textLength += raw.Length;
        }

        public void EndRow()
        {
            if (_rows > 0 && (_textLength > MaxBytes || (_rows + 1) * _columns > MaxSlots))
            {
                CutBeforeRow();
            }

            _rows++;
            if (_rows == MaxRows)
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
            ArrayPool<Slot>.Shared.Return(_slots);
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
                _slots[slot] = old.Kind == SliceKind.Absent ? default : new Slot(old.Start - rowText, old.Length, old.Kind);
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

            var larger = ArrayPool<Slot>.Shared.Rent(Math.Max(_slots.Length * 2, count));
            _slots.CopyTo(larger, 0);
            ArrayPool<Slot>.Shared.Return(_slots);
            _slots = larger;
        }
    }
}
