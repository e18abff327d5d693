namespace Gainsight.Client;

/// <summary>The values of a few rows that stand in memory together: all that a kept row keeps alive.</summary>
internal sealed class RecordSegment(RecordSchema schema, byte[] text, RecordSlot[] slots, int rows)
{
    /// <summary>At most so many rows, so that one kept row does not hold a page.</summary>
    public const int MaxRows = 64;

    /// <summary>At most so many bytes of text, and of slots, unless one row alone needs more.</summary>
    public const int MaxBytes = 32 * 1024;

    public RecordSchema Schema => schema;

    public int Rows => rows;

    /// <summary>The bytes that the segment's arrays hold.</summary>
    public int TextLength => text.Length;

    public SliceKind KindOf(int row, int slot) => slots[(row * schema.Count) + slot].Kind;

    public JsonSlice Slice(int row, int slot)
    {
        var found = slots[(row * schema.Count) + slot];
        return new JsonSlice(found.Kind, text.AsSpan(found.Start, found.Length));
    }
}
