namespace Gainsight.Client;

/// <summary>Files with secrets or with values of customers. Only the owner can read a new one (on Windows, those who can read the folder).</summary>
internal static class PrivateFile
{
    /// <summary>The options to open or to create such a file. A file that exists keeps its rights.</summary>
    public static FileStreamOptions Options(FileMode mode, FileAccess access = FileAccess.Write)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    /// <summary>Creates such a file. One that is there, such as of a process that was killed, may be readable by others, and so is deleted first.</summary>
    public static FileStream Replace(string path)
    {
        File.Delete(path);
        return new(path, Options(FileMode.CreateNew));
    }
}
