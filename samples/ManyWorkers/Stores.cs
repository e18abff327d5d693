using Gainsight.Client;

namespace ManyWorkers;

/// <summary>Where the workers count their calls together.</summary>
internal static class Stores
{
    private static readonly string? Redis = Variable("ConnectionStrings__redis");
    private static readonly string? Postgres = Variable("ConnectionStrings__postgres");

    public static string? Name => Redis is not null ? "Redis" : Postgres is not null ? "PostgreSQL" : null;

    public static IQuotaStore? OfEnvironment() =>
        Redis is not null ? new RedisQuotaStore(Redis)
        : Postgres is not null ? new PostgreSqlQuotaStore(Postgres, createTables: true)
        : null;

    /// <summary>Finds a connection string that cannot be used before the workers start.</summary>
    /// <exception cref="ArgumentException">It cannot be used.</exception>
    public static void Check() => (OfEnvironment() as IDisposable)?.Dispose();

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    /// <summary>The store as one host has it. Clients of a process that have the same store object are one host.</summary>
    public sealed class HostView(IQuotaStore store) : IQuotaStore
    {
        public ValueTask<QuotaGrant> TakeAsync(QuotaRequest request, CancellationToken cancellationToken = default) =>
            store.TakeAsync(request, cancellationToken);

        public ValueTask CloseAsync(
            string tenant, string bucket, DateTimeOffset until, TimeSpan duration, CancellationToken cancellationToken = default) =>
            store.CloseAsync(tenant, bucket, until, duration, cancellationToken);

        public ValueTask<IAsyncDisposable> ListenAsync(
            string tenant, Action<QuotaNotice> listener, CancellationToken cancellationToken = default) =>
            store.ListenAsync(tenant, listener, cancellationToken);
    }
}
