using Gainsight.Client.Simulation;
using StackExchange.Redis;

namespace Gainsight.Client.QuotaStores.Tests;

/// <summary>Redis servers that refuse, each started for its test. The message says what to do.</summary>
public sealed class RedisServerTests
{
    [RedisFact]
    public async Task A_replica_is_refused_with_the_remedy()
    {
        await using var server = await StoreServer.StartAsync(StoreKind.Redis);
        await ExecuteAsync(server, "REPLICAOF", "127.0.0.1", "1");

        (await ProblemAsync(server.Connection)).Should().StartWith("Redis is a read-only replica. Connect to the primary server.");
    }

    [RedisFact]
    public async Task A_server_that_becomes_a_replica_is_refused_with_the_remedy()
    {
        await using var server = await StoreServer.StartAsync(StoreKind.Redis);
        using RedisQuotaStore store = new(server.Connection);
        await TakeAsync(store);
        await ExecuteAsync(server, "REPLICAOF", "127.0.0.1", "1");

        (await FluentActions.Awaiting(() => TakeAsync(store)).Should().ThrowAsync<QuotaStoreException>()).WithMessage("Redis is a read-only replica. Connect to the primary server.");
    }

    [RedisFact]
    public async Task A_missing_or_wrong_password_is_refused_with_the_remedy_and_without_the_password()
    {
        await using var server = await StoreServer.StartAsync(StoreKind.Redis);
        await ExecuteAsync(server, "CONFIG", "SET", "requirepass", "right");

        foreach (var connection in new[] { server.Connection, $"{server.Connection},password=hunter2", $"{server.Connection},user=somebody,password=hunter2" })
        {
            (await ProblemAsync(connection)).Should().StartWith("Redis refuses the user or password.").And.NotContain("hunter2");
        }
    }

    [RedisFact]
    public async Task A_connection_with_tls_to_a_server_without_it_is_refused_with_the_remedy()
    {
        await using var server = await StoreServer.StartAsync(StoreKind.Redis);

        (await ProblemAsync($"{server.Connection},ssl=true,password=hunter2")).Should().Contain("TLS setting of the connection string").And.NotContain("hunter2");
    }

    [RedisFact]
    public async Task A_user_who_may_not_run_scripts_is_refused_with_the_remedy()
    {
        await using var server = await StoreServer.StartAsync(StoreKind.Redis);
        await ExecuteAsync(server, "ACL", "SETUSER", "reader", "on", ">secret", "~*", "&*", "+@read", "+@connection");

        (await ProblemAsync($"{server.Connection},user=reader,password=secret")).Should().Contain("may run scripts");
    }

    [RedisFact]
    public async Task A_server_without_memory_is_refused_with_the_remedy()
    {
        await using var server = await StoreServer.StartAsync(StoreKind.Redis);
        await ExecuteAsync(server, "CONFIG", "SET", "maxmemory", "1");

        (await ProblemAsync(server.Connection)).Should().Be("Redis has no memory left. Raise maxmemory.");
    }

    [RedisFact]
    public async Task A_server_without_a_free_connection_is_refused_with_the_remedy()
    {
        await using var server = await StoreServer.StartAsync(StoreKind.Redis);
        using var first = await ConnectionMultiplexer.ConnectAsync($"{server.Connection},allowAdmin=true");
        await first.GetServers()[0].ExecuteAsync("CONFIG", "SET", "maxclients", "2");

        (await ProblemAsync(server.Connection)).Should().Contain("maxclients");
    }

    [RedisTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_is_restarted_without_its_memory_exceeds_the_day_by_the_calls_that_only_a_host_that_ended_knew_of(bool isKnown)
    {
        await using var server = await StoreServer.StartAsync(StoreKind.Redis);
        MiddayTime time = new();
        using RedisQuotaStore ended = new(server.Connection);
        using RedisQuotaStore alive = new(server.Connection);
        var one = Client(ended, time);
        await using var other = Client(alive, time);
        var calls = await CallAsync(other, 2) + await CallAsync(one, 7);
        calls += isKnown ? await CallAsync(other, 3) : 0;

        await one.DisposeAsync();
        await server.KillAsync();
        await server.ResumeAsync();
        calls += await CallAsync(other, 100);

        calls.Should().Be(isKnown ? 20 : 20 + 7);
        other.Quota.Windows.Single(window => window.Name == "sync-day").Used.Should().Be(20);
    }

    private static GainsightClient Client(RedisQuotaStore store, MiddayTime time)
    {
        GainsightClientOptions options = new()
        {
            BaseAddress = new Uri("https://acme.example"),
            Credential = new AccessKeyCredential("k"),
            TimeProvider = time,
            PrimaryHandler = new EmptyTenant(time),
            Quota = { Store = store, MaxQueueWait = TimeSpan.FromMinutes(2) },
        };
        options.Quota.SetLimit("sync-day", 20);
        return new(options);
    }

    /// <summary>Makes calls, as many as the quota of the day allows, and returns their number.</summary>
    private static async Task<int> CallAsync(GainsightClient gainsight, int most)
    {
        for (var calls = 0; calls < most; calls++)
        {
            try
            {
                await gainsight.CheckConnectionAsync();
            }
            catch (GainsightQuotaExceededException exceeded) when (exceeded.Window == "sync-day")
            {
                return calls;
            }
        }

        return most;
    }

    private static async Task ExecuteAsync(StoreServer server, string command, params object[] arguments)
    {
        using var connection = await ConnectionMultiplexer.ConnectAsync($"{server.Connection},allowAdmin=true");
        await connection.GetServers()[0].ExecuteAsync(command, arguments);
    }

    private static async Task<string> ProblemAsync(string connection)
    {
        using RedisQuotaStore store = new($"{connection},connectTimeout=2000,asyncTimeout=2000");
        return (await FluentActions.Awaiting(() => TakeAsync(store)).Should().ThrowAsync<QuotaStoreException>()).Which.Message;
    }

    private static Task<QuotaGrant> TakeAsync(RedisQuotaStore store) => store.TakeAsync(new("acme", "sync", 0, 1, [new("minute", TimeSpan.FromMinutes(1), 1, 100, 100, 0)])).AsTask();
}
