using Microsoft.Extensions.Configuration;

namespace Gainsight.Client;

/// <summary>The configuration section of a client.</summary>
/// <param name="Client">The client's name.</param>
/// <param name="Configuration">The section.</param>
internal sealed record GainsightSection(string Client, IConfiguration Configuration)
{
    /// <summary>The path of the section. Empty for the root of a configuration.</summary>
    public string Path => (Configuration as IConfigurationSection)?.Path ?? string.Empty;

    public bool Exists => Configuration is not IConfigurationSection section || section.Exists();

    public bool HasSettings => Configuration.GetChildren().Any(child => GainsightSettings.All.ContainsKey(child.Key));

    public string? AccessKey => Configuration[GainsightSettings.AccessKey];

    /// <summary>Applies the section to the options. Its problems are collected in <see cref="GainsightClientOptions.ConfigurationProblems"/>.</summary>
    public void ApplyTo(GainsightClientOptions options)
    {
        foreach (var child in Configuration.GetChildren())
        {
            if (!GainsightSettings.All.TryGetValue(child.Key, out var setting))
            {
                continue;
            }

            if (!setting.IsGroup)
            {
                Read(setting, child, options);
            }
            else if (string.IsNullOrEmpty(child.Value))
            {
                foreach (var item in child.GetChildren())
                {
                    Read(setting, item, options);
                }
            }
            else
            {
                AddProblem(options, child, "is a value. Give an object with a name and a value for each item.");
            }
        }

        ApplyCredential(options);
    }

    /// <summary>The problems of keys that are no settings.</summary>
    /// <param name="isClient">Tells whether a path is the section of another client.</param>
    public IEnumerable<string> UnknownSettings(Func<string, bool> isClient)
    {
        foreach (var child in Configuration.GetChildren())
        {
            if (GainsightSettings.All.ContainsKey(child.Key) || isClient(child.Path))
            {
                continue;
            }

            var nearest = Spelling.Nearest(child.Key, GainsightSettings.All.Keys);
            if (nearest is not null)
            {
                yield return $"{child.Path} is not a setting. Did you mean '{nearest}'?";
            }
            else if (Configuration is IConfigurationSection)
            {
                // The root of a configuration also has everything else that the application and its environment configure.
                var settings = string.Join(", ", GainsightSettings.All.Keys.Order(StringComparer.Ordinal));
                yield return child.Value is null
                    ? $"{child.Path} is not a setting. If it is the section of a client, pass that section to AddGainsightClient. The settings are: {settings}."
                    : $"{child.Path} is not a setting. Remove it. The settings are: {settings}.";
            }
        }
    }

    private static void Read(GainsightSetting setting, IConfigurationSection section, GainsightClientOptions options)
    {
        if (section.Value is { } text)
        {
            if (setting.Read(options, section.Key, text) is { } problem)
            {
                AddProblem(options, section, problem);
            }
        }
        else if (section.GetChildren().Any())
        {
            AddProblem(options, section, "has settings of its own. Give one value.");
        }
    }

    private static void AddProblem(GainsightClientOptions options, IConfigurationSection section, string problem) =>
        options.ConfigurationProblems.Add($"{section.Path} {problem}");

    private void ApplyCredential(GainsightClientOptions options)
    {
        (var key, var id, var secret) = (AccessKey, Configuration[GainsightSettings.ClientId], Configuration[GainsightSettings.ClientSecret]);
        if (key is null && id is null && secret is null)
        {
            return;
        }

        if (CredentialProblem(key, id, secret) is (var setting, var problem))
        {
            options.ConfigurationProblems.Add($"{(Path.Length == 0 ? setting : ConfigurationPath.Combine(Path, setting))}: {problem}");

            // An invalid credential counts as set, so that it is not also reported as missing.
            options.Credential = new AccessKeyCredential("unusable");
        }
        else
        {
            options.Credential = key is not null ? new AccessKeyCredential(key) : new ClientCredentialsCredential(id!, secret!);
        }
    }

    private static (string Setting, string Problem)? CredentialProblem(string? key, string? id, string? secret)
    {
        if (key is not null && (id ?? secret) is not null)
        {
            return (GainsightSettings.AccessKey, "AccessKey and ClientId or ClientSecret are both set. Keep one way to authenticate.");
        }

        if (key is not null)
        {
            return GainsightCredential.SecretProblem(key, "access key") is { } problem ? (GainsightSettings.AccessKey, problem) : null;
        }

        if (id is null || secret is null)
        {
            return (id is null ? GainsightSettings.ClientId : GainsightSettings.ClientSecret, "ClientId and ClientSecret belong together, and one of them is missing.");
        }

        return GainsightCredential.SecretProblem(id, "client id") is { } idProblem ? (GainsightSettings.ClientId, idProblem)
            : GainsightCredential.SecretProblem(secret, "client secret") is { } secretProblem ? (GainsightSettings.ClientSecret, secretProblem)
            : null;
    }
}
