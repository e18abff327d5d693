using System.Diagnostics;
using System.Text.Json;

namespace Samples.Jobs;

/// <summary>The code of a job. What it throws ends only its own run.</summary>
internal delegate Task JobBody(JobRun run, CancellationToken cancellationToken);

/// <summary>The last run of a job: "never ran", "running", "completed", "failed" or "interrupted".</summary>
internal sealed record JobStatus(string Job, string State, DateTimeOffset? Started = null, int Rows = 0, int Calls = 0, IReadOnlyList<string>? Notes = null);

/// <summary>Runs jobs, one or all. A failure ends only its own job. A locked file keeps a job from running twice at a time.</summary>
internal sealed class JobRunner(IConfiguration configuration, JobBody body, TimeProvider clock, ILogger<JobRunner> log)
{
    public IEnumerable<string> Jobs => configuration.GetSection("Jobs").GetChildren().Select(job => job.Key);

    public Task<JobStatus[]> RunAsync(IEnumerable<string> jobs, CancellationToken cancellationToken = default) =>
        Task.WhenAll(jobs.Select(job => RunAsync(job, cancellationToken)));

    /// <summary>Runs a job to its end. A job that runs already is not started again: its status is "running".</summary>
    public async Task<JobStatus> RunAsync(string job, CancellationToken cancellationToken)
    {
        using var own = TryLock(job);
        if (own is null)
        {
            log.LogWarning("{Job} runs already. Nothing was started", job);
            return Status(job) with { State = "running" };
        }

        using var trace = new Activity($"job {job}").Start();
        var status = Save(job, "status", new JobStatus(job, "running", clock.GetUtcNow()));
        JobRun? run = null;
        var memory = new JobMemory();
        void Remember() => Save(job, "memory", memory);
        try
        {
            memory = Recall(job);
            run = JobRun.Current.Value = new(configuration.GetSection($"Jobs:{job}"), memory, Remember, log);
            await body(run, cancellationToken);
            Remember();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            (run ??= new(configuration.GetSection($"Jobs:{job}"), memory, Remember, log)).Fail(failure);
        }

        status = status with { State = run.IsFailed ? "failed" : "completed", Rows = run.Rows, Calls = run.Calls, Notes = run.Notes };
        return Save(job, "status", status);
    }

    public JobStatus Status(string job)
    {
        var last = Load<JobStatus>(job, "status") ?? new(job, "never ran");
        using var free = last.State == "running" ? TryLock(job) : null;
        return free is null ? last : last with { State = "interrupted" };
    }

    public JobMemory Recall(string job) => Load<JobMemory>(job, "memory") ?? new();

    /// <summary>The lock of a job on this host, or null while another run has it.</summary>
    public IDisposable? TryLock(string job)
    {
        try
        {
            return new FileStream(PathOf(job, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private string PathOf(string job, string kind) => Path.Combine(Directory.CreateDirectory(configuration["StateFolder"] ?? "state").FullName, $"{job}.{kind}");

    private T? Load<T>(string job, string kind)
    {
        var path = PathOf(job, kind);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllText(path)) : default;
        }
        catch (JsonException damage)
        {
            throw new InvalidDataException($"{path} is cut off or damaged. Restore it, or delete it to read everything again.", damage);
        }
    }

    /// <summary>Replaces a file as a whole: a kill leaves the old one or the new one.</summary>
    private T Save<T>(string job, string kind, T content)
    {
        var path = PathOf(job, kind);
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(content));
        File.Move(path + ".new", path, overwrite: true);
        return content;
    }
}
