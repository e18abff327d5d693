using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Gainsight.Client;

/// <summary>Reads one chunk of an export while it downloads. A broken chunk is downloaded again and continues where it broke.</summary>
/// <param name="context">The client.</param>
/// <param name="objectName">The object, for messages and spans.</param>
/// <param name="address">The address of the chunk.</param>
/// <param name="expected">The number of rows that the chunk should have, if known.</param>
/// <param name="columns">The columns that the chunk should have.</param>
/// <param name="labels">The labels of the rows' picklist items, or null.</param>
internal sealed class ExportChunkReader<T>(ClientContext context, string objectName, Uri address, long? expected, ExportColumns columns, RecordLabels? labels) : IDisposable
    where T : GainsightRecord, new()
{
    /// <summary>How many times in a row a broken chunk is downloaded again without a new row.</summary>
    private const int MaxRetries = 3;

    /// <summary>The code page of <see cref="Encoding.Latin1"/>.</summary>
    private const int Latin1 = 28591;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private BufferedAnswer? _response;
    private CsvRecordReader<T>? _reader;
    private int _lastHash;
    private int _retries;

    /// <summary>The number of rows returned so far.</summary>
    public long RowsReturned { get; private set; }

    /// <summary>Reads the next rows. Empty at the end.</summary>
    /// <exception cref="GainsightException">The chunk cannot be read.</exception>
    public async Task<IReadOnlyList<T>> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            GainsightException failure;
            try
            {
                _reader ??= await OpenAsync(cancellationToken).ConfigureAwait(false);
                var isShorter = _reader.Rows < RowsReturned;
                var rows = isShorter ? [] : await _reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                if (rows.Count > 0 || (!isShorter && (expected is { } all ? RowsReturned >= all : _reader.HasHeader)))
                {
                    (RowsReturned, _lastHash, _retries) = (RowsReturned + rows.Count, _reader.LastHash, 0);
                    return rows;
                }

                failure = Unreadable(
                    isShorter ? $"it broke off after {Plural.Of(RowsReturned, "row")}, and had only {_reader.Rows} when it was downloaded again"
                    : expected is null ? "it is empty, and its number of rows is not known"
                    : $"it ends after {RowsReturned} of {Plural.Of(expected.Value, "row")}");
            }
            catch (CsvFormatException exception)
            {
                failure = Unreadable($"in row {exception.Row}, {exception.Problem}");
            }
            catch (GainsightTransportException exception) when (_response is not null)
            {
                failure = exception;
            }

            Close();
            if (_retries++ == MaxRetries)
            {
                throw failure;
            }

            await Task.Delay(Pause, context.Transport.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => Close();

    [SuppressMessage("Reliability", "CA2000", Justification = "Each reader owns the one below it.")]
    private async Task<CsvRecordReader<T>> OpenAsync(CancellationToken cancellationToken)
    {
        var request = new ApiRequest { Operation = Operation.ExportChunk, Object = objectName, Address = address, Lane = RequestLane.Bulk };
        _response = await context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var file = _response.File ?? throw Unreadable("the answer is JSON instead of CSV");

        // A file in ISO-8859-1 has the separators of UTF-8, and its rows show whether it is that.
        var isDeclaredLatin1 = _response.FileEncoding is { CodePage: Latin1 };
        file = _response.FileEncoding is { } encoding && !isDeclaredLatin1 ? Encoding.CreateTranscodingStream(file, encoding, Encoding.UTF8) : file;
        var reader = new CsvRecordReader<T>(new CsvReader(file), labels, columns, new RowEncoding(isDeclaredLatin1));
        try
        {
            await reader.SkipAsync(RowsReturned, cancellationToken).ConfigureAwait(false);
            if (RowsReturned > 0 && reader.Rows == RowsReturned && reader.LastHash != _lastHash)
            {
                throw new GainsightProtocolException(
                    $"{Operation.ExportChunk.Name} of {objectName}: a chunk of the export broke off and came in another order when it was downloaded again, so rows would be lost. Export again.");
            }

            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private void Close()
    {
        _reader?.Dispose();
        _reader = null;
        _response?.Dispose();
        _response = null;
    }

    private GainsightProtocolException Unreadable(string problem) => new(
        $"{Operation.ExportChunk.Name} of {objectName}: a chunk of the export is incomplete: {problem}. Read the job again from its last chunk. If the error stays, report the job to Gainsight's support.");
}
