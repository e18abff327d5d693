using System.Buffers;

namespace Gainsight.Client;

/// <content>How segments are made.</content>
internal sealed partial class RecordSegment
{
    /// <summary>Collects rows in pooled buffers and cuts them into segments of exact size. Remembers the field names from page to page.</summary>
    /// <param name="labels">The labels of picklist items, or null.</param>
    /// <param name="names">The names that are known from other answers.</param>
    public sealed class Builder(RecordLabels? labels, NameMatcher names)
    {
        /// <summary>The slot of a property whose name no field can have.</summary>
        public const int NoName = -1;

        /// <summary>A slot is 8 bytes.</summary>
        private const int MaxSlots = MaxBytes / 8;

        private List<RecordSegment> _segments = [];
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
            (_textLength, _rows, _columns) = (0, 0, names.Count);
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
            var slot = names.Read(ref cursor);
            if (slot == _columns)
            {
                AddColumn();
            }

            return slot;
        }

        /// <summary>The slot of a column, for rows that come without names.</summary>
        public int Column(string name)
        {
            var slot = names.FindOrAdd(name);
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
                        $"The value of the field '{names.NameAt(slot)}' has more than {Slot.MaxLength} bytes, which is the limit. Leave the field out of the selection.");
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

            _columns = names.Count;
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
            _segments.Add(new RecordSegment(
                names.ToColumns(_columns, labels), _text.AsSpan(0, _rowText), _slots.AsSpan(0, _rows * _columns), _rows));
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
