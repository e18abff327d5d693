using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Gainsight.Client;

/// <summary>What the application has said of its jobs: their code, and the words of the command line.</summary>
internal sealed partial class JobPlan(string[] args)
{
    private readonly Dictionary<string, JobCode> _jobs = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _problems = [];
    private JobCode? _each;

    /// <summary>Runs a job of the application.</summary>
    public delegate Task JobCode(IServiceProvider services, JobRun run, CancellationToken stop);

    /// <summary>The settings of the command line, such as <c>--StateFolder=state</c>.</summary>
    public string[] Settings { get; } = [.. args.Where(IsSetting)];

    /// <summary>The command and its words.</summary>
    public string[] Words { get; } = [.. args.Where(word => !IsSetting(word))];

    /// <summary>Why sections of the configuration are no jobs, once the runner is there.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Adds the code of a job.</summary>
    /// <param name="job">The job, or null for each job that has no code of its own.</param>
    /// <param name="code">The code.</param>
    public void Add(string? job, JobCode code)
    {
        if (job is not null)
        {
            _jobs.Add(job, code);
        }
        else
        {
            _each = _each is null ? code : throw new InvalidOperationException("AddEach was called before. One class runs all jobs that have none of their own.");
        }
    }

    /// <summary>The runner of all jobs: those of the configuration, and those of the code that have no section.</summary>
    public JobRunner CreateRunner(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var log = services.GetRequiredService<ILogger<JobRunner>>();
        var runner = Open(JobSettings.FolderOf(configuration), services.GetService<TimeProvider>(), log);
        foreach (var job in JobSettings.NamesIn(configuration).Concat(_jobs.Keys).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var path = JobSettings.PathOfSchedule(job);
            if (!string.IsNullOrEmpty(configuration[path]) && !TryReadSchedule(configuration, job, out _))
            {
                LogNoSchedule(log, path);
            }

            var name = _jobs.Keys.FirstOrDefault(known => known.Equals(job, StringComparison.OrdinalIgnoreCase)) ?? job;
            try
            {
                runner.Add(name, (run, stop) => RunAsync(services, run, stop));
            }
            catch (ArgumentException problem)
            {
                // Only this job cannot run.
                var text = $"{JobSettings.PathOf(name)}: {Problem.TextOf(problem)}";
                _problems.Add(text);
                LogNoJob(log, text);
            }
        }

        return runner;
    }

    /// <summary>Gives each job with a schedule a trigger.</summary>
    public static void Schedule(IQuartzBuilder quartz, IConfiguration configuration)
    {
        foreach (var job in JobSettings.NamesIn(configuration))
        {
            if (TryReadSchedule(configuration, job, out var schedule))
            {
                quartz.ScheduleJob(
                    job,
                    Task (JobRunner runner, CancellationToken stop) =>
                        runner.Jobs.Contains(job, StringComparer.OrdinalIgnoreCase) ? runner.RunAsync(job, stop) : Task.CompletedTask,
                    trigger => trigger.WithCronSchedule(schedule!));
            }
        }
    }

    private static JobRunner Open(string folder, TimeProvider? time, ILogger<JobRunner> log)
    {
        try
        {
            return new JobRunner(folder, time, log);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new JobSettingException($"{JobSettings.Folder}: the folder {Path.GetFullPath(folder)} cannot be used. {problem.Message}", problem);
        }
    }

    private async Task RunAsync(IServiceProvider services, JobRun run, CancellationToken stop)
    {
        try
        {
            var code = _jobs.GetValueOrDefault(run.Job, _each!) ?? throw new JobSettingException(
                $"{JobSettings.PathOf(run.Job)} is not a job. The jobs: {string.Join(", ", _jobs.Keys)}.");
            await code(services, run, stop).ConfigureAwait(false);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            run.Fail(failure);
        }
    }

    private static bool TryReadSchedule(IConfiguration configuration, string job, out CronExpression? schedule)
    {
        var text = configuration[JobSettings.PathOfSchedule(job)] ?? string.Empty;

        // No part of an expression can have these numbers, but Quartz takes 99 for * and 98 for ?.
        return (CronExpression.TryParse(text, out schedule) || CronExpression.TryParse(text, CronFormat.Unix, out schedule))
            && !Marks.IsMatch(text) && schedule.GetNextValidTimeAfter(TimeProvider.System.GetUtcNow()) is not null;
    }

    [GeneratedRegex(@"\b9[89]\b", RegexOptions.CultureInvariant)]
    private static partial Regex Marks { get; }

    private static bool IsSetting(string word) => word.StartsWith("--", StringComparison.Ordinal) && word.Contains('=', StringComparison.Ordinal);

    [LoggerMessage(806, LogLevel.Warning, "{Path} is no cron expression, such as '0 0 2 * * ?', or names no time to come. The job runs only by hand")]
    private static partial void LogNoSchedule(ILogger log, string path);

    [LoggerMessage(807, LogLevel.Error, "{Problem}")]
    private static partial void LogNoJob(ILogger log, string problem);
}
