namespace Gainsight.Client;

/// <summary>An export that Gainsight has taken on, and how far it has been read. Keep it, as JSON for one, and read on with <see cref="BulkClient.ReadExportAsync{T}(ExportJob, CancellationToken)"/>, in another process if need be.</summary>
/// <remarks>It holds addresses and numbers, no values of rows. How long Gainsight keeps the parts of an export is unknown.</remarks>
public sealed record ExportJob
{
    /// <summary>The API name of the object that is exported.</summary>
    public required string ObjectName { get; init; }

    /// <summary>Where the job's status is asked for, as Gainsight's answer gave it: relative to the tenant's address, or on its host.</summary>
    public required string StatusAddress { get; init; }

    /// <summary>The part of the result to read next, from 0; parts before it have been read.</summary>
    public int NextChunk { get; init; }

    /// <summary>The rows in the parts that have been read.</summary>
    public long RowsRead { get; init; }

    /// <summary>The rows at which Gainsight stops although the query did not ask for it, or null when the query named the number.</summary>
    public int? RowLimit { get; init; }
}
