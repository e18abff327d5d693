using Gainsight.Client;
using QuickStart;

if (!Settings.TryRead(args, Environment.GetEnvironmentVariable, out var settings, out var problem))
{
    await Console.Error.WriteLineAsync(problem);
    return ExitCode.Usage;
}

var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl-C cancels the work, a second one ends the process.
    pressed.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};

try
{
    Screen.Prepare();
    using var tenant = TargetTenant.Open(settings);
    return tenant.IsEmulator || await Consent.IsGivenAsync(tenant, settings, stop.Token)
        ? await new Tour(tenant).RunAsync(stop.Token)
        : ExitCode.Usage;
}
catch (ArgumentException unusable)
{
    await Console.Error.WriteLineAsync(unusable.Message);
    return ExitCode.Usage;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Cancelled.");
    return ExitCode.Canceled;
}
catch (GainsightException failure)
{
    await Console.Error.WriteLineAsync($"{failure.GetType().Name}: {failure.Message}");
    return ExitCode.Failed;
}
