using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;

namespace Gainsight.Client.Tool;

/// <summary>The output of the process for bytes. The console of .NET hides that nobody reads a pipe any more, so that a command would go on to its end.</summary>
internal static class StandardOutput
{
    /// <summary>The error of a pipe without a reader, EPIPE.</summary>
    private const int NoReader = 32;

    /// <summary>Opens the output.</summary>
    /// <returns>A stream. On Linux and macOS, a write to a pipe that nobody reads fails.</returns>
    [SuppressMessage("Reliability", "CA2000", Justification = "The handle is that of the process.")]
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return Console.OpenStandardOutput();
        }

        var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        if (!pipe.CanSeek)
        {
            return pipe;
        }

        // A file. Its position is shared with other processes, such as that of the next command, and the stream would not move it.
        pipe.Dispose();
        return Console.OpenStandardOutput();
    }

    /// <summary>Whether a write failed because nobody reads the pipe any more, as after <c>head</c>.</summary>
    /// <param name="exception">The failure.</param>
    /// <returns>Whether the reader is gone.</returns>
    public static bool HasNoReader(IOException exception) => !OperatingSystem.IsWindows() && exception.HResult == NoReader;
}
