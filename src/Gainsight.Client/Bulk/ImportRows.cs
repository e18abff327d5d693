using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Gainsight.Client;

/// <summary>The rows of an import as CSV bytes, with the header first. A row is valid until the next row is requested.</summary>
internal static class ImportRows
{
    private const byte Quote = (byte)'"';

    private static readonly SearchValues<byte> NeedsQuotes = SearchValues.Create("\",\t\r\n"u8);

    /// <summary>Reads the rows of a file, and checks that each has as many values as the header.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> OfFile(
        Stream csv, char separator, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var reader = new CsvReader(csv, (byte)separator);
        var columns = 0;
        while (await ReadAsync(reader, cancellationToken).ConfigureAwait(false))
        {
            if (reader.IsBlank && columns != 1)
            {
                continue;
            }

            if (!Utf8.IsValid(reader.Row.Span))
            {
                throw Unreadable(reader.Rows, "it is not UTF-8");
            }

            columns = columns == 0 ? reader.Count : columns;
            if (reader.Count != columns)
            {
                throw Unreadable(reader.Rows, $"it has {Plural.Of(reader.Count, "value")}, but the header has {columns}");
            }

            // Only the last row can be without a line end, and no row follows it.
            yield return reader.Row;
        }
    }

    /// <summary>Creates the rows of records.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> OfRecords<T>(
        IAsyncEnumerable<T> records,
        IReadOnlyList<Field> columns,
        char separator,
        ClientContext context,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : GainsightRecord
    {
        // A cell has a single text, so several items are always joined.
        var cells = context.Format with { MultiSelect = MultiSelectFormat.Semicolons };
        DescribedFormat? described = null;
        var row = new ArrayBufferWriter<byte>();
        for (var column = 0; column < columns.Count; column++)
        {
            Separate(row, column, separator);
            Write(row, Encoding.UTF8.GetBytes(columns[column].Name));
        }

        yield return End(row);
        long number = 0;
        await foreach (var record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            number++;
            if (record is null)
            {
                throw new GainsightValidationException($"Row {number} of the import is null. Its part was not sent.");
            }

            var dates = UntypedDates(record, columns);
            if (dates.Count > 0)
            {
                described ??= new DescribedFormat(context, record.Definition!, cells);
                await described.LearnAsync(dates, cancellationToken).ConfigureAwait(false);
            }

            row.ResetWrittenCount();
            for (var column = 0; column < columns.Count; column++)
            {
                Separate(row, column, separator);
                try
                {
                    // A text that is no date is sent as it is: Gainsight fails its row, and the import goes on.
                    WriteCell(row, record, columns[column], dates.Contains(columns[column].Name) ? described!.Value : cells);
                }
                catch (Exception exception) when (exception is GainsightProtocolException or ArgumentException)
                {
                    throw new GainsightValidationException($"Row {number} of the import cannot be sent. {exception.Message} Its part was not sent.", exception);
                }
            }

            yield return End(row);
        }
    }

    /// <summary>The columns whose type decides what a cell holds and is not known.</summary>
    private static List<string> UntypedDates(GainsightRecord record, IReadOnlyList<Field> columns)
    {
        List<string> names = [];
        if (record.Definition is not { Name.Length: > 0 } definition)
        {
            return names;
        }

        for (var i = 0; i < columns.Count; i++)
        {
            if (definition.IsUntyped(columns[i]) && record.TryGetValue(columns[i], out var value) && value.MayBeDate)
            {
                names.Add(columns[i].Name);
            }
        }

        return names;
    }

    private static async ValueTask<bool> ReadAsync(CsvReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadRowAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (CsvFormatException exception)
        {
            throw Unreadable(exception.Row, exception.Problem);
        }
    }

    private static GainsightValidationException Unreadable(long row, string problem) =>
        new($"Row {row} of the file (the header is row 1) is not a valid CSV row: {problem}. Its part was not sent.");

    private static void WriteCell(ArrayBufferWriter<byte> row, GainsightRecord record, Field column, WireFormat format)
    {
        using var json = JsonBody.Create((record, column, format), static (writer, state) =>
        {
            writer.WriteStartObject();
            state.record.WriteField(writer, state.column, state.record.Definition?.ShapeOf(state.column) ?? state.column.Shape, state.format);
            writer.WriteEndObject();
        });
        var reader = new Utf8JsonReader(json.Memory.Span);
        reader.Read();
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            return;
        }

        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                break;
            case JsonTokenType.String:
                var text = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
                Write(row, text.AsSpan(0, reader.CopyString(text)));
                ArrayPool<byte>.Shared.Return(text);
                break;
            default:
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                Write(row, json.Memory.Span[start..(int)reader.BytesConsumed]);
                break;
        }
    }

    private static void Separate(ArrayBufferWriter<byte> row, int column, char separator)
    {
        if (column > 0)
        {
            row.Write([(byte)separator]);
        }
    }

    private static void Write(ArrayBufferWriter<byte> row, ReadOnlySpan<byte> value)
    {
        if (value.IndexOfAny(NeedsQuotes) < 0)
        {
            row.Write(value);
            return;
        }

        row.Write([Quote]);
        while (value.IndexOf(Quote) is >= 0 and var quote)
        {
            row.Write(value[..(quote + 1)]);
            row.Write([Quote]);
            value = value[(quote + 1)..];
        }

        row.Write(value);
        row.Write([Quote]);
    }

    private static ReadOnlyMemory<byte> End(ArrayBufferWriter<byte> row)
    {
        row.Write("\r\n"u8);
        return row.WrittenMemory;
    }
}
