namespace Gainsight.Client;

/// <summary>How an export is waited for and read.</summary>
public sealed class ExportOptions : BulkJobOptions
{
    internal static ExportOptions Default { get; } = new();

    /// <summary>Told whenever the job was asked after, and whenever all rows of a part were taken. An implementation that runs at once, unlike <see cref="Progress{T}"/>, knows of a part before the next row comes.</summary>
    public IProgress<ExportProgress>? Progress { get; init; }
}
