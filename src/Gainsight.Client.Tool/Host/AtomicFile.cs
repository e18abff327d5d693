using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace Gainsight.Client.Tool;

/// <summary>
/// A file that appears as a whole, or not at all: it is written under another name and then renamed. What is no file, such as <c>/dev/stdout</c>, is
/// written to as it is.
/// </summary>
internal sealed class AtomicFile : IAsyncDisposable
{
    /// <summary>How often the temporary file may be taken away by others.</summary>
    private const int MaxTries = 50;

    private readonly string _path;

    /// <summary>The file that becomes the other one, or null if there is none.</summary>
    private string? _temporary;

    private AtomicFile(string path, string? temporary, FileStream stream)
    {
        _path = path;
        _temporary = temporary;
        Stream = stream;
    }

    /// <summary>The content.</summary>
    public FileStream Stream { get; }

    /// <summary>Starts a file. The folder must exist.</summary>
    /// <param name="path">Where the file is to appear. A file that is there is replaced at the end, and keeps its mode. A link stays.</param>
    /// <returns>The file, which appears with <see cref="CommitAsync"/>.</returns>
    /// <exception cref="ToolException">The folder is missing or cannot be written to, another command writes the file, or the path is that of a folder.</exception>
    public static AtomicFile Create(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw new ToolException($"{path} is a folder. Name a file.");
        }

        try
        {
            if (!IsReplaceable(full))
            {
                // Behind /dev/stdout there can be a file that has something already.
                var stream = new FileStream(full, FileMode.Open, FileAccess.Write);
                _ = stream.CanSeek ? stream.Seek(0, SeekOrigin.End) : 0;
                return new(full, null, stream);
            }

            // The temporary file is beside the target, because a rename across drives is a copy.
            var target = TargetOf(full);
            var temporary = $"{target}.gainsight.tmp";
            return new(target, temporary, Open(temporary, target));
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
        if (_temporary is { } temporary)
        {
            RandomAccess.FlushToDisk(Stream.SafeFileHandle);

            // Before it is closed, because without the lock another command could take it.
            File.Move(temporary, _path, overwrite: true);
            _temporary = null;
            await Stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Removes what was not put in its place.</summary>
    public async ValueTask DisposeAsync()
    {
        var isLeft = _temporary is not null;
        if (_temporary is { } temporary)
        {
            // Before it is closed, as above.
            _temporary = null;
            File.Delete(temporary);
        }

        try
        {
            await Stream.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (isLeft && exception is IOException or ObjectDisposedException)
        {
            // A full disk has no place for what the stream still holds. The failure before this one is told.
        }
    }

    /// <summary>Whether the path is that of a file, or free for one. A device or a pipe must not be replaced by a file.</summary>
    private static bool IsReplaceable(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path))
        {
            return true;
        }

        var target = TargetOf(path);
        if (IsDevice(path) || IsDevice(target))
        {
            return false;
        }

        if (!File.Exists(target))
        {
            // A link to a file that does not exist yet.
            return true;
        }

        // Opened both ways, because a pipe that is opened for one waits for the other end.
        using var handle = new FileStream(target, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        return handle.CanSeek;
    }

    /// <summary>The file that the path stands for, after all links.</summary>
    /// <param name="path">The whole path. Neither it nor its target need exist.</param>
    /// <returns>The whole path of the file.</returns>
    public static string TargetOf(string path) =>
        (new FileInfo(path).LinkTarget is null ? null : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName) ?? path;

    /// <summary>Whether the path is that of a device, or of something that a process has open.</summary>
    private static bool IsDevice(string path) =>
        (path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal)) || path.StartsWith("/proc/", StringComparison.Ordinal);

    /// <summary>Opens the temporary file, and locks it. One that is left from a killed process is nobody's: whoever writes one, holds the lock.</summary>
    private static FileStream Open(string temporary, string target)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,

            // Both ways, because a pipe that is opened for one waits for the other end.
            Access = FileAccess.ReadWrite,

            // Windows moves an open file only if it is shared for this. Elsewhere, any sharing would let a second writer in.
            Share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None,
            BufferSize = 64 * 1024,
            Options = FileOptions.Asynchronous,
        };
        UnixFileMode? mode = OperatingSystem.IsWindows() || !File.Exists(target) ? null : File.GetUnixFileMode(target);
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (new FileInfo(temporary).LinkTarget is not null)
            {
                throw new ToolException($"{temporary} is a link. Remove it, because the command needs a file of this name.");
            }

            var stream = new FileStream(temporary, options);
            try
            {
                if (!stream.CanSeek)
                {
                    throw new ToolException($"{temporary} is no file. Remove it, because the command needs a file of this name.");
                }

                if (IsAt(stream, temporary))
                {
                    if (!OperatingSystem.IsWindows() && mode is { } given)
                    {
                        Protect(stream, given);
                    }

                    stream.SetLength(0);
                    return stream;
                }
            }
            catch
            {
                stream.Dispose();
                throw;
            }

            // Another command put the file in its place, or removed it, before this one had the lock.
            stream.Dispose();
        }

        throw new ToolException($"{target} is written by other commands all the time. Give each command a file of its own.");
    }

    [UnsupportedOSPlatform("windows")]
    private static void Protect(FileStream stream, UnixFileMode mode)
    {
        try
        {
            File.SetUnixFileMode(stream.SafeFileHandle, mode);
        }
        catch (UnauthorizedAccessException)
        {
            // A mount with a fixed owner, which gives every file the same rights.
        }
    }

    /// <summary>Whether a path is still that of an open file. A time that no other file has tells it.</summary>
    private static bool IsAt(FileStream stream, string path)
    {
        try
        {
            var before = File.GetLastWriteTimeUtc(stream.SafeFileHandle);
            var mark = DateTime.UnixEpoch.AddSeconds(RandomNumberGenerator.GetInt32(int.MaxValue));
            File.SetLastWriteTimeUtc(stream.SafeFileHandle, mark);
            var isAt = File.GetLastWriteTimeUtc(path) == mark;
            File.SetLastWriteTimeUtc(stream.SafeFileHandle, before);
            return isAt;
        }
        catch (UnauthorizedAccessException)
        {
            // Only its owner may set the time of a file, and mounts exist with another owner for every file.
            return File.Exists(path);
        }
    }
}
