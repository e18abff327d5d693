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
            throw new JobSettingException($"{JobSettings.PathOf(run.Job, setting)}: {Problem.TextOf(problem)}", problem);
        }
    }

    /// <summary>Describes an object that a setting names. If the tenant does not have it, the failure begins with the path and suggests similar names.</summary>
    /// <param name="run">The run.</param>
    /// <param name="gainsight">The client.</param>
    /// <param name="setting">The setting within the section of the job, such as <c>Object</c>.</param>
    /// <param name="name">The API name of the object, as the setting has it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The object with its fields.</returns>
    /// <exception cref="JobSettingException">The name is empty, or the tenant does not have the object.</exception>
    /// <exception cref="GainsightException">The object could not be described. The exception type says why.</exception>
    public static async Task<ObjectDescription> DescribeAsync(
        this JobRun run, GainsightClient gainsight, string setting, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(gainsight);
        run.Ensure(!string.IsNullOrWhiteSpace(name), setting, "is missing.");
        try
        {
            return await DescribeAsync(gainsight, name, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightNotFoundException problem)
        {
            throw new JobSettingException($"{JobSettings.PathOf(run.Job, setting)}: {problem.Message}", problem);
        }
    }

    /// <summary>Describes an object. If the tenant does not have it, lists what it has, so that the failure suggests similar names.</summary>
    internal static async Task<ObjectDescription> DescribeAsync(GainsightClient gainsight, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await gainsight.Metadata.DescribeAsync(name, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightNotFoundException)
        {
            await gainsight.Metadata.ListObjectsAsync(cancellationToken).ConfigureAwait(false);
            return await gainsight.Metadata.DescribeAsync(name, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the run if a setting cannot be used.</summary>
    /// <param name="run">The run.</param>
    /// <param name="isUsable">Whether the setting can be used.</param>
    /// <param name="setting">The setting within the section of the job, such as <c>Limit</c>.</param>
    /// <param name="problem">What is wrong and what to do, as the rest of a sentence that begins with the path: <c>must be at least 1.</c></param>
    /// <exception cref="JobSettingException">The setting cannot be used. The message is the path and <paramref name="problem"/>.</exception>
    public static void Ensure(this JobRun run, bool isUsable, string setting, string problem)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(problem);
        if (!isUsable)
        {
            throw new JobSettingException($"{JobSettings.PathOf(run.Job, setting)} {problem}");
        }
    }

    /// <summary>Makes the run a failure, with the path of the job. What is left of the run goes on.</summary>
    /// <param name="run">The run.</param>
    /// <param name="failure">What a part of the run threw. A <see cref="JobSettingException"/> has the path already.</param>
    public static void Fail(this JobRun run, Exception failure)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(failure);
        var text = Problem.TextOf(failure);
        var folder = Path.GetDirectoryName(run.PathOf("file"))!;
        run.Fail(failure is JobSettingException ? text
            : Problem.IsOfFiles(failure) && text.Contains(folder, StringComparison.Ordinal) ? $"{JobSettings.PathOf(run.Job)}: {text} The folder is that of {JobSettings.Folder}."
            : $"{JobSettings.PathOf(run.Job)}: {text}");
    }
}
