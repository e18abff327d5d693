using Microsoft.Extensions.DependencyInjection;

namespace Gainsight.Client.QuotaStores.Tests;

/// <summary>Two containers whose clients may make six calls a day together.</summary>
internal static class TwoHosts
{
    public static async Task ShareALimitAsync(string tenant, Action<IHttpClientBuilder> configureOne, Action<IHttpClientBuilder> configureOther)
    {
        await using var one = Create(tenant, configureOne);
        await using var other = Create(tenant, configureOther);
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

    private static ServiceProvider Create(string tenant, Action<IHttpClientBuilder> configure)
    {
        MiddayTime time = new();
        ServiceCollection services = new();
        var builder = services.AddGainsightClient(options =>
        {
            options.BaseAddress = new Uri($"https://{tenant}");
            options.Credential = new AccessKeyCredential("k");
            options.TimeProvider = time;
            options.Quota.SetLimit("sync-day", 6);
            options.Quota.MaxQueueWait = TimeSpan.FromSeconds(30);
        });
        builder.ConfigurePrimaryHttpMessageHandler(() => new EmptyTenant(time));
        configure(builder);
        return services.BuildServiceProvider();
    }
}
