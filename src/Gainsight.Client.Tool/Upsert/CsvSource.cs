using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;

namespace Gainsight.Client.Tool;

/// <summary>A CSV file: what separates its cells, its encoding, and its rows with the lines on which they start.</summary>
internal sealed class CsvSource
{
    private readonly string _path;
    private readonly CsvReaderOptions _options;

    private CsvSource(string path, CsvReaderOptions options, IReadOnlyList<string> columns, string text)
    {
        _path = path;
        _options = options;
        Columns = columns;
        Text = text;
    }

    /// <summary>The names of the columns, in their order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>What was found, for people.</summary>
    public string Text { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="delimiter">What separates the cells, or null to find it.</param>
    /// <param name="encoding">The name of the encoding, or null to find it.</param>
    /// <exception cref="ToolException">The file cannot be read as a table.</exception>
    public static CsvSource Open(string path, string? delimiter, string? encoding)
    {
        if (Directory.Exists(path))
        {
            throw new ToolException($"{path} is a folder. Name a file.");
        }

        try
        {
            using (var stream = File.OpenRead(path))
            {
                _ = stream.CanSeek ? true : throw new ToolException($"{path} is a pipe, and the file is read more than once. Save it as a file first.");
            }

            var found = EncodingOf(path, encoding);
            var options = new CsvReaderOptions
            {
                Separator = SeparatorOf(delimiter),
                Encoding = found,
                TrackLineNumbers = true,
                MalformedData = CsvMalformedDataHandling.Throw,
                IncludeValuesInExceptions = false,
            };
            using var reader = CsvReader.FromFile(path, options);
            var columns = reader.Headers.ToArray();
            return columns is [] or [""]
                ? throw new ToolException($"{path} is empty. Its first line must name the columns.")
                : new(path, options, columns, $"{columns.Length} columns separated by {NameOf(reader.Separator)}, {found?.WebName ?? "Unicode"}");
        }
        catch (CsvFormatException exception)
        {
            throw new ToolException($"{path}, line {Math.Max(1, exception.LineNumber)}: {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path} cannot be read: {exception.Message}");
        }
    }

    /// <summary>Counts the rows, and checks the quotation marks of the whole file.</summary>
    /// <exception cref="ToolException">A quotation mark is not closed.</exception>
    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        long count = 0;
        using var reader = CsvReader.FromFile(_path, _options);
        try
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                count++;
            }
        }
        catch (CsvFormatException exception)
        {
            throw new ToolException($"{_path}, line {exception.LineNumber}: {exception.Message} Nothing was written.");
        }

        return count;
    }

    /// <summary>Reads the rows.</summary>
    public async IAsyncEnumerable<CsvLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = CsvReader.FromFile(_path, _options);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = reader.GetString(i);
            }

            yield return new(reader.LineNumber, cells);
        }
    }

    /// <summary>The encoding that is given, if the whole file has it. Else Unicode (null), or that of Windows.</summary>
    private static Encoding? EncodingOf(string path, string? given)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding strict;
        try
        {
            strict = Encoding.GetEncoding(given ?? "utf-8", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            throw new ToolException($"There is no encoding {given}. Give a name such as utf-8, utf-16, windows-1252 or iso-8859-2.");
        }

        try
        {
            using var reader = new StreamReader(path, strict);
            var buffer = new char[16 * 1024];
            while (reader.Read(buffer) is > 0 and var length)
            {
                if (buffer.AsSpan(0, length).Contains('\0'))
                {
                    throw new ToolException($"{path} is not a text in {given ?? "UTF-8"}: it has zero bytes. If it is UTF-16, add --encoding utf-16. If it is a workbook, save it as CSV.");
                }
            }

            return given is null ? null : strict;
        }
        catch (DecoderFallbackException)
        {
            return given is null ? Encoding.GetEncoding("windows-1252")
                : throw new ToolException($"{path} is not in the encoding {given}. Leave out --encoding, or name that of the file.");
        }
    }

    private static char? SeparatorOf(string? delimiter) => delimiter switch
    {
        null => null,
        "tab" or "\\t" => '\t',
        [var one] when char.IsAscii(one) && !char.IsAsciiLetterOrDigit(one) && one is not ('"' or '\r' or '\n') => one,
        _ => throw new ToolException("--delimiter needs one character, such as ; or ',' or tab."),
    };

    private static string NameOf(char separator) => separator == '\t' ? "tabs" : $"'{separator}'";
}

/// <summary>A row of a CSV file.</summary>
/// <param name="Number">The line on which it starts, from 1.</param>
/// <param name="Cells">Its cells. They can be more or fewer than the columns.</param>
internal readonly record struct CsvLine(long Number, string[] Cells);
