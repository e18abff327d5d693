namespace Gainsight.Client;

/// <summary>An export that Gainsight has accepted, and how far it has been read. Store it, for example as JSON, and continue with <see cref="BulkClient.ReadExportAsync{T}(ExportJob, CancellationToken)"/>, in another process as well.</summary>
/// <remarks>It contains addresses and numbers, but no values of rows. How long Gainsight keeps the chunks of an export is unknown.</remarks>
public sealed record ExportJob
{
    /// <summary>The API name of the exported object.</summary>
    public required string ObjectName { get; init; }

    /// <summary>The API names of the fields that were exported. Every chunk must have a column for each. Empty for a job whose fields are not known.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The address of the job's status, from Gainsight's answer: relative to the tenant's address, or absolute on its host.</summary>
    public required string StatusAddress { get; init; }

    /// <summary>The index of the next chunk to read, starting at 0. The chunks before it have been read.</summary>
    public int NextChunk { get; init; }

    /// <summary>The address of the chunk that was read last, or null before the first. Where chunks have no offsets, it shows whether their order is still the same.</summary>
    public string? LastChunkAddress { get; init; }

    /// <summary>The number of rows in the chunks that have been read.</summary>
    public long RowsRead { get; init; }

    /// <summary>The number of rows at which Gainsight stops, or null when the query sets its own limit with <c>Take</c>.</summary>
    public int? RowLimit { get; init; }

    /// <summary>The number of rows that the query asked for with <c>Take</c>, or null for all. A tenant that exports more of them is read to this number.</summary>
    public int? Take { get; init; }
}
