using System.Text.Json;

namespace Samples.Jobs;

/// <summary>The code of the jobs.</summary>
internal interface IJobs
{
    Task RunAsync(JobRun run, CancellationToken stop);
}

/// <summary>The settings of jobs. What is wrong with one is told with its path.</summary>
internal static class JobSettings
{
    public static T Settings<T>(this JobRun run, IConfiguration settings) => run.Use(
        "", () => settings.GetSection($"Jobs:{run.Job}").Get<T>(options => options.ErrorOnUnknownConfiguration = true)!);

    public static T Use<T>(this JobRun run, string setting, Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or JsonException or InvalidOperationException)
        {
            // The binder says within what is wrong, and with which setting.
            var reason = (problem is InvalidOperationException ? problem.InnerException ?? problem : problem).Message;
            throw new InvalidDataException($"Jobs:{run.Job}{setting}: {reason} Correct it in appsettings.json.", problem);
        }
    }

    public static void Fail(this JobRun run, Exception failure) =>
        run.Fail(failure is InvalidDataException ? failure.Message : $"Jobs:{run.Job}: {failure.Message}");
}
