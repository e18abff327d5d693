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
        await using var one = Host(redis, builder => builder.UseRedisQuota(RedisFactAttribute.ConnectionString!));
        await using var other = Host(redis, builder =>
        {
            builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(RedisFactAttribute.ConnectionString!));
            builder.UseRedisQuota();
        });
        var first = one.GetRequiredService<GainsightClient>();
        var second = other.GetRequiredService<GainsightClient>();

        for (var i = 0; i < 3; i++)
        {
            await first.CheckConnectionAsync();
            await second.CheckConnectionAsync();
        }

        second.Quota.Mode.Should().Be(QuotaMode.Shared);
        second.Quota.Windows.Single(window => window.Name == "sync-day").Used.Should().Be(6);
        (await FluentActions.Awaiting(() => first.CheckConnectionAsync()).Should().ThrowAsync<GainsightQuotaExceededException>()).Which.Window.Should().Be("sync-day");
    }

    [Fact]
    public void Without_a_connection_the_message_says_how_to_register_one()
    {
        ServiceCollection services = new();
        services.AddGainsightClient(options => (options.Tenant, options.Credential) = ("acme", new AccessKeyCredential("k"))).UseRedisQuota();
        using var provider = services.BuildServiceProvider();

        FluentActions.Invoking(provider.GetRequiredService<GainsightClient>).Should().Throw<InvalidOperationException>().WithMessage("*IConnectionMultiplexer*UseRedisQuota(connectionString)*");
    }

    private static ServiceProvider Host(RedisFixture redis, Action<IHttpClientBuilder> configure)
    {
        ServiceCollection services = new();
        var builder = services.AddGainsightClient(options =>
        {
            options.BaseAddress = new Uri($"https://{redis.Tenant}");
            options.Credential = new AccessKeyCredential("k");
            options.Quota.SetLimit("sync-day", 6);
            options.Quota.MaxQueueWait = TimeSpan.FromSeconds(30);
        });
        builder.ConfigurePrimaryHttpMessageHandler(() => new EmptyTenant());
        configure(builder);
        return services.BuildServiceProvider();
    }
}
