using Microsoft.Extensions.Configuration;

namespace Gainsight.Client;

/// <summary>The sections of jobs.</summary>
internal static class JobSettings
{
    /// <summary>The section with a section for each job.</summary>
    public const string Jobs = "Jobs";

    private const string Schedule = "Schedule";

    public static string PathOf(string job, string setting = "") => setting.Length == 0 ? $"{Jobs}:{job}" : $"{Jobs}:{job}:{setting}";

    public static string PathOfSchedule(string job) => PathOf(job, Schedule);

    public static string FolderOf(IConfiguration configuration) => configuration["StateFolder"] is { Length: > 0 } folder ? folder : "state";

    /// <summary>The names of the jobs that have a section.</summary>
    public static IEnumerable<string> NamesIn(IConfiguration configuration) => configuration.GetSection(Jobs).GetChildren().Select(job => job.Key);

    /// <summary>Binds the section of a job. Each setting must be one of the type. The schedule is read by the host.</summary>
    public static TSettings Bind<TSettings>(IConfiguration configuration, string job)
        where TSettings : class
    {
        var section = configuration.GetSection(PathOf(job));
        var own = new ConfigurationBuilder()
            .AddInMemoryCollection(section.AsEnumerable()
                .Where(setting => setting.Value is not null && !setting.Key.Equals(PathOfSchedule(job), StringComparison.OrdinalIgnoreCase)))
            .Build().GetSection(PathOf(job));
        try
        {
            // The first names what is missing, the second what is too much. A section may have nothing but a schedule.
            var settings = section.Get<TSettings>();
            return (own.GetChildren().Any() ? own.Get<TSettings>(static options => options.ErrorOnUnknownConfiguration = true) : settings)
                ?? throw new JobSettingException($"{PathOf(job)} is missing. Add the section of the job to the configuration.");
        }
        catch (InvalidOperationException problem)
        {
            // The innermost says what is wrong, and with which setting.
            throw new JobSettingException($"{PathOf(job)}: {Innermost(problem).Message}", problem);
        }
    }

    private static Exception Innermost(Exception problem) => problem.InnerException is InvalidOperationException inner ? Innermost(inner) : problem;
}
