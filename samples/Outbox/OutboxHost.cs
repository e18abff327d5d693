using Wolverine.ErrorHandling;
using Wolverine.Persistence.Durability;
using Wolverine.Postgresql;
using Wolverine.Transports;

namespace Outbox;

/// <summary>The processes: applications and workers. Start as many of each as you like.</summary>
public static class OutboxHost
{
    /// <summary>The schema of the application: its table, its outbox and the queue.</summary>
    public const string Schema = "outbox";

    /// <summary>The schema of the workers: their inbox and dead letters.</summary>
    /// <remarks>What a killed process leaves is handled by others of the same schema.</remarks>
    public const string WorkerSchema = "outbox_worker";

    private const string Queue = "gainsight";

    public static IHost BuildApplication(IConfiguration configuration) => Build(configuration, Schema, (services, wolverine) =>
    {
        services.AddSingleton<Customers>();
        wolverine.PublishMessage<CustomerChanged>().ToPostgresqlQueue(Queue);
    });

    public static IHost BuildWorker(IConfiguration configuration, Func<HttpMessageHandler>? emulator) =>
        Build(configuration, WorkerSchema, (services, wolverine) =>
    {
        var client = services.AddGainsightClient(configuration.GetSection("Gainsight"));
        _ = emulator is null ? client : client.ConfigurePrimaryHttpMessageHandler(emulator);
        var settleDelay = configuration.GetValue("SettleDelay", TimeSpan.FromSeconds(5));
        services.AddSingleton(new WriteOptions { Lane = RequestLane.Bulk, SettleDelay = settleDelay });
        services.AddSingleton<IDeadLetterInterceptor, RefusedCustomers>();
        wolverine.UseRuntimeCompilation();
        wolverine.Discovery.IncludeType(typeof(CustomerChangedHandler));

        // A worker has about 200 messages in hand, and leaves the rest to other workers.
        wolverine.ListenToPostgresqlQueue(Queue).MaximumMessagesToReceive(50).PollingInterval(TimeSpan.FromMilliseconds(250))
            .UseDurableInbox(new BufferingLimits(200, 50));

        // Sequential: one call at a time. While it is tried again, the others wait.
        wolverine.BatchMessagesOf<CustomerChanged>(batch =>
        {
            batch.BatchSize = 50;
            batch.TriggerTime = TimeSpan.FromSeconds(1);
            batch.CoalesceBy((CustomerChanged change) => change.Id);
        }).Sequential();

        // Rows are unknown. An insert whose answer is lost may be carried out later.
        // If it is sent again before that, the tenant has two rows.
        wolverine.OnException<WriteFailedException>().Or<WriteCanceledException>()
            .ScheduleRetryIndefinitely(DeadAfter(configuration));

        // The tenant or the database is away, the key is refused, the quota of the day is used up.
        wolverine.OnAnyException().RetryWithCooldown(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30))
            .Then.ScheduleRetryIndefinitely(TimeSpan.FromMinutes(1));

        // Calls may wait for their quota.
        wolverine.DefaultExecutionTimeout = TimeSpan.FromMinutes(10);
    });

    private static IHost Build(IConfiguration configuration, string schema, Action<IServiceCollection, WolverineOptions> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true)
            .SetMinimumLevel(configuration.GetValue("LogLevel", LogLevel.Warning));
        var connection = configuration[Database.Variable]!;
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connection));
        builder.UseWolverine(wolverine =>
        {
            wolverine.ApplicationAssembly = typeof(OutboxHost).Assembly;
            wolverine.Discovery.DisableConventionalDiscovery();
            wolverine.UsePostgresqlPersistenceAndTransport(connection, schema, transportSchema: Schema).AutoProvision();
            configure(builder.Services, wolverine);

            var durability = wolverine.Durability;
            durability.StaleNodeTimeout = DeadAfter(configuration);
            var interval = TimeSpan.FromSeconds(Math.Min(5, durability.StaleNodeTimeout.TotalSeconds / 5));
            durability.HealthCheckPollingTime = interval;
            durability.ScheduledJobPollingTime = interval;
            durability.OrphanedMessageSweepPollingTime = interval;
        });
        return builder.Build();
    }

    /// <summary>How long the messages of a killed process wait before others handle them.</summary>
    /// <remarks>The calls that it sent must have ended by then.</remarks>
    private static TimeSpan DeadAfter(IConfiguration configuration) =>
        configuration.GetValue("DeadAfter", TimeSpan.FromMinutes(2));
}
