using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Gainsight.Client.QuotaStores.Tests;

/// <summary>Clients of a container that share their quota in Redis.</summary>
public sealed class UseRedisQuotaTests
{
    [RedisFact]
    public async Task Hosts_with_a_store_in_redis_share_a_limit()
    {
        using RedisFixture redis = new();
        await redis.StartedAsync();
        await TwoHosts.ShareALimitAsync(redis.Tenant, builder => builder.UseRedisQuota(RedisFactAttribute.Connection!), builder =>
        {
            builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(RedisFactAttribute.Connection!));
            builder.UseRedisQuota();
        });
    }

    [Fact]
    public void Without_a_connection_the_message_says_how_to_register_one()
    {
        ServiceCollection services = new();
        services.AddGainsightClient(options => (options.Tenant, options.Credential) = ("acme", new AccessKeyCredential("k"))).UseRedisQuota();
        using var provider = services.BuildServiceProvider();

        FluentActions.Invoking(provider.GetRequiredService<GainsightClient>).Should().Throw<InvalidOperationException>().WithMessage("*IConnectionMultiplexer*UseRedisQuota(connectionString)*");
    }
}
