using Gainsight.Client.Emulator;

return await EmulatorCommand.Create().Parse(args).InvokeAsync().ConfigureAwait(false);
