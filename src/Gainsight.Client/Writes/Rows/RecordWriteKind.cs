namespace Gainsight.Client;

/// <summary>The kinds of writes of records.</summary>
internal enum RecordWriteKind
{
    Insert,
    Update,
    Upsert,
}
