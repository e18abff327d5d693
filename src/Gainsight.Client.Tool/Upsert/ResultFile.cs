using CsvHelper;

namespace Gainsight.Client.Tool;

/// <summary>The CSV file with the result of each row.</summary>
internal sealed class ResultFile : IAsyncDisposable
{
    private readonly AtomicFile _file;
    private readonly CsvWriter _csv;

    public ResultFile(AtomicFile file)
    {
        _file = file;
        _csv = CsvWriter.Create(_file.Stream, options: null, leaveOpen: true);
        foreach (var column in new[] { "line", "status", "gsid", "field", "error" })
        {
            _csv.WriteField(column);
        }

        _csv.EndRecord();
    }

    public void Add(long line, ResultRow row)
    {
        _csv.WriteField(line);
        _csv.WriteField(row.Status);
        _csv.WriteField(row.Gsid);
        _csv.WriteField(string.Join(';', row.Errors.Select(error => error.Field).Where(field => !string.IsNullOrEmpty(field)).Distinct()));
        _csv.WriteField(string.Join("; ", row.Errors.Select(error => error.Message)));
        _csv.EndRecord();
    }

    /// <summary>Puts the file in its place.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await _csv.DisposeAsync().ConfigureAwait(false);
        await _file.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _csv.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            await _file.DisposeAsync().ConfigureAwait(false);
        }
    }
}
