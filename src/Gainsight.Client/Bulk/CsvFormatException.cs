namespace Gainsight.Client;

/// <summary>A text is no CSV from some row on. Whoever reads makes of it what fits: a cut answer, or a caller's bad file.</summary>
#pragma warning disable CA1032, CA1064 // Never leaves the library.
internal sealed class CsvFormatException(long row, string problem) : Exception
{
    /// <summary>The number of the row at fault, the header being 1.</summary>
    public long Row { get; } = row;

    /// <summary>What is wrong, without a word of the row.</summary>
    public string Problem { get; } = problem;
}
#pragma warning restore CA1032, CA1064
