using System.Buffers;

namespace Gainsight.Client;

/// <summary>Splits rows into files below the size limit, each with the header. A file is stored on disk while it is sent, so its length is known and it can be sent again.</summary>
internal sealed class ImportFile(IAsyncEnumerator<ReadOnlyMemory<byte>> rows, int maxBytes)
{
    private readonly ArrayBufferWriter<byte> _header = new();
    private bool _hasRow;

    /// <summary>The number of rows in the latest part.</summary>
    public long RowCount { get; private set; }

    /// <summary>Creates the next part. Returns null when no row is left. The caller disposes the file, which deletes it.</summary>
    /// <exception cref="GainsightValidationException">The rows cannot be imported.</exception>
    public async Task<FileStream?> NextAsync()
    {
        RowCount = 0;
        if (_header.WrittenCount == 0)
        {
            if (!await rows.MoveNextAsync().ConfigureAwait(false))
            {
                return null;
            }

            _header.Write(rows.Current.Span.TrimEnd("\r\n"u8));
            _header.Write("\r\n"u8);
            _hasRow = await rows.MoveNextAsync().ConfigureAwait(false);
        }

        if (!_hasRow)
        {
            return null;
        }

        var file = Create();
        try
        {
            await file.WriteAsync(_header.WrittenMemory).ConfigureAwait(false);
            do
            {
                if (_header.WrittenCount + rows.Current.Length > maxBytes)
                {
                    throw new GainsightValidationException(
                        $"A row of the import has {rows.Current.Length} bytes. With the header, this is more than a part can have ({maxBytes}). Raise {nameof(ImportOptions.PartBytes)}, or shorten its values.");
                }

                if (file.Position + rows.Current.Length > maxBytes)
                {
                    break;
                }

                await file.WriteAsync(rows.Current).ConfigureAwait(false);
                RowCount++;
                _hasRow = await rows.MoveNextAsync().ConfigureAwait(false);
            }
            while (_hasRow);

            await file.FlushAsync().ConfigureAwait(false);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static FileStream Create()
    {
        // The temporary folder is shared. Other users must not read the rows of customers.
        var options = PrivateFile.Options(FileMode.CreateNew, FileAccess.ReadWrite);
        options.Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"gainsight-{Guid.NewGuid():N}.csv"), options);
    }
}
