using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gainsight.Client;

/// <summary>Runs an application's jobs, one or all: each one at a time, with its own failures, and with a status that survives a restart. A scheduler of your choice calls it.</summary>
/// <remarks>
/// <para>
/// What a job throws ends only its own run: its status is <see cref="RunState.Failed"/>, with the reason. A job that runs already is not started again, also
/// not by another process with the same folder: the status is <see cref="RunState.Running"/>. A run that was killed is <see cref="RunState.Interrupted"/>.
/// </para>
/// <para>
/// For each job, the folder has the files <c>JOB.status</c> (JSON, replaced as a whole) and <c>JOB.lock</c>, and those of <see cref="JobRun.PathOf"/>. A lock ends with
/// its process. Hosts that share a folder need a file system with locks.
/// </para>
/// <para>Each run has an <see cref="Activity"/> of its own, <c>job NAME</c>, so that the spans of its calls have one trace. Thread-safe, except <see cref="Add"/>.</para>
/// </remarks>
/// <example>
/// <code>
/// using var runner = new JobRunner("state");
/// runner.Add("companies", async (run, stop) =>
/// {
///     using var copy = new RecordCopy&lt;Company&gt;(run.PathOf("Company.jsonl"));
///     run.Rows = await copy.UpdateAsync(gainsight.Changes, gainsight.Companies.Query(), stop).CountAsync(stop);
///     await copy.SaveAsync(stop);
/// });
/// RunStatus status = await runner.RunAsync("companies");
/// Console.WriteLine($"{status.Job}: {status.State}, {status.Rows} rows, {status.Calls} calls");
/// </code>
/// </example>
public sealed partial class JobRunner : IDisposable
{
    private static readonly ActivitySource Spans = new(GainsightDiagnostics.ActivitySourceName);

    private readonly Dictionary<string, Func<JobRun, CancellationToken, Task>> _jobs = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly MeterListener _calls = new();

    /// <summary>The run of this runner. Each runner of a process hears of all calls, and counts those of its own runs.</summary>
    private readonly AsyncLocal<JobRun?> _current = new();

    /// <summary>Creates a runner.</summary>
    /// <param name="folder">Where the status of each job is kept. It is created if it does not exist.</param>
    /// <param name="timeProvider">The clock. Default: the system's clock.</param>
    /// <param name="logger">The log. Default: none.</param>
    /// <exception cref="IOException">The folder cannot be created, or is a file.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be created.</exception>
    public JobRunner(string folder, TimeProvider? timeProvider = null, ILogger<JobRunner>? logger = null)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        _time = timeProvider ?? TimeProvider.System;
        _log = logger ?? NullLogger<JobRunner>.Instance;

        // The client counts the requests of a call when it ends, in the flow of the run.
        _calls.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument is { Meter.Name: GainsightDiagnostics.MeterName, Name: "gainsight.client.attempts" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _calls.SetMeasurementEventCallback<long>((_, requests, _, _) => _current.Value?.CountCalls(requests));
        _calls.Start();
    }

    /// <summary>The names of the jobs, in the order in which they were added.</summary>
    public IReadOnlyCollection<string> Jobs => _jobs.Keys;

    /// <summary>Adds a job. Add all jobs before the first run.</summary>
    /// <param name="job">The name, unique in any case. It begins the names of the job's files.</param>
    /// <param name="work">The job. The message of what it throws becomes a note of the run.</param>
    /// <exception cref="ArgumentException">The name is empty, cannot be part of a file's name, or is that of another job.</exception>
    public void Add(string job, Func<JobRun, CancellationToken, Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        _jobs.Add(Checked(job, nameof(job)), work);
    }

    /// <summary>Runs several jobs at the same time. None starts if a name is wrong.</summary>
    /// <param name="jobs">The names, in any case. A name that comes twice counts once.</param>
    /// <param name="cancellationToken">Cancels the runs.</param>
    /// <returns>How each run ended.</returns>
    /// <exception cref="ArgumentException">There is no such job. The message has the names of all.</exception>
    /// <exception cref="OperationCanceledException">The runs were cancelled.</exception>
    public Task<RunStatus[]> RunAsync(IEnumerable<string> jobs, CancellationToken cancellationToken = default)
    {
        string[] names = [.. jobs.Select(NameOf).Distinct(StringComparer.Ordinal)];
        return Task.WhenAll(names.Select(job => RunAsync(job, cancellationToken)));
    }

    /// <summary>Runs a job to its end, unless it runs already.</summary>
    /// <param name="job">The name of the job, in any case.</param>
    /// <param name="cancellationToken">Cancels the run. The status is then <see cref="RunState.Interrupted"/>.</param>
    /// <returns>How the run ended, or the run that is under way.</returns>
    /// <exception cref="ArgumentException">There is no such job. The message has the names of all.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "What a job throws must end only its own run.")]
    public async Task<RunStatus> RunAsync(string job, CancellationToken cancellationToken = default)
    {
        job = NameOf(job);
        var work = _jobs[job];
        var run = new JobRun(job, _folder, _log);
        var status = new RunStatus { Job = job, State = RunState.Running, Started = _time.GetUtcNow() };
        try
        {
            using var own = TryLock(job);
            if (own is null)
            {
                LogRunning(_log, job);
                return GetStatus(job) with { State = RunState.Running };
            }

            Save(status);

            // A span of the client's source, so that whoever samples the calls samples them below it.
            using var sampled = Spans.StartActivity($"job {job}");
            using var trace = sampled is null ? new Activity($"job {job}") : null;
            trace?.Start();
            _current.Value = run;
            try
            {
                await work(run, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                Save(End(status, run, RunState.Interrupted));
                throw;
            }
            catch (Exception failure)
            {
                run.Fail(failure.Message);
            }

            status = End(status, run, run.IsFailed ? RunState.Failed : RunState.Completed);
            Save(status);
            return status;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException && !cancellationToken.IsCancellationRequested)
        {
            // The lock or the status cannot be written, such as on a disk that is full. Nobody else would tell it.
            run.Fail($"The status of the job cannot be kept in the StateFolder {_folder}: {failure.Message}");
            return End(status, run, RunState.Failed);
        }
    }

    /// <summary>Ends the count of calls.</summary>
    public void Dispose() => _calls.Dispose();

    /// <summary>The name as it was added, because files and locks have it.</summary>
    private string NameOf(string job) => _jobs.Keys.FirstOrDefault(name => name.Equals(job, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"'{job}' is not a job. The jobs: {string.Join(", ", _jobs.Keys)}.", nameof(job));

    /// <summary>A name that can be part of a file's name.</summary>
    internal static string Checked(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, parameter);
        return name.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) < 0 && !name.AsSpan().ContainsAny('\\', '/') && !name.Any(char.IsControl)
            ? name
            : throw new ArgumentException($"'{name}' cannot be part of a file's name.", parameter);
    }

    private RunStatus End(RunStatus status, JobRun run, RunState state)
    {
        LogEnd(_log, run.Job, state, run.Rows, run.Calls);
        return status with { State = state, Ended = _time.GetUtcNow(), Rows = run.Rows, Calls = run.Calls, Notes = run.Notes };
    }

    [LoggerMessage(804, LogLevel.Information, "{Job} {State}: {Rows} rows, {Calls} calls")]
    private static partial void LogEnd(ILogger log, string job, RunState state, long rows, long calls);

    [LoggerMessage(805, LogLevel.Warning, "{Job} runs already. Nothing was started")]
    private static partial void LogRunning(ILogger log, string job);
}
