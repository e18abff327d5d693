using System.Diagnostics.CodeAnalysis;
using Gainsight.Client;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets the hosts of a tenant share its quota in Redis.</summary>
public static class GainsightRedisBuilderExtensions
{
    /// <summary>Counts the calls of the client together with those of other hosts, on the <see cref="IConnectionMultiplexer"/> of the container.</summary>
    /// <param name="builder">The builder that <c>AddGainsightClient</c> or <c>AddGainsightClientFactory</c> returned.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The builder belongs to another HTTP client, or the client already has a store.</exception>
    public static IHttpClientBuilder UseRedisQuota(this IHttpClientBuilder builder) => builder.UseQuotaStore(services =>
    {
        if (services.GetService<IServiceProviderIsService>()?.IsService(typeof(IConnectionMultiplexer)) == false)
        {
            throw new InvalidOperationException(
                "UseRedisQuota needs a connection to Redis. Register an IConnectionMultiplexer, such as services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(\"localhost:6379,abortConnect=false\")), or call UseRedisQuota(connectionString).");
        }

        return FromContainer(services);
    });

    /// <summary>Counts the calls of the client together with those of other hosts, on a connection of its own.</summary>
    /// <param name="builder">The builder that <c>AddGainsightClient</c> or <c>AddGainsightClientFactory</c> returned.</param>
    /// <param name="configuration">The connection string of StackExchange.Redis, such as <c>localhost:6379,password=…</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The connection string cannot be used, the builder belongs to another HTTP client, or the client already has a store.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The container disposes the store.")]
    public static IHttpClientBuilder UseRedisQuota(this IHttpClientBuilder builder, string configuration)
    {
        // Here, so that a connection string that cannot be used is found when the application starts.
        RedisQuotaStore store = new(configuration);
        return builder.UseQuotaStore(_ => store);
    }

    private static RedisQuotaStore FromContainer(IServiceProvider services)
    {
        try
        {
            // Early, so that the container disposes the connection after the clients.
            return new RedisQuotaStore(services.GetRequiredService<IConnectionMultiplexer>());
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            // The server is away. The registration is asked again with each block, and calls wait.
            return new RedisQuotaStore(() => Task.Run(services.GetRequiredService<IConnectionMultiplexer>));
        }
    }
}
