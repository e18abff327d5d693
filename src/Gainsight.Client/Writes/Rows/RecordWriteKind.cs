namespace Gainsight.Client;

/// <summary>The writes of records.</summary>
internal enum RecordWriteKind
{
    Insert,
    Update,
    Upsert,
}
