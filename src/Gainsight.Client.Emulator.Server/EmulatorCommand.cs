using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The command line of <c>gainsight-emulator</c>.</summary>
internal static class EmulatorCommand
{
    private const string Name = "gainsight-emulator";
    private const int DefaultPort = 5099;

    private const string Description = """
        Serves a Gainsight Customer Success (NXT) tenant from memory, for development and tests.

        Examples:
          gainsight-emulator --port 5099 --access-key demo --seed tenant.json
          gainsight-emulator --switch PageCap=250 --switch Dates=EpochMilliseconds --limit CallsPerMinute=1000
          gainsight-emulator --fault CutAfterCommit,Operation=record.insert,Probability=0.05,Seed=7
          gainsight-emulator --fault LateCommit,Object=Company,Delay=60,CommitDelay=90,Count=3
          gainsight-emulator --fault "Respond,Status=403,BodyContains=DROP TABLE"
        """;

    /// <summary>A plain command, because the name of a root command is that of its assembly, which nobody types.</summary>
    public static Command Create()
    {
        var defaults = new GainsightEmulatorOptions();
        var port = new Option<int>("--port")
        {
            Description = "The port to listen on. 0 picks a free port.",
            DefaultValueFactory = _ => DefaultPort,
            CustomParser = ParsePort,
        };
        var host = new Option<IPAddress>("--host")
        {
            Description = "The address to listen on. Other machines can connect unless it is a loopback address.",
            DefaultValueFactory = _ => IPAddress.Loopback,
            CustomParser = ParseHost,
        };
        var controlToken = new Option<string>("--control-token")
        {
            Description = "The token that /_emulator/ demands. Without it, /_emulator/ is served on loopback addresses only.",
        };
        var key = new Option<string>("--access-key")
        {
            Description = "The access key that requests must carry in the Accesskey header.",
            DefaultValueFactory = _ => defaults.AccessKey,
        };
        var seed = new Option<FileInfo?>("--seed")
        {
            Description = """
                A JSON file to load into the tenant, for example {"objects":[{"name":"Contract__gc","fields":[{"name":"Value__gc","type":"CURRENCY"}]}],
                "picklists":{"Company.Stage":["Paused"]}, "users":[{"Name":"Ada","Email":"ada@example.com","IsActiveUser":true}],
                "rows":{"Company":[{"Name":"Acme","Csm":{"Email":"ada@example.com"}}]}}. All sections are optional.
                """,
        };
        var randomSeed = new Option<int>("--random-seed")
        {
            Description = "The seed of GSIDs, request ids and the chances of faults. The same seed gives the same run.",
            DefaultValueFactory = _ => defaults.Seed,
        };
        var switches = Repeated("--switch", "Name=Value", "Sets a switch of the tenant, by its name in docs/emulator.md. A wrong name lists all names. Repeatable.");
        var limits = Repeated("--limit", "Name=Value", "Sets a limit of the tenant, such as CallsPerMinute or RecordsPerWrite. A wrong name lists all names. Repeatable.");
        var faults = Repeated(
            "--fault",
            "Kind,Name=Value,…",
            "Adds a fault: its kind and its properties. Durations are seconds or hh:mm:ss. A comma in a value is written \\,. A wrong name lists all names. Repeatable.");
        var command = new Command(Name, Description)
        {
            port, host, controlToken, key, seed, randomSeed, switches, limits, faults, new HelpOption(), new VersionOption(),
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.InvocationConfiguration,
            new GainsightEmulatorOptions { AccessKey = parsed.GetRequiredValue(key), Seed = parsed.GetValue(randomSeed) },
            new ServerOptions
            {
                Port = parsed.GetRequiredValue(port),
                Host = parsed.GetRequiredValue(host),
                ControlToken = parsed.GetValue(controlToken),
                PrepareAsync = async emulator =>
                {
                    await LoadAsync(emulator, parsed.GetValue(seed), cancellationToken).ConfigureAwait(false);
                    Apply(emulator, parsed.GetValue(switches), parsed.GetValue(limits), parsed.GetValue(faults));
                },
            },
            cancellationToken));
        return command;
    }

    private static Option<string[]> Repeated(string name, string form, string description) =>
        new(name) { Description = description, HelpName = form, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };

    private static async Task LoadAsync(GainsightEmulator emulator, FileInfo? seed, CancellationToken cancellationToken)
    {
        if (seed is null)
        {
            return;
        }

        var json = await File.ReadAllTextAsync(seed.FullName, cancellationToken).ConfigureAwait(false);
        try
        {
            emulator.Load(json);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new ArgumentException($"{seed.Name}: {exception.Message}", exception);
        }
    }

    private static void Apply(GainsightEmulator emulator, string[]? switches, string[]? limits, string[]? faults)
    {
        foreach (var text in switches ?? [])
        {
            (var name, var value) = FaultText.Pair(text, "switch");
            SettingText.Set(emulator.Switches, "switch", name, value);
        }

        foreach (var text in limits ?? [])
        {
            (var name, var value) = FaultText.Pair(text, "limit");
            SettingText.Set(emulator.Limits, "limit", name, value);
        }

        foreach (var text in faults ?? [])
        {
            _ = emulator.Faults.Add(FaultText.Parse(text));
        }
    }

    private static int ParsePort(ArgumentResult result)
    {
        if (!ushort.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            result.AddError("The port must be a number from 0 to 65535.");
        }

        return port;
    }

    private static IPAddress? ParseHost(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text == "localhost")
        {
            return IPAddress.Loopback;
        }

        if (!IPAddress.TryParse(text, out var address))
        {
            result.AddError("The host must be an IP address or localhost.");
        }

        return address;
    }

    private static async Task<int> RunAsync(
        InvocationConfiguration console,
        GainsightEmulatorOptions options,
        ServerOptions server,
        CancellationToken cancellationToken)
    {
        // The library starts to listen for signals only after the first wait, and forces an exit that takes too long. A signal sent as soon as the
        // line below appears could arrive before that.
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = EndOn(PosixSignal.SIGINT, end);
        using var terminate = EndOn(PosixSignal.SIGTERM, end);
        using var cancellation = cancellationToken.Register(() => end.TrySetResult());
        using var emulator = new GainsightEmulator(options);
        try
        {
            await server.PrepareAsync!(emulator).ConfigureAwait(false);
            var running = await EmulatorServer.StartAsync(emulator, server, cancellationToken).ConfigureAwait(false);
            await using (running.ConfigureAwait(false))
            {
                var inspector = server.HasControl ? $"{Environment.NewLine}Inspector: {running.InspectorAddress}" : "";
                await console.Output.WriteLineAsync($"Listening on {running.BaseAddress}{inspector}").ConfigureAwait(false);

                await console.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
                await end.Task.ConfigureAwait(false);
            }

            return 0;
        }
        catch (SocketException exception)
        {
            await console.Error.WriteLineAsync($"Cannot listen on {new IPEndPoint(server.Host, server.Port)}: {exception.Message}").ConfigureAwait(false);
            return 1;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            await console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return 1;
        }
    }

    /// <summary>Ctrl-C is the intended way to stop the tool, so it is not a failure.</summary>
    private static PosixSignalRegistration EndOn(PosixSignal signal, TaskCompletionSource end) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        _ = end.TrySetResult();
    });
}
