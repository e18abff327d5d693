using System.CommandLine;

namespace Gainsight.Client.Tool;

/// <summary>The options of every command that needs a tenant.</summary>
internal sealed class TenantArguments
{
    private readonly Option<string?> _profile = new("--profile") { HelpName = "NAME", Description = "The profile to use. Default: the environment." };

    private readonly Option<string?> _userSecrets = new("--user-secrets")
    {
        HelpName = "ID",
        Description = "The UserSecretsId of a .NET project. Its section Gainsight is used.",
    };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Add(_profile);
        command.Add(_userSecrets);
        command.Validators.Add(result =>
        {
            // Not their values: an option without one has none to ask for.
            if (result.GetResult(_profile) is not null && result.GetResult(_userSecrets) is not null)
            {
                result.AddError("Give --profile or --user-secrets, not both.");
            }
        });
    }

    /// <summary>Connects to the tenant. This costs no call.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="host">The surroundings.</param>
    /// <param name="configure">Changes the options of the client, or null.</param>
    /// <param name="handlers">Create the handlers that see every attempt, the outer one first.</param>
    /// <returns>The connection, which the caller disposes.</returns>
    /// <exception cref="ToolException">No tenant is named, or its settings cannot be used.</exception>
    public TenantConnection Connect(
        ParseResult parsed, ToolHost host, Action<GainsightClientOptions>? configure = null, params Func<DelegatingHandler>[] handlers) =>
        TenantConnection.Open(TenantConnection.Section(host, parsed.GetValue(_profile), parsed.GetValue(_userSecrets)), host, configure, handlers);
}
