using System.Runtime.InteropServices;
using Gainsight.Client.Tool;

// The first signal asks the command to stop and to tell how far it came. The second one ends the process.
using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await ToolCommand.RunAsync(args, ToolHost.OfProcess(), stop.Token).ConfigureAwait(false);

void Stop(PosixSignalContext context)
{
    context.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
