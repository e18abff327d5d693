using System.Text.Json;

namespace Samples.Jobs;

/// <summary>The code of the jobs. What it throws ends only its own run.</summary>
internal interface IJobs
{
    Task RunAsync(JobRun run, CancellationToken stop);
}

/// <summary>A run that is under way: its settings, its counts, and what went wrong with single rows and objects.</summary>
internal sealed class JobRun(IConfigurationSection section, string folder, ILogger log)
{
    private int _calls;

    /// <summary>The run in whose flow the present code runs.</summary>
    public static AsyncLocal<JobRun?> Current { get; } = new();

    public string Job => section.Key;
    public List<string> Notes { get; } = [];
    public bool IsFailed { get; private set; }
    public int Rows { get; set; }
    public int Calls => _calls;

    public void CountCall() => Interlocked.Increment(ref _calls);

    public string FileOf(string name) => Path.Combine(folder, $"{Job}.{name}.jsonl");

    public void Say(string text) => log.LogInformation("{Job}: {Text}", Job, text);

    /// <summary>Notes a row that is left out. The others go on.</summary>
    public void Skip(string row)
    {
        Notes.Add(row);
        log.LogWarning("{Job}: left out {Row}", Job, row);
    }

    /// <summary>Makes the run a failure. The rest of it goes on.</summary>
    public void Fail(Exception failure)
    {
        IsFailed = true;
        Notes.Insert(0, failure is InvalidDataException ? failure.Message : $"{section.Path}: {failure.Message}");
        log.LogError("{Job}: failed. {Failure}", Job, Notes[0]);
    }

    public T Settings<T>() => Use("", () => section.Get<T>(options => options.ErrorOnUnknownConfiguration = true)!);

    /// <summary>Uses a setting. What is wrong with it is told with its path.</summary>
    public T Use<T>(string setting, Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or JsonException or InvalidOperationException)
        {
            // The binder says within what is wrong, and with which setting.
            var reason = (problem is InvalidOperationException ? problem.InnerException ?? problem : problem).Message;
            throw new InvalidDataException($"{section.Path}{setting}: {reason} Correct it in appsettings.json.", problem);
        }
    }
}
