using Npgsql;

namespace Gainsight.Client;

/// <summary>What is wrong with PostgreSQL, and what to do.</summary>
internal static class PostgreSqlQuotaProblem
{
    private const string Refused = "The database refuses the user or password. Check those of the connection string.";

    private const string Away = "PostgreSQL cannot be reached. Check that the server runs, and the host, port and TLS setting of the connection string.";

    /// <summary>The problem behind an exception, or null for one that the library of PostgreSQL does not throw.</summary>
    public static string? Of(Exception exception) => exception switch
    {
        NpgsqlException { SqlState: { } state } => OfState(state),
        NpgsqlException when exception.Message.StartsWith("No password", StringComparison.Ordinal) => Refused,
        NpgsqlException when exception.Message.StartsWith("The connection pool has been exhausted", StringComparison.Ordinal) =>
            "The connection pool of the application has no connection left for the quota. Raise Maximum Pool Size, or give the quota a connection string of its own.",
        NpgsqlException or TimeoutException or OperationCanceledException => Away,
        ObjectDisposedException => "The data source of PostgreSQL was disposed. Dispose the clients before it.",
        _ => null,
    };

    private static string OfState(string state) => state switch
    {
        PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.UndefinedTable =>
            "The database has no tables for the quota, or those of another version. Run Quota.sql of the package Gainsight.Client.PostgreSql, or set createTables, and give all hosts the same version of the package.",
        PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidColumnReference or PostgresErrorCodes.InvalidFunctionDefinition =>
            "The tables or the function of the quota in the database have another version. Give all hosts the same version of Gainsight.Client.PostgreSql, and run its Quota.sql in a schema without older tables.",
        PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.InvalidSchemaName =>
            "The user of the database may not use the tables of the quota, or the schema in which they are. Grant usage of the schema and what Quota.sql of the package names, or let another user create them.",
        PostgresErrorCodes.ReadOnlySqlTransaction => "The database is read-only. Connect to the primary server.",
        PostgresErrorCodes.SerializationFailure => "The isolation of transactions is stricter than the quota allows. Set default_transaction_isolation to 'read committed' for the user of the quota.",
        PostgresErrorCodes.LockNotAvailable => "Another transaction locks the tables of the quota, which the package upgrades. It tries again. If this stays, end that transaction: pg_stat_activity names it.",
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => Refused,
        PostgresErrorCodes.InvalidCatalogName => "The server has no such database. Check the database of the connection string.",
        PostgresErrorCodes.TooManyConnections => "The server has no connection left. Raise max_connections, or lower the pool sizes of its clients.",
        ['5', '3', ..] => "The server has no memory or disk space left.",
        ['5', '7', 'P', ..] or ['0', '8', ..] => Away,
        _ => $"PostgreSQL refuses the statement of the quota (SQLSTATE {state}). The log of the server says why. It must be PostgreSQL 12 or newer.",
    };
}
