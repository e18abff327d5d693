using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Gainsight.Client;

/// <summary>Checks the options of the clients of a container, when the host starts and when a client is created. Messages name the client, the section and the setting.</summary>
internal sealed class GainsightOptionsCheck(IEnumerable<GainsightHttpClientName> names, IEnumerable<GainsightSection> sections, IConfiguration? root = null)
    : IValidateOptions<GainsightClientOptions>
{
    private readonly string[] _names = [.. names.Select(client => client.Name).Where(name => name.Length > 0)];
    private readonly GainsightSection[] _sections = [.. sections];

    public ValidateOptionsResult Validate(string? name, GainsightClientOptions options)
    {
        options.ClientName = name;
        options.SectionPath = SectionOf(name)?.Path;
        foreach (var problem in RegistrationProblems(name, options))
        {
            options.ConfigurationProblems.Add(problem);
        }

        return options.Problem() is { } message ? ValidateOptionsResult.Fail(message) : ValidateOptionsResult.Success;
    }

    private GainsightSection? SectionOf(string? client) => Array.FindLast(_sections, section => section.Client == client);

    private IEnumerable<string> RegistrationProblems(string? name, GainsightClientOptions options)
    {
        var section = SectionOf(name);
        var lacksTenant = options.Tenant is null && options.BaseAddress is null;
        if (lacksTenant && options.Credential is null && section is null && !string.IsNullOrEmpty(name) && !_names.Contains(name, StringComparer.Ordinal))
        {
            yield return $"No client of that name is registered, and no options are configured for it.{Spelling.DidYouMean(name, _names)}";
        }

        if (section is null)
        {
            yield break;
        }

        if ((lacksTenant || options.Credential is null) && Missing(section) is { } missing)
        {
            yield return missing;
        }

        foreach (var problem in section.UnknownSettings(path => Array.Exists(_sections, other => IsWithin(other.Path, path))))
        {
            yield return problem;
        }
    }

    /// <summary>Why a section has no settings at all, or null.</summary>
    private string? Missing(GainsightSection section) => section switch
    {
        { Configuration: IConfigurationRoot, HasSettings: false } =>
            "AddGainsightClient got the root of the configuration. Pass the client's section, such as configuration.GetSection(\"Gainsight\").",
        { Configuration: IConfigurationSection { Value: { Length: > 0 } } } =>
            $"The section '{section.Path}' is a value. Give an object with the settings of the client.",
        { Exists: false } =>
            $"The section '{section.Path}' does not exist or is empty. Check its name and the sources of the configuration.{Spelling.DidYouMean(section.Path, SectionsNear(section.Path))}",
        _ => null,
    };

    private IEnumerable<string> SectionsNear(string path)
    {
        var parent = ConfigurationPath.GetParentPath(path);
        var siblings = parent is null ? root?.GetChildren() : root?.GetSection(parent).GetChildren();
        return (siblings ?? []).Select(sibling => sibling.Path);
    }

    private static bool IsWithin(string path, string parent) =>
        path.StartsWith(parent, StringComparison.OrdinalIgnoreCase)
        && (path.Length == parent.Length || path[parent.Length] == ConfigurationPath.KeyDelimiter[0]);
}
