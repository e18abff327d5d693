namespace Gainsight.Client;

/// <summary>What the rows of one call must have in common.</summary>
/// <param name="Mode">The kind of call.</param>
/// <param name="LookupShape">Equal for rows that can share a <c>lookups</c> block.</param>
internal readonly record struct CallShape(WriteMode Mode, string LookupShape)
{
    public RowStatus Success => Mode switch
    {
        WriteMode.Insert => RowStatus.Inserted,
        WriteMode.Upsert => RowStatus.Upserted,
        WriteMode.Delete => RowStatus.Deleted,
        _ => RowStatus.Updated,
    };
}
