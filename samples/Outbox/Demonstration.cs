using Gainsight.Client.Emulator;

namespace Outbox;

/// <summary>An application, a worker and an emulated tenant in one process.</summary>
public static class Demonstration
{
    /// <summary>Returns whether every customer became a company.</summary>
    public static async Task<bool> RunAsync(IConfiguration configuration, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        using var emulator = new GainsightEmulator();
        var tenant = Path.Combine(AppContext.BaseDirectory, "Outbox.Data", "tenant.json");
        emulator.Load(await File.ReadAllTextAsync(tenant, cancellationToken));
        configuration["Gainsight:BaseAddress"] = $"{emulator.BaseAddress}";
        configuration["Gainsight:AccessKey"] = emulator.AccessKey;
        configuration["LogLevel"] = nameof(LogLevel.Critical);
        configuration["DeadAfter"] = "00:00:05";
        configuration["SettleDelay"] = "00:00:01";
        using var application = OutboxHost.BuildApplication(configuration);
        using var worker = OutboxHost.BuildWorker(configuration, emulator.CreateHandler);
        await Task.WhenAll(application.StartAsync(cancellationToken), worker.StartAsync(cancellationToken));

        await database.ExecuteAsync(
            $"truncate {OutboxHost.Schema}.customer, {OutboxHost.WorkerSchema}.wolverine_dead_letters", cancellationToken);
        await Traffic.RunAsync(application, count: 400, seed: 1, cancellationToken);
        await WaitAsync();
        Console.WriteLine("The tenant learns the stage Orbiting, and the dead letters are replayed.");
        emulator.Load("""{ "picklists": { "Company.Stage": [ "Orbiting" ] } }""");
        await database.ExecuteAsync($"update {OutboxHost.WorkerSchema}.wolverine_dead_letters set replayable = true", cancellationToken);
        var isComplete = await WaitAsync();
        await Task.WhenAll(application.StopAsync(cancellationToken), worker.StopAsync(cancellationToken));
        return isComplete;

        async Task<bool> WaitAsync()
        {
            while (await database.PendingAsync(cancellationToken) > 0)
            {
                await Task.Delay(100, cancellationToken);
            }

            var customers = await database.CountAsync($"select count(*) from {OutboxHost.Schema}.customer", cancellationToken);
            var companies = emulator.Object("Company").Count;
            Console.WriteLine($"{customers} customers in the database, {companies} companies in the tenant.");
            await using var command = database.CreateCommand(
                $"select count(*), exception_message from {OutboxHost.WorkerSchema}.wolverine_dead_letters group by 2");
            await using var letters = await command.ExecuteReaderAsync(cancellationToken);
            while (await letters.ReadAsync(cancellationToken))
            {
                Console.WriteLine($"{letters.GetInt64(0)} dead letters: {letters.GetString(1)}");
            }

            return customers == companies;
        }
    }
}
