using Microsoft.Extensions.Logging;

namespace Gainsight.Client;

/// <summary>A run of a job that is under way: what it counts, and what went wrong with single rows and parts. Thread-safe, except <see cref="Rows"/>.</summary>
public sealed partial class JobRun
{
    private const int MaxNotes = 100;

    private readonly List<string> _failures = [];
    private readonly List<string> _skipped = [];
    private readonly string _folder;
    private readonly ILogger _log;
    private long _calls;

    internal JobRun(string job, string folder, ILogger log) => (Job, _folder, _log) = (job, folder, log);

    /// <summary>The name of the job.</summary>
    public string Job { get; }

    /// <summary>The rows that the run has handled. The job counts them.</summary>
    public long Rows { get; set; }

    /// <summary>The requests to Gainsight that have ended, retries included. Those of tasks that the job starts count too.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    internal bool IsFailed
    {
        get
        {
            lock (_failures)
            {
                return _failures.Count > 0;
            }
        }
    }

    internal IReadOnlyList<string> Notes
    {
        get
        {
            lock (_failures)
            {
                return [.. _failures.Concat(_skipped).Take(MaxNotes)];
            }
        }
    }

    /// <summary>The path of a file that the job keeps from run to run, such as a <see cref="RecordCopy{T}"/>.</summary>
    /// <param name="name">The name of the file. The job's name comes before it.</param>
    /// <returns>A path in the folder of the runs.</returns>
    /// <exception cref="ArgumentException">The name is empty, or cannot be part of a file's name.</exception>
    public string PathOf(string name) => Path.Combine(_folder, $"{Job}.{JobRunner.Checked(name, nameof(name))}");

    /// <summary>Logs a text with the name of the job, at level Information.</summary>
    /// <param name="text">The text.</param>
    public void Say(string text) => LogText(_log, Job, text);

    /// <summary>Notes a row that is left out. The run goes on, and may complete.</summary>
    /// <param name="row">Which row it is, why it is left out, and what to do.</param>
    public void Skip(string row)
    {
        Add(_skipped, row);
        LogSkipped(_log, Job, row);
    }

    /// <summary>Makes the run a failure. What is left of it goes on.</summary>
    /// <param name="reason">What failed, and what to do.</param>
    public void Fail(string reason)
    {
        Add(_failures, reason);
        LogFailed(_log, Job, reason);
    }

    internal void CountCalls(long calls) => Interlocked.Add(ref _calls, calls);

    private void Add(List<string> notes, string note)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(note);
        lock (_failures)
        {
            if (notes.Count < MaxNotes)
            {
                notes.Add(note);
            }
        }
    }

    [LoggerMessage(801, LogLevel.Information, "{Job}: {Text}")]
    private static partial void LogText(ILogger log, string job, string text);

    [LoggerMessage(802, LogLevel.Warning, "{Job}: left out {Row}")]
    private static partial void LogSkipped(ILogger log, string job, string row);

    [LoggerMessage(803, LogLevel.Error, "{Job}: failed. {Reason}")]
    private static partial void LogFailed(ILogger log, string job, string reason);
}
