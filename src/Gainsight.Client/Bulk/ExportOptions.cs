namespace Gainsight.Client;

/// <summary>How to wait for an export and read it.</summary>
public sealed class ExportOptions : BulkJobOptions
{
    internal static ExportOptions Default { get; } = new();

    /// <summary>Receives a report after each status request, and after the caller has read all rows of a chunk. An implementation that runs synchronously, unlike <see cref="Progress{T}"/>, receives the report of a chunk before the next row is returned.</summary>
    public IProgress<ExportProgress>? Progress { get; init; }
}
