using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <summary>Reads one part of an export while it comes. One that breaks off is fetched again and read from where it broke.</summary>
/// <param name="context">The client.</param>
/// <param name="objectName">The object, for messages and spans.</param>
/// <param name="address">Where the part is.</param>
/// <param name="expected">The rows it should hold, where that is known.</param>
/// <param name="labels">The labels of the rows' picklist items, where they are to know them.</param>
internal sealed class ExportChunkReader<T>(ClientContext context, string objectName, Uri address, long? expected, RecordLabels? labels) : IDisposable
    where T : GainsightRecord, new()
{
    /// <summary>How often a part that breaks off without a row gained is fetched again.</summary>
    private const int MaxFruitless = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private ApiResponse? _response;
    private CsvRecordReader<T>? _reader;
    private int _lastHash;
    private int _fruitless;

    /// <summary>The rows given so far.</summary>
    public long Given { get; private set; }

    /// <summary>The next rows; none at the end.</summary>
    /// <exception cref="GainsightException">The part cannot be read.</exception>
    public async Task<IReadOnlyList<T>> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            GainsightException failure;
            try
            {
                _reader ??= await OpenAsync(cancellationToken).ConfigureAwait(false);
                var rows = await _reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                if (rows.Count > 0 || Given >= (expected ?? 0))
                {
                    (Given, _lastHash, _fruitless) = (Given + rows.Count, _reader.LastHash, 0);
                    return rows;
                }

                failure = Unreadable($"it ends after {Given} of {expected} rows");
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
            if (_fruitless++ == MaxFruitless)
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
        var request = new ApiRequest { Operation = Operations.ExportChunk, Object = objectName, Address = address, Lane = RequestLane.Bulk };
        _response = await context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var reader = new CsvRecordReader<T>(new CsvReader(_response.File), labels);
        try
        {
            await reader.SkipAsync(Given, cancellationToken).ConfigureAwait(false);
            if (Given > 0 && reader.Rows == Given && reader.LastHash != _lastHash)
            {
                throw new GainsightProtocolException(
                    $"{Operations.ExportChunk.Name} of {objectName}: a part of the export broke off, and came in another order when it was fetched again, so that rows would be lost. Export anew.");
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
        $"{Operations.ExportChunk.Name} of {objectName}: a part of the export is not whole: {problem}. Read the job again from its last part; if it stays, report the job to Gainsight's support.");
}
