namespace Gainsight.Client.Simulation;

/// <summary>The server that holds the store.</summary>
internal enum StoreKind
{
    /// <summary>Redis without persistence: it forgets when it is killed.</summary>
    Redis,

    /// <summary>Redis that writes each change to disk.</summary>
    DurableRedis,

    /// <summary>PostgreSQL.</summary>
    PostgreSql,
}
