namespace Gainsight.Client;

/// <summary>What a read after a call found for a row.</summary>
/// <param name="Gsid">The GSID of the row in the tenant that has its keys, or null when several have them.</param>
/// <param name="Holds">Whether it has every value that the row's call sends. If not, another writer may have made it.</param>
internal readonly record struct FoundRow(string? Gsid, bool Holds);
