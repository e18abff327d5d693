using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Writes streams of records.</summary>
public static class RecordStreamExtensions
{
    /// <summary>The bytes that are collected before they are written to the stream.</summary>
    private const int FlushSize = 32 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes rows of a query or an export as JSON lines: one JSON object per row, in UTF-8, each with a line feed. It needs no serializer, so it also works in native applications.</summary>
    /// <remarks>
    /// The objects have the form of <see cref="RecordJsonConverter{T}"/>, which reads them back: API names, dates in ISO form where the data type is known, multi-selects as arrays,
    /// all other values as they were loaded or set. Rows are written while they are read, with constant memory, and only whole lines are written: when a row cannot be read, the
    /// lines before it are in the stream.
    /// </remarks>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="rows">The rows, such as <c>gainsight.Companies.Query().ReadAsync()</c> or <c>gainsight.Bulk.ExportAsync(query)</c>.</param>
    /// <param name="stream">Where to write. It is flushed at the end, and not closed.</param>
    /// <param name="cancellationToken">Cancels reading and writing.</param>
    /// <returns>The number of rows.</returns>
    /// <exception cref="ArgumentException">The stream cannot be written, or a row is null.</exception>
    /// <exception cref="GainsightException">The rows could not be read. The exception type says why.</exception>
    /// <exception cref="GainsightProtocolException">A date field holds something else. The message names the field.</exception>
    public static async Task<long> WriteJsonLinesAsync<T>(this IAsyncEnumerable<T> rows, Stream stream, CancellationToken cancellationToken = default)
        where T : GainsightRecord
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite)
        {
            throw new ArgumentException("The stream cannot be written.", nameof(stream));
        }

        var lines = new ArrayBufferWriter<byte>(2 * FlushSize);
        var line = new ArrayBufferWriter<byte>();
        var writer = new Utf8JsonWriter(line, Options);
        await using var writing = writer.ConfigureAwait(false);
        var count = 0L;
        try
        {
            await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                line.ResetWrittenCount();
                WriteRow(writer, row ?? throw new ArgumentException("A row is null.", nameof(rows)));
                JsonLine.Write(line.WrittenSpan, lines);
                count++;
                if (lines.WrittenCount >= FlushSize)
                {
                    await WriteAsync().ConfigureAwait(false);
                }
            }
        }
        finally
        {
            await WriteAsync().ConfigureAwait(false);
        }

        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        return count;

        async Task WriteAsync()
        {
            var bytes = lines.WrittenMemory;
            lines.ResetWrittenCount();
            if (bytes.Length > 0)
            {
                await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static void WriteRow(Utf8JsonWriter writer, GainsightRecord row)
    {
        writer.Reset();
        RecordJson.Write(writer, row);
        writer.Flush();
    }
}
