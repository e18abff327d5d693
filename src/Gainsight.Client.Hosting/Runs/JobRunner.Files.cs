using System.Text.Json;

namespace Gainsight.Client;

/// <content>The files of a job: its status and its lock.</content>
public sealed partial class JobRunner
{
    /// <summary>How files that another process has locked are reported: by Windows (sharing violation), Linux and macOS (EWOULDBLOCK).</summary>
    private static readonly int[] Locked = [unchecked((int)0x80070020), 11, 35];

    /// <summary>The last run of a job. This costs no call.</summary>
    /// <param name="job">The name of the job, in any case.</param>
    /// <returns>The status. A job without one has <see cref="RunState.NeverRan"/>.</returns>
    /// <exception cref="ArgumentException">There is no such job. The message has the names of all.</exception>
    /// <exception cref="IOException">The file of the status cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file of the status may not be opened.</exception>
    public RunStatus GetStatus(string job)
    {
        job = NameOf(job);
        var file = StatusFileOf(job);
        var last = new RunStatus { Job = job };
        try
        {
            // A file that another program wrote may lack parts.
            last = !File.Exists(file) ? last
                : JsonSerializer.Deserialize(File.ReadAllText(file), RunJson.Default.RunStatus) is { } read ? read with { Job = job, Notes = read.Notes ?? [] }
                : throw new JsonException();
        }
        catch (JsonException)
        {
            last = last with { State = RunState.Unknown, Notes = [$"{file} is damaged. The next run writes it again."] };
        }

        if (last.State != RunState.Running)
        {
            return last;
        }

        // The process that wrote this has ended if it has left its lock.
        using var free = TryLock(job);
        return free is null ? last : last with { State = RunState.Interrupted };
    }

    private string StatusFileOf(string job) => Path.Combine(_folder, $"{job}.status");

    /// <summary>The lock of a job, or null while another run has it.</summary>
    private FileStream? TryLock(string job)
    {
        try
        {
            return new FileStream(Path.Combine(_folder, $"{job}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (Array.IndexOf(Locked, held.HResult) >= 0)
        {
            return null;
        }
    }

    /// <summary>Replaces the file as a whole: a kill leaves the old one or the new one. Notes can have values of customers.</summary>
    private void Save(RunStatus status)
    {
        var file = StatusFileOf(status.Job);
        using (var next = PrivateFile.Replace(file + ".new"))
        {
            JsonSerializer.Serialize(next, status, RunJson.Default.RunStatus);
            next.Flush(flushToDisk: true);
        }

        File.Move(file + ".new", file, overwrite: true);
    }
}
