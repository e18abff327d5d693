using Microsoft.Extensions.Configuration;

namespace Gainsight.Client;

/// <summary>Reads settings that several jobs share.</summary>
public static class JobConfigurationExtensions
{
    /// <summary>Reads a section as the settings of jobs are read: what is missing, misspelled or wrong is told with its path.</summary>
    /// <typeparam name="TSettings">The type of the settings.</typeparam>
    /// <param name="configuration">The configuration.</param>
    /// <param name="path">The path of the section, such as <c>WriteBack</c>.</param>
    /// <returns>The settings, or null if there is no such section.</returns>
    /// <exception cref="JobSettingException">Settings are missing or wrong. The message names each with its path, and the nearest name.</exception>
    public static TSettings? GetJobSettings<TSettings>(this IConfiguration configuration, string path)
        where TSettings : class
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return JobSettings.Bind<TSettings>(configuration.GetSection(path));
    }
}
