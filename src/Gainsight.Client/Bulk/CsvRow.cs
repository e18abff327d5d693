namespace Gainsight.Client;

/// <summary>A row of a CSV file.</summary>
public sealed class CsvRow
{
    /// <summary>Creates a row, for tests of code that uses it.</summary>
    /// <param name="line">The line on which it starts, from 1.</param>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="cells">Its cells.</param>
    public CsvRow(long line, IReadOnlyList<string> columns, IReadOnlyList<string> cells)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(cells);
        (Line, Columns, Cells) = (line, columns, cells);
    }

    /// <summary>The line on which it starts, from 1. A cell in quotes can have line breaks, so a row can have several lines.</summary>
    public long Line { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Its cells. They can be more or fewer than the columns.</summary>
    public IReadOnlyList<string> Cells { get; }

    /// <summary>Maps the row. If it does not have as many cells as there are columns, that is its only problem, because it is not known which cell is whose.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="mapper">The mapper.</param>
    /// <param name="ignored">Columns to leave out, in any case. Default: none.</param>
    /// <returns>The record, and every problem.</returns>
    public MappedRecord<T> Map<T>(RecordMapper<T> mapper, IEnumerable<string>? ignored = null)
        where T : GainsightRecord, new()
    {
        ArgumentNullException.ThrowIfNull(mapper);
        if (Cells.Count != Columns.Count)
        {
            return new(new T(), [new(string.Empty, null, null, $"{Plural.Of(Columns.Count, "cell")}, one for each name of the first line, but there are {Cells.Count} (line {Line})")]);
        }

        var cells = Columns.Zip(Cells, static (column, cell) => KeyValuePair.Create(column, (string?)cell));
        return mapper.Map(ignored is null ? cells : cells.Where(cell => !ignored.Contains(cell.Key, StringComparer.OrdinalIgnoreCase)));
    }
}
