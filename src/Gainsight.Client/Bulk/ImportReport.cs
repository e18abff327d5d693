namespace Gainsight.Client;

/// <summary>What became of an import, part by part.</summary>
public sealed class ImportReport
{
    /// <summary>Creates a report, as a mock of a client would give it.</summary>
    /// <param name="parts">The parts that were sent, in the order of the file.</param>
    /// <param name="stoppedBy">What ended the import before the last row.</param>
    public ImportReport(IReadOnlyList<ImportPart> parts, GainsightException? stoppedBy = null) => (Parts, StoppedBy) = (parts, stoppedBy);

    /// <summary>The parts that were sent, in the order of the file.</summary>
    public IReadOnlyList<ImportPart> Parts { get; }

    /// <summary>What ended the import before the last row, or null; what the rows themselves failed with is its <see cref="Exception.InnerException"/>. The rows from <see cref="NextRow"/> on were then not sent.</summary>
    public GainsightException? StoppedBy { get; }

    /// <summary>The index of the first row that was not sent, 0 for the first behind the header: where to go on.</summary>
    public long NextRow => Parts.Sum(part => part.RowCount);

    /// <summary>The rows that Gainsight counts as written.</summary>
    public long Succeeded => Parts.Sum(part => part.Succeeded ?? 0);

    /// <summary>The rows that Gainsight counts as failed.</summary>
    public long Failed => Parts.Sum(part => part.Failed ?? 0);

    /// <summary>The rows that were sent, and of which Gainsight does not tell what became of them.</summary>
    public long Unknown => Parts.Sum(part => part.Unknown);
}
