using System.Text;

namespace Gainsight.Client.Tool;

/// <summary>A file that appears as a whole, or not at all: it is written under another name and then renamed.</summary>
internal sealed class AtomicFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _temporary;

    private AtomicFile(string path, string temporary, FileStream stream)
    {
        _path = path;
        _temporary = temporary;
        Stream = stream;
    }

    /// <summary>The content.</summary>
    public FileStream Stream { get; }

    /// <summary>Starts a file. The folder must exist.</summary>
    /// <param name="path">Where the file is to appear. A file that is there is replaced at the end.</param>
    /// <returns>The file, which appears with <see cref="CommitAsync"/>.</returns>
    /// <exception cref="ToolException">The folder is missing or cannot be written to, or the path is that of a folder.</exception>
    public static AtomicFile Create(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw new ToolException($"{path} is a folder. Name a file.");
        }

        // The temporary file is beside it, because a rename across drives is a copy.
        var temporary = $"{full}.{Path.GetRandomFileName()}.tmp";
        try
        {
            return new(full, temporary, new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous));
        }
        catch (DirectoryNotFoundException)
        {
            throw new ToolException($"The folder {Path.GetDirectoryName(full)} does not exist. Create it first.");
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new ToolException($"{path} cannot be written: {exception.Message}");
        }
    }

    /// <summary>Writes a whole file.</summary>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var file = Create(path);
        await using (file.ConfigureAwait(false))
        {
            await file.Stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
            await file.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Puts the file in its place.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await Stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        RandomAccess.FlushToDisk(Stream.SafeFileHandle);
        await Stream.DisposeAsync().ConfigureAwait(false);
        File.Move(_temporary, _path, overwrite: true);
    }

    /// <summary>Removes what was not put in its place.</summary>
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        File.Delete(_temporary);
    }
}
