using System.Runtime.InteropServices;

namespace Gainsight.Client;

/// <summary>One of the value types that a field can hold, in the space of the largest.</summary>
[StructLayout(LayoutKind.Explicit)]
internal struct RecordScalar
{
    [FieldOffset(0)]
    public bool Boolean;

    [FieldOffset(0)]
    public int Int32;

    [FieldOffset(0)]
    public long Int64;

    [FieldOffset(0)]
    public decimal Decimal;

    [FieldOffset(0)]
    public double Double;

    [FieldOffset(0)]
    public DateOnly Date;

    [FieldOffset(0)]
    public DateTimeOffset DateTime;
}
