using System.CommandLine;
using System.Text.Json.Nodes;

namespace Gainsight.Client.Tool;

/// <summary>The command <c>gainsight profile</c>: tenants and their keys, in a file that only its owner can read.</summary>
internal static class ProfileCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="host">The surroundings.</param>
    /// <returns>The command.</returns>
    public static Command Create(ToolHost host)
    {
        var file = new ProfileFile(host.ProfileFile);
        return new Command("profile", "Keeps tenants and their keys in a file that only you can read.") { Add(host, file), List(host, file), Remove(host, file) };
    }

    private static NotedCommand Add(ToolHost host, ProfileFile file)
    {
        var name = new Argument<string>("NAME") { Description = "The name of the profile, such as acme." };
        var extra = new Argument<string[]>("extra") { Hidden = true, Arity = ArgumentArity.ZeroOrMore };
        var address = new Option<string>("--address") { Description = "The tenant's address, such as https://acme.gainsightcloud.com.", Required = true };
        var clientId = new Option<string?>("--client-id") { Description = "The OAuth API key of an M2M client. The secret is then asked for, in place of an access key." };
        var replace = new Option<bool>("--replace") { Description = "Replaces a profile of the same name." };
        var command = new NotedCommand("add", "Adds a profile. The access key is asked for and not shown, or read from the input.", """
            Examples:
              gainsight profile add acme --address https://acme.gainsightcloud.com
              pass show acme | gainsight profile add acme --address https://cs.example.com
            """) { name, extra, address, clientId, replace };
        command.Run(host, async (parsed, _) =>
        {
            if (parsed.GetValue(extra) is { Length: > 0 })
            {
                throw new ToolException("A profile has one name. A key is not given as an argument, because everyone on this machine can see it: the command asks for it. If what you typed was a real key, replace it in Gainsight.");
            }

            var profile = parsed.GetRequiredValue(name);
            CheckName(profile);
            var profiles = file.Read();
            if (profiles.ContainsKey(profile) && !parsed.GetValue(replace))
            {
                throw new ToolException($"There is a profile '{profile}' already. Add --replace to replace it.");
            }

            var id = parsed.GetValue(clientId);
            var secret = host.ReadSecret(id is null ? "Access key" : "OAuth API secret")?.Trim();
            if (string.IsNullOrEmpty(secret))
            {
                throw new ToolException("No key was given. Nothing was saved.");
            }

            var settings = new JsonObject { ["BaseAddress"] = parsed.GetRequiredValue(address) };
            foreach ((var key, var value) in id is null ? [("AccessKey", secret)] : new[] { ("ClientId", id), ("ClientSecret", secret) })
            {
                settings[key] = value;
            }

            profiles[profile] = settings;
            TenantConnection.Check(profiles, profile);
            file.Write(profiles);
            await host.Output.WriteLineAsync($"Saved '{profile}' in {file.Path}. Try it: gainsight doctor --profile {profile}").ConfigureAwait(false);
            return ExitCode.Success;
        });
        return command;
    }

    private static Command List(ToolHost host, ProfileFile file)
    {
        var command = new Command("list", "Lists the profiles and their addresses, without keys.");
        command.Run(host, async (_, _) =>
        {
            foreach ((var name, var settings) in file.Read().OrderBy(profile => profile.Key, StringComparer.Ordinal))
            {
                await host.Output.WriteLineAsync($"{name}\t{(settings!["BaseAddress"] ?? settings["Tenant"])?.ToString()}").ConfigureAwait(false);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static Command Remove(ToolHost host, ProfileFile file)
    {
        var name = new Argument<string>("NAME") { Description = "The name of the profile." };
        var command = new Command("remove", "Removes a profile with its key.") { name };
        command.Run(host, async (parsed, _) =>
        {
            var profile = parsed.GetRequiredValue(name);
            var profiles = file.Read();
            if (!profiles.Remove(profile))
            {
                throw new ToolException(TenantConnection.Unknown(profile, profiles));
            }

            file.Write(profiles);
            await host.Output.WriteLineAsync($"Removed '{profile}'.").ConfigureAwait(false);
            return ExitCode.Success;
        });
        return command;
    }

    private static void CheckName(string name)
    {
        if (name.Length == 0 || !name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.'))
        {
            throw new ToolException("The name of a profile has letters, digits, and the characters - _ and . only.");
        }
    }
}
