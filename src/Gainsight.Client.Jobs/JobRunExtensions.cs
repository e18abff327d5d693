using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Names the settings of a job in what goes wrong.</summary>
public static class JobRunExtensions
{
    /// <summary>Uses a setting. If the setting cannot be used, the failure begins with its path.</summary>
    /// <typeparam name="T">What is made of the setting.</typeparam>
    /// <param name="run">The run.</param>
    /// <param name="setting">The setting within the section of the job, such as <c>Fields:score</c>.</param>
    /// <param name="use">Uses it, such as <c>() => description.Get(settings.Score)</c>.</param>
    /// <returns>What was made of the setting.</returns>
    /// <exception cref="JobSettingException"><paramref name="use"/> threw an exception of arguments, formats or JSON. The message has its words.</exception>
    public static T Setting<T>(this JobRun run, string setting, Func<T> use)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(use);
        try
        {
            return use();
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or JsonException)
        {
            throw new JobSettingException($"{JobSettings.PathOf(run.Job, setting)}: {problem.Message}", problem);
        }
    }

    /// <summary>Makes the run a failure, with the path of the job. What is left of the run goes on.</summary>
    /// <param name="run">The run.</param>
    /// <param name="failure">What a part of the run threw. A <see cref="JobSettingException"/> has the path already.</param>
    public static void Fail(this JobRun run, Exception failure)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(failure);
        run.Fail(failure is JobSettingException ? failure.Message : $"{JobSettings.PathOf(run.Job)}: {failure.Message}");
    }
}
