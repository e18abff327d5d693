using System.Globalization;
using StackExchange.Redis;

namespace Gainsight.Client.QuotaStores.Tests;

/// <summary>Two hosts of a tenant that no other test has.</summary>
internal sealed class RedisFixture : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public RedisQuotaStore One { get; } = new(RedisFactAttribute.Connection!);

    public RedisQuotaStore Other { get; } = new(RedisFactAttribute.Connection!);

    public ConnectionMultiplexer Connection { get; } = ConnectionMultiplexer.Connect(RedisFactAttribute.Connection!);

    public IDatabase Database => Connection.GetDatabase();

    public string Tenant { get; } = $"{Guid.NewGuid():n}.example:443";

    /// <summary>The keys of the tenant.</summary>
    public RedisKey[] Keys => [.. Connection.GetServers()[0].Keys(pattern: $"gainsight:{{*{Tenant}}}*")];

    public QuotaClaim Minute(int limit = 100, int? share = null, int held = 0, long number = 100) => new("minute", TimeSpan.FromMinutes(1), number, limit, share ?? limit, held);

    /// <summary>Writes a memory of the store that is older than the two seconds in which hosts report.</summary>
    public Task StartedAsync(string version = "1") => Database.HashSetAsync($"gainsight:{{{Tenant}}}", [new("version", version), new("epoch", 1_000_000)]);

    public async Task<QuotaGrant> TakeAsync(int wanted, params QuotaClaim[] claims) => await One.TakeAsync(new(Tenant, "sync", 0, wanted, claims));

    /// <summary>Sets the clock of the server: to move every time that it has stored the other way has the same effect.</summary>
    public async Task SetClockAsync(TimeSpan forward)
    {
        foreach (var key in Keys)
        {
            await Database.KeyExpireAsync(key, await Database.KeyTimeToLiveAsync(key) - forward);
        }

        foreach (var window in Keys.Where(IsWindow))
        {
            foreach (var (number, instance) in (await Database.HashGetAllAsync(window)).ToDictionary())
            {
                var parts = instance.ToString().Split(' ');
                parts[3] = (long.Parse(parts[3], CultureInfo.InvariantCulture) - (long)forward.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
                await Database.HashSetAsync(window, number, string.Join(' ', parts));
            }
        }

        foreach (var tenant in Keys.Where(key => key.ToString().EndsWith('}')))
        {
            await Database.HashDecrementAsync(tenant, "epoch", (long)forward.TotalMicroseconds);
        }
    }

    /// <summary>The number of instances of the minute that are stored.</summary>
    public async Task<long> CountInstancesAsync() => await Database.HashLengthAsync(Keys.Single(IsWindow));

    public void Dispose()
    {
        if (Keys is { Length: > 0 } keys)
        {
            Database.KeyDelete(keys);
        }

        One.Dispose();
        Other.Dispose();
        Connection.Dispose();
    }

    private static bool IsWindow(RedisKey key) => key.ToString().Contains(":window:", StringComparison.Ordinal);
}
