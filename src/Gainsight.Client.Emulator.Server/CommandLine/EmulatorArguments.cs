using System.CommandLine;
using System.CommandLine.Help;
using System.Net;

namespace Gainsight.Client.Emulator;

/// <summary>The options of <c>gainsight-emulator</c>. <see cref="EmulatorSettings"/> reads them, or the environment variables that stand for them.</summary>
internal sealed class EmulatorArguments
{
    /// <summary>The width of the help, which fits terminals and what a container writes.</summary>
    private const int HelpWidth = 96;

    public Option<ushort> Port { get; } = new("--port")
    {
        Description = "The port to listen on. 0 picks a free port.",
        HelpName = "PORT",
        DefaultValueFactory = _ => 5099,
        CustomParser = ArgumentParsers.Port,
    };

    public Option<IPAddress> Host { get; } = new("--host")
    {
        Description = "The IP address to listen on, or localhost. Other machines can connect unless it is a loopback address: 0.0.0.0 is every address.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = ArgumentParsers.Host,
    };

    public Option<string?> ControlToken { get; } = new("--control-token")
    {
        Description = "The token that the inspector and the control API under /_emulator/ demand. Without it they are served on loopback addresses only.",
        HelpName = "TOKEN",
        CustomParser = ArgumentParsers.NotEmpty,
    };

    public Option<string?> Seed { get; } = new("--seed")
    {
        Description = "A JSON file to load into a new tenant: objects, fields, picklists, users, rows and settings. docs/emulator.md describes it.",
        HelpName = "FILE",
        CustomParser = ArgumentParsers.NotEmpty,
    };

    public Option<string?> Data { get; } = new("--data")
    {
        Description = "A file that keeps the tenant: it is loaded at the start, and saved a second after a change and at the end. Without it, the tenant ends with the tool.",
        HelpName = "FILE",
        CustomParser = ArgumentParsers.NotEmpty,
    };

    public Option<string?> AccessKey { get; } = new("--access-key")
    {
        Description = $"The access key that requests must carry in the Accesskey header. [default: {new GainsightEmulatorOptions().AccessKey}]",
        HelpName = "KEY",
        CustomParser = ArgumentParsers.NotEmpty,
    };

    public Option<string[]> Clients { get; } = Repeated("--client", "ID=SECRET", "Adds a machine-to-machine client, which may request tokens. Repeatable.");

    public Option<string[]> Publishers { get; } = Repeated(
        "--publisher",
        "TOPIC,Secret=…",
        @"Adds an event publisher: its topic, Secret=…, and any number of Event=Name:Version and Contract=…. A comma in a value is written \,. Repeatable.");

    public Option<string?> TenantId { get; } = new("--tenant-id")
    {
        Description = $"The tenant id, which events carry. [default: {new GainsightEmulatorOptions().TenantId}]",
        HelpName = "ID",
        CustomParser = ArgumentParsers.NotEmpty,
    };

    public Option<string[]> Switches { get; } = Repeated(
        "--switch", "Name=Value", "Sets a switch of the tenant, by its name in docs/emulator.md. A wrong name lists all names. Repeatable.");

    public Option<string[]> Limits { get; } = Repeated(
        "--limit", "Name=Value", "Sets a limit of the tenant, such as CallsPerMinute or RecordsPerWrite. A wrong name lists all names. Repeatable.");

    public Option<string[]> Faults { get; } = Repeated(
        "--fault",
        "Kind,Name=Value,…",
        @"Adds a fault: its kind and its properties. Durations are seconds or hh:mm:ss. A comma in a value is written \,. A wrong name lists all names. Repeatable.");

    public Option<string?> Clock { get; } = new("--clock")
    {
        Description = "How far the tenant's clock is ahead (-00:05:00 is behind), or the time at which it starts (2027-01-01T00:00:00Z). [default: 0]",
        HelpName = "OFFSET|TIME",
        CustomParser = ArgumentParsers.NotEmpty,
    };

    public Option<int?> RandomSeed { get; } = new("--random-seed")
    {
        Description = $"The seed of GSIDs, request ids and the chances of faults. The same seed gives the same run. [default: {new GainsightEmulatorOptions().Seed}]",
        HelpName = "NUMBER",
    };

    public Option<RequestLogLevel?> Log { get; } = new("--log")
    {
        Description = "Which requests to print: All, Errors (refused, cut or hit by a fault) or Off. [default: All]",
        HelpName = "All|Errors|Off",
        CustomParser = ArgumentParsers.Level,
    };

    /// <summary>Every option that an environment variable can stand for, in the order of the help.</summary>
    public IReadOnlyList<Option> All =>
    [
        Port, Host, ControlToken, Seed, Data, AccessKey, Clients, Publishers, TenantId, Switches, Limits, Faults, Clock, RandomSeed, Log,
    ];

    /// <summary>A plain command, because the name of a root command is that of its assembly, which nobody types.</summary>
    public Command ToCommand(string name, string description)
    {
        var command = new Command(name, description) { new HelpOption { Action = new HelpAction { MaxWidth = HelpWidth } }, new VersionOption() };
        foreach (var option in All)
        {
            command.Add(option);
        }

        return command;
    }

    private static Option<string[]> Repeated(string name, string form, string description) =>
        new(name) { Description = description, HelpName = form, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
}
