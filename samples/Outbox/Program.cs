using System.Globalization;
using Outbox;

// Exit codes: 0 done, 1 failed (the reason is on the error output), 2 no database is named.
var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
if (string.IsNullOrWhiteSpace(configuration[Database.Variable]))
{
    await Console.Error.WriteLineAsync(
        $"Set {Database.Variable} to the connection string of a PostgreSQL database, such as {Database.Example}.");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) => (pressed.Cancel, _) = (true, stop.CancelAsync());
try
{
    await using var database = await Database.OpenAsync(configuration[Database.Variable]!, stop.Token);
    switch (args)
    {
        case ["publish", var count, var seed]:
            using (var application = OutboxHost.BuildApplication(configuration))
            {
                await application.StartAsync(stop.Token);
                await Traffic.RunAsync(application, Number(count), Number(seed), stop.Token);

                // What a killed process left.
                while (await database.CountAsync($"select count(*) from {OutboxHost.Schema}.wolverine_outgoing_envelopes", stop.Token) > 0)
                {
                    await Task.Delay(100, stop.Token);
                }

                await application.StopAsync(stop.Token);
            }

            return 0;
        case ["drain", "--yes"]:
            using (var worker = OutboxHost.BuildWorker(configuration, emulator: null))
            {
                await worker.RunAsync(stop.Token);
            }

            return 0;
        case []:
            return await Demonstration.RunAsync(configuration, database, stop.Token) ? 0 : 1;
        default:
            throw new ArgumentException("Commands: publish COUNT SEED; drain --yes, which writes to the tenant of Gainsight__BaseAddress. "
                + "Without a command: a demonstration on the emulator.");
    }
}
catch (Exception failure) when (failure is InvalidOperationException or ArgumentException or FormatException or OverflowException
    or OperationCanceledException or OptionsValidationException)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
