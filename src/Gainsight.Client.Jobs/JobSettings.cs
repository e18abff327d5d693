using Microsoft.Extensions.Configuration;

namespace Gainsight.Client;

/// <summary>The sections of jobs.</summary>
internal static class JobSettings
{
    /// <summary>The section with a section for each job.</summary>
    public const string Jobs = "Jobs";

    /// <summary>The setting of the folder with the files of jobs.</summary>
    public const string Folder = "StateFolder";

    private const string Schedule = "Schedule";

    public static string PathOf(string job, string setting = "") => setting.Length == 0 ? $"{Jobs}:{job}" : $"{Jobs}:{job}:{setting}";

    public static string PathOfSchedule(string job) => PathOf(job, Schedule);

    public static string FolderOf(IConfiguration configuration) => configuration[Folder] is { Length: > 0 } folder ? folder : "state";

    /// <summary>The names of the jobs that have a section.</summary>
    public static IEnumerable<string> NamesIn(IConfiguration configuration) => configuration.GetSection(Jobs).GetChildren().Select(job => job.Key);

    /// <summary>Binds the section of a job. Each setting must be one of the type. The schedule is read by the host.</summary>
    public static TSettings Bind<TSettings>(IConfiguration configuration, string job)
        where TSettings : class =>
        Bind<TSettings>(configuration.GetSection(PathOf(job)), Schedule)
            ?? throw new JobSettingException($"{PathOf(job)} is missing. Add the section of the job to the configuration.");

    /// <summary>Binds a section. Null if it does not exist.</summary>
    public static TSettings? Bind<TSettings>(IConfigurationSection section, params string[] others)
        where TSettings : class
    {
        if (!section.Exists())
        {
            return null;
        }

        string[] problems =
        [
            // The reader of JSON settings replaces what is not UTF-8. A name or a filter would be another one.
            .. section.AsEnumerable().Where(static setting => $"{setting.Key}{setting.Value}".Contains('\uFFFD', StringComparison.Ordinal))
                .Select(static setting => $"{setting.Key} has bytes that are not UTF-8. Save the file of the settings as UTF-8."),
            .. SettingCheck.ProblemsOf(typeof(TSettings), section, others),
        ];
        if (problems.Length > 0)
        {
            throw new JobSettingException(string.Join(' ', problems));
        }

        try
        {
            return section.Get<TSettings>();
        }
        catch (InvalidOperationException problem)
        {
            // A type that the binder cannot make. The innermost says why.
            throw new JobSettingException($"{section.Path}: {Innermost(problem).Message}", problem);
        }
    }

    private static Exception Innermost(Exception problem) => problem.InnerException is InvalidOperationException inner ? Innermost(inner) : problem;
}
