namespace Gainsight.Client.Benchmarks;

/// <summary>The work that is done with this library and without it.</summary>
internal interface IWork
{
    /// <summary>Reads a page of 5,000 companies, and five fields and a custom one of each.</summary>
    Task<decimal> ReadPageAsync();

    /// <summary>Inserts 5,000 companies in calls of 50.</summary>
    Task<int> WriteAsync();

    /// <summary>Reads one company by its name.</summary>
    Task<int> ReadOneAsync();

    /// <summary>Upserts one company by its name: reads its GSID, then updates it.</summary>
    Task<bool> UpsertOneAsync();
}
