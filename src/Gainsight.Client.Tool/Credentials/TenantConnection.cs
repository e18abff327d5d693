using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.UserSecrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gainsight.Client.Tool;

/// <summary>A client of the tenant that the user names.</summary>
internal sealed class TenantConnection : IDisposable
{
    private const string SectionName = "Gainsight";

    private readonly ServiceProvider _services;

    private TenantConnection(ServiceProvider services, GainsightClient client, GainsightClientOptions options) =>
        (_services, Client, Options) = (services, client, options);

    /// <summary>The client.</summary>
    public GainsightClient Client { get; }

    /// <summary>The options of the client.</summary>
    public GainsightClientOptions Options { get; }

    /// <summary>Finds the settings of the tenant.</summary>
    /// <param name="host">The surroundings.</param>
    /// <param name="profile">The profile, or null.</param>
    /// <param name="userSecrets">The id of user secrets, or null.</param>
    /// <returns>The section.</returns>
    public static IConfigurationSection Section(ToolHost host, string? profile, string? userSecrets)
    {
        if (profile is not null)
        {
            var profiles = new ProfileFile(host.ProfileFile).Read();
            return profiles.ContainsKey(profile) ? SectionOf(profiles, profile) : throw new ToolException(Unknown(profile, profiles));
        }

        if (userSecrets is not null)
        {
            return SectionOfSecrets(userSecrets);
        }

        var section = SectionOf(host.Variables);
        return section.Exists()
            ? section
            : throw new ToolException("No tenant is named. Use --profile NAME (see gainsight profile add --help), or set GAINSIGHT_BASE_ADDRESS and GAINSIGHT_ACCESS_KEY.");
    }

    /// <summary>Creates the client.</summary>
    /// <param name="section">The settings of the tenant.</param>
    /// <param name="host">The surroundings.</param>
    /// <param name="configure">Changes the options of the client, or null.</param>
    /// <param name="handlers">Create the handlers that see every attempt, the outer one first.</param>
    /// <returns>The connection, which the caller disposes.</returns>
    /// <exception cref="ToolException">The settings cannot be used.</exception>
    public static TenantConnection Open(
        IConfigurationSection section, ToolHost host, Action<GainsightClientOptions>? configure = null, params Func<DelegatingHandler>[] handlers)
    {
        var services = new ServiceCollection();
        var builder = services.AddGainsightClient(section);
        if (host.Handler is { } primary)
        {
            _ = builder.ConfigurePrimaryHttpMessageHandler(() => primary);
        }

        foreach (var handler in handlers)
        {
            _ = builder.AddHttpMessageHandler(handler);
        }

        _ = services.PostConfigure<GainsightClientOptions>(options =>
        {
            options.TimeProvider = host.Time;
            configure?.Invoke(options);
        });
        var provider = services.BuildServiceProvider();
        try
        {
            return new TenantConnection(
                provider, provider.GetRequiredService<GainsightClient>(), provider.GetRequiredService<IOptions<GainsightClientOptions>>().Value);
        }
        catch (Exception exception) when (exception is OptionsValidationException or ArgumentException)
        {
            provider.Dispose();
            throw new ToolException(exception.Message);
        }
    }

    /// <summary>Checks the settings of a profile, before it is saved.</summary>
    /// <param name="profiles">The profiles.</param>
    /// <param name="name">The name of the profile.</param>
    /// <exception cref="ToolException">The settings cannot be used.</exception>
    public static void Check(JsonObject profiles, string name)
    {
        var host = new ToolHost { Output = TextWriter.Null, Error = TextWriter.Null, Variables = new Dictionary<string, string>(), ProfileFile = "", ReadSecret = _ => null };
        Open(SectionOf(profiles, name), host).Dispose();
    }

    /// <summary>The message for a profile that is not in the file.</summary>
    /// <param name="name">The name.</param>
    /// <param name="profiles">The profiles.</param>
    /// <returns>The message.</returns>
    public static string Unknown(string name, JsonObject profiles) => profiles.Count == 0
        ? $"There is no profile '{name}', and no other one. Add it: gainsight profile add {name} --address https://acme.gainsightcloud.com"
        : $"There is no profile '{name}'. There are: {string.Join(", ", profiles.Select(profile => profile.Key).Order(StringComparer.Ordinal))}.";

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();

    private static IConfigurationSection SectionOf(JsonObject profiles, string name)
    {
        // Only this profile, because a mistake in another one is of no interest.
        try
        {
            var json = new JsonObject { [name] = profiles[name]!.DeepClone() }.ToJsonString();
            return new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().GetSection(name);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            // The message can quote the file.
            throw new ToolException($"The profile '{name}' names a setting twice. Correct the file, or remove the profile and add it again.");
        }
    }

    private static IConfigurationSection SectionOfSecrets(string id)
    {
        string path;
        try
        {
            path = PathHelper.GetSecretsPathFromSecretsId(id);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new ToolException("--user-secrets expects the UserSecretsId of a project, as its project file has it.");
        }

        if (!File.Exists(path))
        {
            throw new ToolException($"There are no user secrets with this id: {path} does not exist. Set them with: dotnet user-secrets set {SectionName}:AccessKey …");
        }

        try
        {
            var section = new ConfigurationBuilder().AddJsonFile(path, optional: false).Build().GetSection(SectionName);
            return section.Exists() ? section : throw new ToolException($"{path} has no section {SectionName}.");
        }
        catch (InvalidDataException)
        {
            throw new ToolException($"{path} is not valid JSON. Correct it.");
        }
    }

    private static IConfigurationSection SectionOf(IReadOnlyDictionary<string, string> variables)
    {
        const string prefix = $"{SectionName}__";
        var settings = variables
            .Where(variable => variable.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .Select(variable => KeyValuePair.Create(variable.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal), (string?)variable.Value))
            .Concat(new[] { ("GAINSIGHT_BASE_ADDRESS", "BaseAddress"), ("GAINSIGHT_ACCESS_KEY", "AccessKey") }
                .Where(name => variables.GetValueOrDefault(name.Item1) is { Length: > 0 })
                .Select(name => KeyValuePair.Create($"{SectionName}:{name.Item2}", (string?)variables[name.Item1])));
        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection(SectionName);
    }
}
