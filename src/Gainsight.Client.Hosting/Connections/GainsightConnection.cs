using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Gainsight.Client;

/// <summary>
/// The configuration of a client: its section, in which a connection string replaces the address and the credential. It follows the configuration
/// of the host, so that a new access key is used without a restart.
/// </summary>
internal sealed class GainsightConnection : ConfigurationProvider, IValidateOptions<GainsightClientOptions>
{
    private readonly IConfiguration _configuration;
    private readonly string? _text;
    private readonly string _path;
    private volatile string? _problem;

    /// <summary>Reads the configuration of a client.</summary>
    /// <param name="configuration">The configuration of the host. It lives as long as the host, and so does the watch on it.</param>
    /// <param name="client">The name of the client's options.</param>
    /// <param name="connectionName">The name of the connection string.</param>
    /// <param name="text">The connection string that code has set, or null for that of the configuration.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The root has only this provider. Both live as long as the host.")]
    public GainsightConnection(IConfiguration configuration, string client, string connectionName, string? text)
    {
        _configuration = configuration;
        _text = text;
        Client = client;
        ConnectionName = connectionName;
        _path = PathOf(client);
        Section = new ConfigurationRoot([this]).GetSection(_path);
        _ = ChangeToken.OnChange(configuration.GetReloadToken, () =>
        {
            Load();
            OnReload();
        });
    }

    /// <summary>The name of the client's options.</summary>
    public string Client { get; }

    /// <summary>The name of the connection string.</summary>
    public string ConnectionName { get; }

    /// <summary>The settings of the client, under the path of its section.</summary>
    public IConfigurationSection Section { get; }

    /// <summary>The path of a client's section.</summary>
    public static string PathOf(string client) => client.Length == 0 ? "Gainsight" : $"Gainsight:{client}";

    public override void Load()
    {
        IReadOnlyDictionary<string, string> connection = new Dictionary<string, string>();
        var text = _text ?? _configuration.GetConnectionString(ConnectionName);
        if (text is not null && GainsightConnectionString.Read(text, out connection) is { } problem)
        {
            // A client that is already built keeps what it has.
            _problem = $"The connection string '{ConnectionName}' cannot be used. {problem} Expected {GainsightConnectionString.Expected}. Its value is not shown, because it holds a secret.";
            return;
        }

        Dictionary<string, string?> data = new(StringComparer.OrdinalIgnoreCase);
        foreach ((var name, var value) in _configuration.GetSection(_path).AsEnumerable(makePathsRelative: true))
        {
            if (value is not null && !GainsightClientSettings.Names.Contains(name, StringComparer.OrdinalIgnoreCase) && !IsReplaced(name, connection))
            {
                data[ConfigurationPath.Combine(_path, name)] = value;
            }
        }

        foreach ((var name, var value) in connection)
        {
            data[ConfigurationPath.Combine(_path, name)] = value;
        }

        Data = data;
        _problem = null;
    }

    public ValidateOptionsResult Validate(string? name, GainsightClientOptions options)
    {
        if (name != Client)
        {
            return ValidateOptionsResult.Skip;
        }

        if ((_problem ?? MissingProblem(options)) is not { } problem)
        {
            return ValidateOptionsResult.Success;
        }

        // An address and a credential that could not be read count as set, so that the client's own check does not also report them as missing.
        options.Credential ??= new AccessKeyCredential("unusable");
        if (options.Tenant is null)
        {
            options.BaseAddress ??= new Uri("https://unusable.invalid");
        }

        return ValidateOptionsResult.Fail(problem);
    }

    private static bool IsReplaced(string name, IReadOnlyDictionary<string, string> connection) => name.ToUpperInvariant() switch
    {
        "TENANT" or "BASEADDRESS" => connection.ContainsKey(GainsightConnectionString.Address),
        "ACCESSKEY" or "CLIENTID" or "CLIENTSECRET" => GainsightConnectionString.Credentials.Any(connection.ContainsKey),
        _ => false,
    };

    private string? MissingProblem(GainsightClientOptions options) =>
        options.Credential is null && options.Tenant is null && options.BaseAddress is null
            ? $"There is no connection string '{ConnectionName}', and the section {_path} has no address and no credential. Set ConnectionStrings:{ConnectionName} to {GainsightConnectionString.Expected}, or fill the section."
            : null;
}
