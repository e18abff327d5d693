using System.Runtime.CompilerServices;
using System.Text;

namespace Gainsight.Client;

/// <summary>A CSV file (RFC 4180) whose first line names the columns. Its delimiter and its encoding are found, and what is not CSV is refused with its line.</summary>
/// <remarks>
/// <para>
/// Rows end with CR LF, LF or CR. Empty lines are left out. A file without a byte order mark is UTF-8, or, if no character outside ASCII in it is valid
/// UTF-8, Windows-1252. No byte is replaced: a file with bytes that its encoding does not have is refused, with the line of the first one.
/// </para>
/// <para>
/// Columns without a name at the end of the first line, which a delimiter there makes, are left out. A row may have empty cells in them. A row with a value
/// there has more cells than there are columns.
/// </para>
/// <para>Each read opens the file again, so it can be read several times: once to find what is wrong before anything is written, and once to write.</para>
/// </remarks>
/// <example>
/// <code>
/// CsvFile file = await CsvFile.OpenAsync("companies.csv");
/// RecordMapper&lt;Company&gt; mapper = await gainsight.Companies.MapAsync(new FieldMap { ["Account"] = "Name" });
/// mapper.EnsureColumns(file.Columns);
/// var rows = file.ReadAsync().Select(row => row.Map(mapper).ForWriting());
/// </code>
/// </example>
public sealed class CsvFile
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Encoding _encoding;

    /// <summary>The number of cells in the first line, with those at its end that have no name.</summary>
    private readonly int _width;

    private CsvFile(string path, Encoding encoding, char delimiter, string[] header)
    {
        _encoding = encoding;
        _width = header.Length;
        Path = path;
        Delimiter = delimiter;
        Columns = header[..(Array.FindLastIndex(header, static name => name.Length > 0) + 1)];
    }

    /// <summary>The file, as it was named.</summary>
    public string Path { get; }

    /// <summary>The names of the columns, in their order, without those at the end that have none.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>What separates the cells.</summary>
    public char Delimiter { get; }

    /// <summary>The name of the encoding, such as <c>utf-8</c> or <c>windows-1252</c>.</summary>
    public string EncodingName => _encoding.WebName;

    /// <summary>Opens a file: reads the names of its columns, and reads it once to find or to check the encoding.</summary>
    /// <param name="path">The file.</param>
    /// <param name="delimiter">
    /// What separates the cells: an ASCII character that is no letter, digit or quote, or <c>tab</c> or <c>\t</c>. Default: the one of comma, semicolon, tab
    /// and <c>|</c> that gives the first line the most names.
    /// </param>
    /// <param name="encoding">The name of the encoding, such as <c>iso-8859-2</c>. Default: found.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentException"><paramref name="delimiter"/> or <paramref name="encoding"/> cannot be used.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is empty, or is not a text in the encoding, or has the byte order mark of another one, or its first line is not CSV or has no name. The
    /// message names the file, and the line where there is one.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static async Task<CsvFile> OpenAsync(
        string path, string? delimiter = null, string? encoding = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var delimiters = delimiter is null ? Delimiters : [DelimiterOf(delimiter)];
        var found = await CsvEncoding.FindAsync(path, encoding, cancellationToken).ConfigureAwait(false);
        CsvFile? best = null;
        InvalidDataException? problem = null;
        foreach (var each in delimiters)
        {
            try
            {
                var header = await HeaderAsync(new(path, found, each, []), cancellationToken).ConfigureAwait(false);
                best = header.Length > (best?._width ?? 0) ? new(path, found, each, header) : best;
            }
            catch (InvalidDataException exception)
            {
                // With another delimiter, a quote may be in the middle of a cell.
                problem ??= exception;
            }
        }

        return best is { Columns: [] } ? throw new InvalidDataException($"{path}: its first line has no name. It must name the columns.")
            : best ?? throw problem ?? new InvalidDataException($"{path} is empty. Its first line must name the columns.");
    }

    /// <summary>Reads the rows after the first line, with little more than one in memory.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="InvalidDataException">The text is not CSV from some line on, such as after a quote that is not closed. The message names file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async IAsyncEnumerable<CsvRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var stream = OpenStream();
        await using var closing = stream.ConfigureAwait(false);
        using var reader = new CsvReader(stream, (byte)Delimiter);
        var isHeader = true;
        for (long line = 1; await ReadAsync(reader, line, cancellationToken).ConfigureAwait(false); line += LinesOf(reader.Row.Span))
        {
            if (reader.IsBlank || isHeader)
            {
                isHeader &= reader.IsBlank;
                continue;
            }

            var cells = CellsOf(reader, line);
            var isPadded = cells.Length > Columns.Count && cells.Length <= _width && cells.Skip(Columns.Count).All(string.IsNullOrWhiteSpace);
            yield return new(line, Columns, isPadded ? cells[..Columns.Count] : cells);
        }
    }

    private static async Task<string[]> HeaderAsync(CsvFile file, CancellationToken cancellationToken)
    {
        var stream = file.OpenStream();
        await using var closing = stream.ConfigureAwait(false);
        using var reader = new CsvReader(stream, (byte)file.Delimiter);
        for (long line = 1; await file.ReadAsync(reader, line, cancellationToken).ConfigureAwait(false); line += LinesOf(reader.Row.Span))
        {
            if (!reader.IsBlank)
            {
                return [.. file.CellsOf(reader, line).Select(static name => name.Trim())];
            }
        }

        return [];
    }

    private async ValueTask<bool> ReadAsync(CsvReader reader, long line, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadRowAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (CsvFormatException exception)
        {
            throw Unreadable(line, exception.Problem);
        }
    }

    private InvalidDataException Unreadable(long line, string problem) => new($"{Path}, line {line}: {problem}. Correct the row that begins there.");

    private Stream OpenStream()
    {
        var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return _encoding is UTF8Encoding ? file : Encoding.CreateTranscodingStream(file, _encoding, Encoding.UTF8);
    }

    private string[] CellsOf(CsvReader reader, long line)
    {
        var cells = new string[reader.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var text = TextOf(reader.Value(i, out var isQuoted, out var hasQuotes), line);

            // The quote before it may have been lost, and then the value is another one.
            cells[i] = !isQuoted && text.Contains('"', StringComparison.Ordinal) ? throw Unreadable(line, "a value without quotes around it has a quote")
                : hasQuotes ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
        }

        return cells;
    }

    /// <summary>The text of a cell. It was checked when the file was opened, and the file can have changed since.</summary>
    private string TextOf(ReadOnlySpan<byte> cell, long line)
    {
        try
        {
            return Utf8.GetString(cell);
        }
        catch (DecoderFallbackException)
        {
            throw Unreadable(line, "a value has bytes that are not UTF-8");
        }
    }

    /// <summary>The line ends of a row: CR LF is one.</summary>
    private static int LinesOf(ReadOnlySpan<byte> row) => row.Count((byte)'\n') + row.Count((byte)'\r') - row.Count("\r\n"u8);

    private static char DelimiterOf(string delimiter) => delimiter switch
    {
        "tab" or "\\t" => '\t',
        [var one] when char.IsAscii(one) && !char.IsAsciiLetterOrDigit(one) && one is not ('"' or '\r' or '\n' or '\0') => one,
        _ => throw new ArgumentException($"'{delimiter}' cannot separate cells. Give one character such as ; or ',', or tab, or leave it out.", nameof(delimiter)),
    };
}
