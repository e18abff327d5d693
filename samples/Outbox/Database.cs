namespace Outbox;

/// <summary>The database of the application.</summary>
public static class Database
{
    /// <summary>The variable that holds the connection string.</summary>
    public const string Variable = "GAINSIGHT_SAMPLE_POSTGRES";

    /// <summary>A connection string.</summary>
    public const string Example = "Host=localhost;Username=me;Password=secret;Database=app";

    private const string CreateTable = $"""
        create schema if not exists {OutboxHost.Schema};
        create schema if not exists {OutboxHost.WorkerSchema};
        create table if not exists {OutboxHost.Schema}.customer (
            id int primary key, name text not null, stage text not null, revenue numeric not null, orders int not null);
        """;

    private const string CountPending = $"""
        select (select count(*) from {OutboxHost.Schema}.wolverine_outgoing_envelopes)
            + (select count(*) from {OutboxHost.Schema}.wolverine_queue_gainsight)
            + (select count(*) from {OutboxHost.WorkerSchema}.wolverine_incoming_envelopes where status <> 'Handled')
            + (select count(*) from {OutboxHost.WorkerSchema}.wolverine_dead_letters where replayable)
        """;

    /// <summary>Connects, and creates the table. Wolverine creates its own.</summary>
    /// <exception cref="InvalidOperationException">Says what is wrong, without the password.</exception>
    public static async Task<NpgsqlDataSource> OpenAsync(string connection, CancellationToken cancellationToken)
    {
        NpgsqlConnectionStringBuilder parts;
        try
        {
            parts = new(connection);
            ArgumentException.ThrowIfNullOrEmpty(parts.Host, nameof(parts.Host));
        }
        catch (ArgumentException wrong)
        {
            throw new InvalidOperationException($"{Variable} is not a connection string, such as {Example}. {wrong.Message}");
        }

        var database = NpgsqlDataSource.Create(parts);
        try
        {
            await database.ExecuteAsync(CreateTable, cancellationToken);
            return database;
        }
        catch (NpgsqlException refused)
        {
            await database.DisposeAsync();
            throw new InvalidOperationException(Problem(refused, parts));
        }
    }

    /// <summary>How many messages are on their way: in the outbox, in the queue, or with a worker.</summary>
    public static Task<long> PendingAsync(this NpgsqlDataSource database, CancellationToken cancellationToken) =>
        database.CountAsync(CountPending, cancellationToken);

    public static async Task<long> CountAsync(this NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public static async Task ExecuteAsync(this NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Problem(NpgsqlException refused, NpgsqlConnectionStringBuilder parts)
    {
        var (user, name, server) = (parts.Username, parts.Database ?? parts.Username, $"{parts.Host}:{parts.Port}");
        return refused switch
        {
            PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
                $"The user {user} may not create schemas or tables in {name}. "
                + $"Run as its owner: grant create on database \"{name}\" to \"{user}\"",
            PostgresException { MessageText: var text } => $"PostgreSQL on {server} refuses: {text}. Correct {Variable}.",
            _ => $"PostgreSQL on {server} does not answer: {refused.InnerException?.Message ?? refused.Message}. "
                + $"Start it, or correct {Variable}.",
        };
    }
}
