namespace Gainsight.Client;

/// <summary>The values of a few rows in one block of memory. A row that the caller keeps keeps only its segment alive.</summary>
internal sealed partial class RecordSegment
{
    /// <summary>The maximum number of rows, so that one kept row does not hold a page.</summary>
    public const int MaxRows = 64;

    /// <summary>The maximum number of bytes of text, and of slots. Only a segment of one row may have more.</summary>
    public const int MaxBytes = 32 * 1024;

    private readonly byte[] _text;

    /// <summary>The slots, if each fits in 4 bytes: nearly always.</summary>
    private readonly uint[]? _packed;

    /// <summary>The slots otherwise.</summary>
    private readonly Slot[]? _slots;

    /// <param name="columns">The fields of the rows.</param>
    /// <param name="text">The text of the rows.</param>
    /// <param name="slots">The slots of the first row, then those of the second, and so on.</param>
    /// <param name="rows">The number of rows.</param>
    public RecordSegment(ColumnSet columns, ReadOnlySpan<byte> text, ReadOnlySpan<Slot> slots, int rows)
    {
        (Columns, Rows, _text) = (columns, rows, text.ToArray());
        if (text.Length > MaxBytes)
        {
            _slots = slots.ToArray();
            return;
        }

        var packed = GC.AllocateUninitializedArray<uint>(slots.Length);
        for (var i = 0; i < packed.Length; i++)
        {
            if (!slots[i].TryPack(out packed[i]))
            {
                _slots = slots.ToArray();
                return;
            }
        }

        _packed = packed;
    }

    public ColumnSet Columns { get; }

    public int Rows { get; }

    /// <summary>The number of bytes of text.</summary>
    public int TextLength => _text.Length;

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

    public SliceKind KindOf(int row, int slot) => At(row, slot).Kind;

    public JsonSlice Slice(int row, int slot)
    {
        var found = At(row, slot);
        return new JsonSlice(found.Kind, _text.AsSpan(found.Start, found.Length));
    }

    private Slot At(int row, int slot)
    {
        var index = (row * Columns.Count) + slot;
        return _packed is { } packed ? Slot.Unpack(packed[index]) : _slots![index];
    }

    /// <summary>Where a value is in the text, and its kind, in 8 bytes. A value has at most <see cref="MaxLength"/> bytes.</summary>
    public readonly struct Slot(int start, int length, SliceKind kind)
    {
        public const int MaxLength = int.MaxValue >> KindBits;

        private const int KindBits = 3;
        private const int PackedLengthBits = 14;
        private const int PackedStartBits = 32 - PackedLengthBits - KindBits;

        private readonly int _lengthAndKind = (length << KindBits) | (int)kind;

        public int Start { get; } = start;

        public int Length => _lengthAndKind >> KindBits;

        public SliceKind Kind => (SliceKind)(_lengthAndKind & ((1 << KindBits) - 1));

        public static Slot Unpack(uint packed)
        {
            var lengthAndKind = (int)(packed >> PackedStartBits);
            return new((int)(packed & ((1u << PackedStartBits) - 1)), lengthAndKind >> KindBits, (SliceKind)(lengthAndKind & ((1 << KindBits) - 1)));
        }

        /// <summary>Puts the slot in 4 bytes, if it begins in the first 32 KB of the text and its value has less than 16 KB.</summary>
        public bool TryPack(out uint packed)
        {
            packed = (uint)Start | ((uint)_lengthAndKind << PackedStartBits);
            return ((uint)Start >> PackedStartBits) == 0 && ((uint)_lengthAndKind >> (PackedLengthBits + KindBits)) == 0;
        }
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
}
