using System.CommandLine;
using Gainsight.Client.Emulator;

return await EmulatorCommand.Create().Parse(args)
    .InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null }).ConfigureAwait(false);
