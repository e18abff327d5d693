namespace Gainsight.Client;

/// <summary>Where a value stands in the text of its segment, and what it is, in 8 bytes.</summary>
internal readonly struct RecordSlot(int start, int length, SliceKind kind)
{
    private const int KindBits = 3;

    private readonly int _lengthAndKind = (length << KindBits) | (int)kind;

    public int Start { get; } = start;

    public int Length => _lengthAndKind >> KindBits;

    public SliceKind Kind => (SliceKind)(_lengthAndKind & ((1 << KindBits) - 1));
}
