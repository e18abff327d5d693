namespace Gainsight.Client;

/// <summary>A text stops being CSV at some row. The reader turns it into the fitting exception: a truncated answer, or a caller's bad file.</summary>
#pragma warning disable CA1032, CA1064 // It never leaves the library.
internal sealed class CsvFormatException(long row, string problem) : Exception
{
    /// <summary>The number of the bad row. The header is row 1.</summary>
    public long Row { get; } = row;

    /// <summary>What is wrong, without text from the row.</summary>
    public string Problem { get; } = problem;
}
#pragma warning restore CA1032, CA1064
