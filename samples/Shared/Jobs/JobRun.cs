using System.Text.Json;

namespace Samples.Jobs;

/// <summary>What a job remembers between its runs. One file holds it all, so rows, checkpoints and open writes never disagree.</summary>
internal sealed class JobMemory
{
    /// <summary>How far each object was read.</summary>
    public Row Checkpoints { get; init; } = [];

    /// <summary>The rows as they were last read.</summary>
    public Dictionary<string, Row> Rows { get; init; } = [];

    /// <summary>What is to be written. It is saved first, so that a write which a kill interrupts is repeated with the same id.</summary>
    public List<Row> Outbox { get; init; } = [];
}

/// <summary>A run that is under way: its settings and memory, its counts, and what went wrong with single rows and objects.</summary>
internal sealed class JobRun(IConfigurationSection section, JobMemory memory, Action save, ILogger log)
{
    private int _calls;

    /// <summary>The run in whose flow the present code runs.</summary>
    public static AsyncLocal<JobRun?> Current { get; } = new();

    public string Job => section.Key;
    public JobMemory Memory => memory;
    public List<string> Notes { get; } = [];
    public bool IsFailed { get; private set; }
    public int Rows { get; set; }
    public int Calls => _calls;

    public void Save() => save();

    public void CountCall() => Interlocked.Increment(ref _calls);

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
            throw new InvalidDataException($"{section.Path}{setting}: {problem.GetBaseException().Message} Correct it in appsettings.json.", problem);
        }
    }
}
