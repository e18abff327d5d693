using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.Connections;

namespace Gainsight.Client.Emulator;

/// <summary>The command <c>gainsight-emulator</c>: it serves a tenant until it is stopped.</summary>
internal static class EmulatorCommand
{
    private const string Name = "gainsight-emulator";

    private const string Description = """
        Serves a Gainsight Customer Success (NXT) tenant, for development and tests.

        Examples:
          gainsight-emulator --port 5099 --access-key demo --seed tenant.json
          gainsight-emulator --data tenant-state.json --log Errors
          gainsight-emulator --switch PageCap=250 --limit CallsPerMinute=1000
          gainsight-emulator --client my-id=my-secret --clock 2027-01-01T00:00:00Z
          gainsight-emulator --publisher "Usage,Secret=s3cret,Event=Login:v01"
          gainsight-emulator --fault CutAfterCommit,Operation=record.insert,Probability=0.05
          gainsight-emulator --fault LateCommit,Object=Company,Delay=60,CommitDelay=90,Count=3
          gainsight-emulator --fault "Respond,Status=403,BodyContains=DROP TABLE"
          gainsight-emulator --host 0.0.0.0 --control-token $TOKEN

        Each option has an environment variable, such as GAINSIGHT_EMULATOR_ACCESS_KEY. Values of
        repeatable options are separated by ; there. The command line comes before the environment,
        and the environment before the seed.
        """;

    /// <param name="environment">The environment variables. Default: those of the process.</param>
    public static Command Create(EmulatorEnvironment? environment = null)
    {
        var arguments = new EmulatorArguments();
        var command = arguments.ToCommand(Name, Description);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.InvocationConfiguration, () => new EmulatorSettings(parsed, arguments, environment ?? EmulatorEnvironment.Process), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(InvocationConfiguration console, Func<EmulatorSettings> read, CancellationToken cancellationToken)
    {
        // The library starts to listen for signals only after the first wait, and forces an exit that takes too long. A signal sent as soon as the
        // first line appears could arrive before that.
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = EndOn(PosixSignal.SIGINT, end);
        using var terminate = EndOn(PosixSignal.SIGTERM, end);
        using var cancellation = cancellationToken.Register(() => end.TrySetResult());
        try
        {
            return await ServeAsync(console, read(), end.Task, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            await console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return 1;
        }
    }

    private static async Task<int> ServeAsync(InvocationConfiguration console, EmulatorSettings settings, Task end, CancellationToken cancellationToken)
    {
        using var state = settings.Data is { } path ? StateFile.Open(path) : null;
        using var emulator = TenantStart.Create(settings, state, out var note);
        var saver = state is null ? null : new StateSaver(state, emulator, console.Error);
        saver?.SaveFirst();
        var options = settings.Server with
        {
            PrepareAsync = tenant =>
            {
                TenantStart.Prepare(tenant, settings);
                return Task.CompletedTask;
            },
        };
        var server = await ListenAsync(emulator, options, cancellationToken).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            await StartText.WriteAsync(console, server.BaseAddress, emulator, settings, note).ConfigureAwait(false);
            var printer = new RequestPrinter(emulator.Pipeline, console.Output);
            await using (printer.ConfigureAwait(false))
            {
                var saving = saver?.RunAsync(end) ?? Task.CompletedTask;
                await end.ConfigureAwait(false);
                await saving.ConfigureAwait(false);
            }
        }

        // No request can change the tenant any more.
        return saver?.SaveLast() == false ? 1 : 0;
    }

    private static async Task<EmulatorServer> ListenAsync(GainsightEmulator emulator, ServerOptions options, CancellationToken cancellationToken)
    {
        var endpoint = new IPEndPoint(options.Host, options.Port);
        try
        {
            return await EmulatorServer.StartAsync(emulator, options, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new IOException($"Cannot listen on {endpoint}: the port is in use. Choose another one with --port (0 picks a free one), or stop what uses it.", exception);
        }
        catch (SocketException exception)
        {
            throw new IOException($"Cannot listen on {endpoint}: {exception.Message}. Check --host and --port.", exception);
        }
    }

    /// <summary>Ctrl-C is the intended way to stop the tool, so it is not a failure.</summary>
    private static PosixSignalRegistration EndOn(PosixSignal signal, TaskCompletionSource end) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        _ = end.TrySetResult();
    });
}
