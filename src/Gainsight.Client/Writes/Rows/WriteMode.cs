namespace Gainsight.Client;

/// <summary>The kind of call that carries a row.</summary>
internal enum WriteMode
{
    Insert,
    UpdateByKeys,
    UpdateByGsid,
    Delete,
    Upsert,
}
