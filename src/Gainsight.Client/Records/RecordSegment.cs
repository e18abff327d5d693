namespace Gainsight.Client;

/// <summary>The values of a few rows in one block of memory. A row that the caller keeps keeps only its segment alive.</summary>
internal sealed class RecordSegment(RecordSchema schema, byte[] text, RecordSegment.Slot[] slots, int rows)
{
    /// <summary>The maximum number of rows, so that one kept row does not hold a page.</summary>
    public const int MaxRows = 64;

    /// <summary>The maximum number of bytes of text, and of slots. Only a segment of one row may have more.</summary>
    public const int MaxBytes = 32 * 1024;

    public RecordSchema Schema => schema;

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

    public SliceKind KindOf(int row, int slot) => slots[(row * schema.Count) + slot].Kind;

    public JsonSlice Slice(int row, int slot)
    {
        var found = slots[(row * schema.Count) + slot];
        return new JsonSlice(found.Kind, text.AsSpan(found.Start, found.Length));
    }

    /// <summary>Where a value is in the text, and its kind, in 8 bytes.</summary>
    public readonly struct Slot(int start, int length, SliceKind kind)
    {
        private const int KindBits = 3;

        private readonly int _lengthAndKind = (length << KindBits) | (int)kind;

        public int Start { get; } = start;

        public int Length => _lengthAndKind >> KindBits;

        public SliceKind Kind => (SliceKind)(_lengthAndKind & ((1 << KindBits) - 1));
    }
}
