using Microsoft.Extensions.Configuration;

namespace Gainsight.Client;

/// <summary>What <c>builder.AddGainsightClient</c> registers, and the client's connection string. The switches are read from the client's section, and set in code.</summary>
public sealed class GainsightClientSettings
{
    /// <summary>
    /// The connection string to use instead of that of the configuration, for one that comes from elsewhere. Default: null, for the connection string of
    /// the configuration, whose changes are followed.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether no health check is added. Default: false.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>Whether the spans of Gainsight clients are not added to the application's tracing. Default: false.</summary>
    public bool DisableTracing { get; set; }

    /// <summary>Whether the metrics of Gainsight clients are not added to the application's metrics. Default: false.</summary>
    public bool DisableMetrics { get; set; }

    /// <summary>The names of the settings. They stand in the section of the client, which does not know them.</summary>
    internal static IReadOnlyList<string> Names { get; } = [nameof(DisableHealthChecks), nameof(DisableTracing), nameof(DisableMetrics)];

    /// <exception cref="InvalidOperationException">A setting is neither true nor false, or is misspelt.</exception>
    internal static GainsightClientSettings Read(IConfigurationSection section)
    {
        // The client names its own settings when one is misspelt, but does not know these.
        if (section.GetChildren().FirstOrDefault(IsMisspelt) is { } misspelt)
        {
            throw new InvalidOperationException($"{misspelt.Path} is not a setting. The settings that leave parts out are: {string.Join(", ", Names)}.");
        }

        return new()
        {
            DisableHealthChecks = IsSet(section, nameof(DisableHealthChecks)),
            DisableTracing = IsSet(section, nameof(DisableTracing)),
            DisableMetrics = IsSet(section, nameof(DisableMetrics)),
        };
    }

    private static bool IsMisspelt(IConfigurationSection setting) =>
        setting.Key.StartsWith("Disable", StringComparison.OrdinalIgnoreCase) && !Names.Contains(setting.Key, StringComparer.OrdinalIgnoreCase);

    private static bool IsSet(IConfigurationSection section, string name) => section[name] switch
    {
        null => false,
        var text when bool.TryParse(text, out var value) => value,
        _ => throw new InvalidOperationException($"The setting {section.Path}:{name} must be true or false."),
    };
}
