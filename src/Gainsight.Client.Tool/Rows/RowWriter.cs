using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Spectre.Console;

namespace Gainsight.Client.Tool;

/// <summary>Writes the rows of a reader to a stream, in one of the formats.</summary>
internal static class RowWriter
{
    /// <summary>A table is laid out when all its rows are known, and nobody reads more of it.</summary>
    public const int MaxTableRows = 1000;

    /// <summary>Writes all rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="stream">Where they go.</param>
    /// <param name="format">The format: CSV or JSON lines.</param>
    /// <param name="written">Is called after each row.</param>
    /// <param name="cancellationToken">Stops after a whole row.</param>
    public static async Task WriteAsync(DbDataReader rows, Stream stream, RowFormat format, Action written, CancellationToken cancellationToken)
    {
        if (format == RowFormat.Jsonl)
        {
            await WriteJsonAsync(rows, stream, written, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await WriteCsvAsync(rows, stream, written, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Shows the rows as a table.</summary>
    /// <returns>Whether there are more rows than a table has.</returns>
    public static async Task<bool> ShowAsync(DbDataReader rows, IAnsiConsole console, Action written, CancellationToken cancellationToken)
    {
        var table = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < rows.FieldCount; i++)
        {
            _ = table.AddColumn(new TableColumn(new Text(VisibleText.Of(rows.GetName(i)))));
        }

        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (table.Rows.Count == MaxTableRows)
            {
                console.Write(table);
                return true;
            }

            _ = table.AddRow(Enumerable.Range(0, rows.FieldCount).Select(i => new Text(VisibleText.Of(TextOf(rows, i)))));
            written();
        }

        console.Write(table);
        return false;
    }

    private static async Task WriteCsvAsync(DbDataReader rows, Stream stream, Action written, CancellationToken cancellationToken)
    {
        var csv = CsvWriter.Create(stream, options: null, leaveOpen: true);
        await using (csv.ConfigureAwait(false))
        {
            for (var i = 0; i < rows.FieldCount; i++)
            {
                csv.WriteField(rows.GetName(i));
            }

            await csv.EndRecordAsync(cancellationToken).ConfigureAwait(false);
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                for (var i = 0; i < rows.FieldCount; i++)
                {
                    csv.WriteField(TextOf(rows, i));
                }

                await csv.EndRecordAsync(cancellationToken).ConfigureAwait(false);
                written();
            }
        }
    }

    private static async Task WriteJsonAsync(DbDataReader rows, Stream stream, Action written, CancellationToken cancellationToken)
    {
        // Escapes only what JSON needs: the lines are read by programs, not put into a page.
        var line = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(line, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            json.WriteStartObject();
            for (var i = 0; i < rows.FieldCount; i++)
            {
                WriteJson(json, rows, i);
            }

            json.WriteEndObject();
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
            json.Reset();
            line.Write("\n"u8);
            await stream.WriteAsync(line.WrittenMemory, cancellationToken).ConfigureAwait(false);
            line.ResetWrittenCount();
            written();
        }
    }

    private static void WriteJson(Utf8JsonWriter json, DbDataReader rows, int column)
    {
        json.WritePropertyName(rows.GetName(column));
        switch (rows.GetValue(column))
        {
            case DBNull:
                json.WriteNullValue();
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case string text when rows.GetDataTypeName(column) == DataType.Json.Name && IsJson(text):
                json.WriteRawValue(text);
                break;
            case string text when rows.GetDataTypeName(column) == DataType.MultiSelect.Name:
                json.WriteStartArray();
                foreach (var item in text.Split(';'))
                {
                    json.WriteStringValue(item);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(TextOf(rows, column));
                break;
        }
    }

    /// <summary>The value as every culture reads it: days as 2026-03-31, times in UTC as 2026-03-31T10:20:30Z. Empty for none.</summary>
    private static string TextOf(DbDataReader rows, int column) => rows.GetValue(column) switch
    {
        DBNull => string.Empty,
        bool flag => flag ? "true" : "false",
        DateTime { Kind: DateTimeKind.Utc } time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var value => value.ToString() ?? string.Empty,
    };

    private static bool IsJson(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
