namespace Gainsight.Client;

/// <summary>A field that was set, and to what.</summary>
internal readonly struct RecordChange(Field field, RecordValue value)
{
    public Field Field { get; } = field;

    public RecordValue Value { get; } = value;
}
