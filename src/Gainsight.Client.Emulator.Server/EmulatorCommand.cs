using System.CommandLine;
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
    private const int DefaultPort = 5099;

    public static RootCommand Create()
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
        var command = new RootCommand("Serves a Gainsight Customer Success (NXT) tenant from memory, for development and tests.")
        {
            port, host, key, seed,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.InvocationConfiguration,
            new GainsightEmulatorOptions { AccessKey = parsed.GetRequiredValue(key) },
            new IPEndPoint(parsed.GetRequiredValue(host), parsed.GetRequiredValue(port)),
            parsed.GetValue(seed),
            cancellationToken));
        return command;
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
        InvocationConfiguration console, GainsightEmulatorOptions options, IPEndPoint endpoint, FileInfo? seed, CancellationToken cancellationToken)
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
            if (seed is not null)
            {
                emulator.Load(await File.ReadAllTextAsync(seed.FullName, cancellationToken).ConfigureAwait(false));
            }

            var server = await EmulatorServer.StartAsync(emulator, endpoint.Port, endpoint.Address, cancellationToken).ConfigureAwait(false);
            await using (server.ConfigureAwait(false))
            {
                await console.Output.WriteLineAsync($"Listening on {server.BaseAddress}").ConfigureAwait(false);
                await console.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
                await end.Task.ConfigureAwait(false);
            }

            return 0;
        }
        catch (SocketException exception)
        {
            await console.Error.WriteLineAsync($"Cannot listen on {endpoint}: {exception.Message}").ConfigureAwait(false);
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
