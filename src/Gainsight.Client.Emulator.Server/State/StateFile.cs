using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>
/// The file of <c>--data</c>. It always holds a whole tenant: a new one is written beside it and then takes its place. A second file with the
/// ending <c>.lock</c> keeps other emulators away as long as this one runs; the system gives it free when the process ends, however it ends.
/// </summary>
internal sealed class StateFile : IDisposable
{
    /// <summary>The codes with which Windows, Linux and macOS say that another process has a file locked.</summary>
    private static readonly int[] Locked = [unchecked((int)0x80070020), unchecked((int)0x80070021), 11, 35];

    private readonly FileStream _lock;

    private StateFile(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    public string Path { get; }

    private string Temporary => Path + ".tmp";

    /// <summary>Takes a state file, which need not exist.</summary>
    /// <exception cref="IOException">The file cannot be written, or another emulator uses it. The message says what to do.</exception>
    public static StateFile Open(string path)
    {
        // A link stays a link: its target is what is replaced.
        path = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? System.IO.Path.GetFullPath(path);
        if (Directory.Exists(path))
        {
            throw new IOException($"The state file {path} is a directory. Give --data the path of a file in it.");
        }

        if (System.IO.Path.GetDirectoryName(path) is { } directory && !Directory.Exists(directory))
        {
            throw new IOException($"The directory {directory} of the state file does not exist. Create it, or give --data another path.");
        }

        if (File.Exists(path) && IsReadOnly(path))
        {
            throw new IOException($"The state file {path} is read-only. Make it writable, or load it with --seed, which never writes it.");
        }

        return new StateFile(path, Lock(path));
    }

    /// <summary>Loads the tenant that the file holds.</summary>
    /// <returns>Whether there is a file.</returns>
    /// <exception cref="IOException">The file holds no whole tenant. The message says what to do.</exception>
    public bool Load(GainsightEmulator emulator)
    {
        if (!File.Exists(Path))
        {
            return false;
        }

        const string Advice = "Restore it from a copy, or delete it to start with a new tenant.";
        try
        {
            emulator.LoadState(File.ReadAllText(Path));
            return true;
        }
        catch (JsonException exception)
        {
            throw new IOException($"The state file {Path} was cut off or changed: {JsonPlace.Of(exception)} {Advice}", exception);
        }
        catch (ArgumentException exception)
        {
            throw new IOException($"The state file {Path} cannot be used: {exception.Message} {Advice}", exception);
        }
    }

    /// <summary>Writes the tenant. If that fails, the file is as it was.</summary>
    /// <exception cref="IOException">The disk is full, or the directory is gone.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory can no longer be written.</exception>
    public void Save(GainsightEmulator emulator)
    {
        try
        {
            using (var stream = new FileStream(Temporary, Options()))
            {
                emulator.Dump(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(Temporary, Path, overwrite: true);
        }
        catch
        {
            File.Delete(Temporary);
            throw;
        }
    }

    public void Dispose() => _lock.Dispose();

    /// <summary>The file holds keys, so that a new one is for its owner only. An existing file keeps its mode.</summary>
    private FileStreamOptions Options()
    {
        // An older file with the mode of its time would keep it.
        File.Delete(Temporary);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File.Exists(Path) ? File.GetUnixFileMode(Path) : UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static FileStream Lock(string path)
    {
        var name = path + ".lock";
        try
        {
            return new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (Locked.Contains(exception.HResult))
        {
            throw new IOException($"Another emulator uses the state file {path}. Stop it, or give this one another file.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The state file {path} cannot be written: {exception.Message} Give --data a path in a directory that can be written.", exception);
        }
    }

    private static bool IsReadOnly(string path)
    {
        const UnixFileMode Writable = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        return OperatingSystem.IsWindows()
            ? File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly)
            : (File.GetUnixFileMode(path) & Writable) == 0;
    }
}
