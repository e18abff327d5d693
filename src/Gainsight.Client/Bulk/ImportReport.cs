using System.Globalization;

namespace Gainsight.Client;

/// <summary>The result of an import, by part.</summary>
public sealed class ImportReport
{
    /// <summary>Creates a report, for mocks of a client.</summary>
    /// <param name="parts">The parts that were sent, in the order of the file.</param>
    /// <param name="stoppedBy">The exception that ended the import before the last row.</param>
    public ImportReport(IReadOnlyList<ImportPart> parts, GainsightException? stoppedBy = null) => (Parts, StoppedBy) = (parts, stoppedBy);

    /// <summary>The parts that were sent, in the order of the file.</summary>
    public IReadOnlyList<ImportPart> Parts { get; }

    /// <summary>The exception that ended the import before the last row, or null. If reading the rows failed, it is the <see cref="Exception.InnerException"/>. The rows from <see cref="NextRow"/> on were not sent.</summary>
    public GainsightException? StoppedBy { get; }

    /// <summary>The index of the first row that was not sent, where a new import continues. The first row after the header has index 0.</summary>
    public long NextRow => Parts.Sum(part => part.RowCount);

    /// <summary>The number of rows that Gainsight counts as written.</summary>
    public long Succeeded => Parts.Sum(part => part.Succeeded ?? 0);

    /// <summary>The number of rows that Gainsight counts as failed.</summary>
    public long Failed => Parts.Sum(part => part.Failed ?? 0);

    /// <summary>The number of rows that were sent and whose result Gainsight does not return.</summary>
    public long Unknown => Parts.Sum(part => part.Unknown);

    /// <summary>The number of rows by result.</summary>
    /// <returns>For example <c>980 succeeded, 12 failed, 8 unknown (1 part)</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Succeeded} succeeded, {Failed} failed, {Unknown} unknown ({Plural.Of(Parts.Count, "part")}){(StoppedBy is null ? string.Empty : ", stopped")}");
}
