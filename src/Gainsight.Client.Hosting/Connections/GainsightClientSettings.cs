using Microsoft.Extensions.Configuration;

namespace Gainsight.Client;

/// <summary>What <c>builder.AddGainsightClient</c> registers besides the client. Read from the client's section, and set in code.</summary>
public sealed class GainsightClientSettings
{
    /// <summary>Whether no health check is added. Default: false.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>Whether the spans of Gainsight clients are not added to the application's tracing. Default: false.</summary>
    public bool DisableTracing { get; set; }

    /// <summary>Whether the metrics of Gainsight clients are not added to the application's metrics. Default: false.</summary>
    public bool DisableMetrics { get; set; }

    /// <summary>The names of the settings. They stand in the section of the client, which does not know them.</summary>
    internal static IReadOnlyList<string> Names { get; } = [nameof(DisableHealthChecks), nameof(DisableTracing), nameof(DisableMetrics)];

    /// <exception cref="InvalidOperationException">A setting is neither true nor false.</exception>
    internal static GainsightClientSettings Read(IConfigurationSection section) => new()
    {
        DisableHealthChecks = IsSet(section, nameof(DisableHealthChecks)),
        DisableTracing = IsSet(section, nameof(DisableTracing)),
        DisableMetrics = IsSet(section, nameof(DisableMetrics)),
    };

    private static bool IsSet(IConfigurationSection section, string name) => section[name] switch
    {
        null => false,
        var text when bool.TryParse(text, out var value) => value,
        _ => throw new InvalidOperationException($"The setting {section.Path}:{name} must be true or false."),
    };
}
