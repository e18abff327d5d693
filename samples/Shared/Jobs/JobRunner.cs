using System.Diagnostics;
using System.Text.Json;

namespace Samples.Jobs;

/// <summary>The last run of a job: "never ran", "running", "completed", "failed" or "interrupted".</summary>
internal sealed record JobStatus(
    string Job, string State, DateTimeOffset? Started = null, int Rows = 0, int Calls = 0, IReadOnlyList<string>? Notes = null);

/// <summary>Runs jobs, one or all. A failure ends only its own job. A locked file keeps a job from running twice at a time.</summary>
internal sealed class JobRunner(IConfiguration configuration, IJobs jobs, TimeProvider clock, ILogger<JobRunner> log)
{
    public IEnumerable<string> Jobs => configuration.GetSection("Jobs").GetChildren().Select(job => job.Key);

    private string Folder => Directory.CreateDirectory(configuration["StateFolder"] ?? "state").FullName;

    public Task<JobStatus[]> RunAsync(IEnumerable<string> names, CancellationToken stop = default) =>
        Task.WhenAll(names.Select(NameOf).Distinct().ToList().Select(job => RunAsync(job, stop)));

    /// <summary>Runs a job to its end. A job that runs already is not started again: its status is "running".</summary>
    public async Task<JobStatus> RunAsync(string job, CancellationToken stop)
    {
        using var own = TryLock(job);
        if (own is null)
        {
            log.LogWarning("{Job} runs already. Nothing was started", job);
            return Status(job) with { State = "running" };
        }

        using var trace = new Activity($"job {job}").Start();
        var status = Save(new(job, "running", clock.GetUtcNow()));
        var run = JobRun.Current.Value = new(configuration.GetSection($"Jobs:{job}"), Folder, log);
        try
        {
            await jobs.RunAsync(run, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            run.Fail(failure);
        }

        status = status with { State = run.IsFailed ? "failed" : "completed", Rows = run.Rows, Calls = run.Calls, Notes = run.Notes };
        log.LogInformation("{Job} {State}: {Rows} rows, {Calls} calls", job, status.State, status.Rows, status.Calls);
        return Save(status);
    }

    public JobStatus Status(string job)
    {
        var file = Path.Combine(Folder, $"{job}.status");
        var last = new JobStatus(job, "never ran");
        try
        {
            last = File.Exists(file) ? JsonSerializer.Deserialize<JobStatus>(File.ReadAllText(file))! : last;
        }
        catch (JsonException)
        {
            last = last with { State = "unknown", Notes = [$"{file} is damaged. The next run writes it again."] };
        }

        using var free = last.State == "running" ? TryLock(job) : null;
        return free is null ? last : last with { State = "interrupted" };
    }

    /// <summary>The name as the settings spell it, because files and locks are called by it.</summary>
    private string NameOf(string name) => Jobs.FirstOrDefault(job => job.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"Jobs:{name} is not a job. The jobs: {string.Join(", ", Jobs)}.");

    /// <summary>The lock of a job, or null while another run has it.</summary>
    public IDisposable? TryLock(string job)
    {
        try
        {
            return new FileStream(Path.Combine(Folder, $"{job}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Replaces the file as a whole: a kill leaves the old one or the new one.</summary>
    private JobStatus Save(JobStatus status)
    {
        var file = Path.Combine(Folder, $"{status.Job}.status");
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(status));
        File.Move(file + ".new", file, overwrite: true);
        return status;
    }
}
