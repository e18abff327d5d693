namespace Gainsight.Client;

/// <summary>A field that was set, and to what. Fields, not properties, so that the large value is read where it stands.</summary>
internal readonly struct RecordChange(Field field, RecordValue value)
{
    public readonly Field Field = field;

    public readonly RecordValue Value = value;
}
