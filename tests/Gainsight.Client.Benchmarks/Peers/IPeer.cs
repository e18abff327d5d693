namespace Gainsight.Client.Benchmarks;

/// <summary>A way in which a team can call Gainsight. Each does the same work.</summary>
internal interface IPeer
{
    /// <summary>Reads a page of 5,000 companies, and five fields and a custom one of each.</summary>
    Task<decimal> ReadPageAsync();

    /// <summary>Inserts 5,000 companies in calls of 50.</summary>
    Task<int> WriteAsync();

    /// <summary>Reads one company by its name.</summary>
    Task<int> ReadOneAsync();
}
