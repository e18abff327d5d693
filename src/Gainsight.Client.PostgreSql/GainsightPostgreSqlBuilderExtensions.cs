using System.Diagnostics.CodeAnalysis;
using Gainsight.Client;
using Npgsql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets the hosts of a tenant share its quota in PostgreSQL.</summary>
public static class GainsightPostgreSqlBuilderExtensions
{
    /// <summary>Counts the calls of the client together with those of other hosts, in the <see cref="NpgsqlDataSource"/> of the container.</summary>
    /// <param name="builder">The builder that <c>AddGainsightClient</c> or <c>AddGainsightClientFactory</c> returned.</param>
    /// <param name="createTables">Whether the store runs <see cref="PostgreSqlQuotaStore.Schema"/> before its first statement. Otherwise run <c>Quota.sql</c> of the package.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The builder belongs to another HTTP client, or the client already has a store.</exception>
    public static IHttpClientBuilder UsePostgreSqlQuota(this IHttpClientBuilder builder, bool createTables) => builder.UseQuotaStore(services =>
        services.GetService<NpgsqlDataSource>() is { } database
            ? new PostgreSqlQuotaStore(database, createTables)
            : throw new InvalidOperationException(
                "UsePostgreSqlQuota needs a database. Register an NpgsqlDataSource, such as services.AddNpgsqlDataSource(connectionString), or call UsePostgreSqlQuota(connectionString, createTables)."));

    /// <summary>The same without creating the tables: run <c>Quota.sql</c> of the package before.</summary>
    /// <param name="builder">The builder that <c>AddGainsightClient</c> or <c>AddGainsightClientFactory</c> returned.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The builder belongs to another HTTP client, or the client already has a store.</exception>
    public static IHttpClientBuilder UsePostgreSqlQuota(this IHttpClientBuilder builder) => builder.UsePostgreSqlQuota(createTables: false);

    /// <summary>Counts the calls of the client together with those of other hosts, in a database.</summary>
    /// <param name="builder">The builder that <c>AddGainsightClient</c> or <c>AddGainsightClientFactory</c> returned.</param>
    /// <param name="connectionString">The connection string of Npgsql, such as <c>Host=localhost;Username=app;Password=…;Database=app</c>.</param>
    /// <param name="createTables">Whether the store runs <see cref="PostgreSqlQuotaStore.Schema"/> before its first statement.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The connection string cannot be used, the builder belongs to another HTTP client, or the client already has a store.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The container disposes the store.")]
    public static IHttpClientBuilder UsePostgreSqlQuota(this IHttpClientBuilder builder, string connectionString, bool createTables)
    {
        // Here, so that a connection string that cannot be used is found when the application starts.
        PostgreSqlQuotaStore store = new(connectionString, createTables);
        return builder.UseQuotaStore(_ => store);
    }
}
