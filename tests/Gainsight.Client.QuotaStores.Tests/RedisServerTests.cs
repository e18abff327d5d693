using System.Globalization;
using System.Net.Sockets;
using System.Text;
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
    public async Task A_caller_that_waits_for_less_than_a_connection_takes_learns_from_an_attempt_before_why_it_failed()
    {
        await using var server = await StoreServer.StartAsync(StoreKind.Redis);
        await ExecuteAsync(server, "CONFIG", "SET", "requirepass", "right");
        using RedisQuotaStore store = new(server.Connection);
        using CancellationTokenSource patience = new(RedisFixture.Patience);
        Exception? failure = null;
        while (failure is not QuotaStoreException)
        {
            patience.Token.ThrowIfCancellationRequested();
            using CancellationTokenSource limit = new(TimeSpan.FromMilliseconds(1));
            failure = await Record.ExceptionAsync(() => TakeAsync(store, cancellationToken: limit.Token));
        }

        failure.Message.Should().StartWith("Redis refuses the user or password.");
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

    [RedisFact]
    public async Task A_server_that_does_not_answer_in_time_is_named_with_the_remedy()
    {
        await using var server = await StoreServer.StartAsync(StoreKind.Redis);
        using RedisQuotaStore store = new($"{server.Connection},asyncTimeout=200");
        await TakeAsync(store);
        await PauseAsync(server, TimeSpan.FromMinutes(1));

        (await FluentActions.Awaiting(() => TakeAsync(store)).Should().ThrowAsync<QuotaStoreException>()).WithMessage("Redis did not answer in time.*");
    }

    [RedisFact]
    public async Task A_connection_that_the_application_disposed_is_named_with_the_remedy()
    {
        await using var server = await StoreServer.StartAsync(StoreKind.Redis);
        var connection = await ConnectionMultiplexer.ConnectAsync(server.Connection);
        using RedisQuotaStore store = new(connection);
        await connection.DisposeAsync();

        (await FluentActions.Awaiting(() => TakeAsync(store)).Should().ThrowAsync<QuotaStoreException>()).WithMessage("*was disposed*");
    }

    [RedisFact]
    public async Task A_request_that_was_given_up_while_the_server_was_away_is_not_sent_when_it_is_back()
    {
        await using var server = await StoreServer.StartAsync(StoreKind.Redis);
        using RedisQuotaStore store = new($"{server.Connection},asyncTimeout=60000");
        await TakeAsync(store);
        await server.KillAsync();
        for (var i = 0; i < 3; i++)
        {
            using CancellationTokenSource limit = new(TimeSpan.FromMilliseconds(200));
            await FluentActions.Awaiting(() => TakeAsync(store, owed: 10, limit.Token)).Should().ThrowAsync<Exception>();
        }

        await server.ResumeAsync();

        (await WhenItIsBackAsync(() => TakeAsync(store))).Charges[0].Used.Should().Be(0, "the server lost its memory");
    }

    [RedisFact]
    public async Task A_server_that_is_back_before_the_first_connection_was_made_is_used()
    {
        await using var server = await StoreServer.StartAsync(StoreKind.Redis);
        await server.KillAsync();
        using RedisQuotaStore store = new(server.Connection);
        (await FluentActions.Awaiting(() => TakeAsync(store)).Should().ThrowAsync<QuotaStoreException>()).WithMessage("Redis cannot be reached.*");

        await server.ResumeAsync();

        (await WhenItIsBackAsync(() => TakeAsync(store))).Charges.Should().ContainSingle();
    }

    [RedisFact]
    public async Task Listening_whose_start_was_given_up_hears_nothing_later()
    {
        await using var server = await StoreServer.StartAsync(StoreKind.Redis);
        using var connection = await ConnectionMultiplexer.ConnectAsync(server.Connection);
        using RedisQuotaStore store = new(connection);
        await PauseAsync(server, TimeSpan.FromMilliseconds(300));
        using CancellationTokenSource cancellation = new();
        var started = store.ListenAsync("acme", static _ => { }, cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await FluentActions.Awaiting(() => started).Should().ThrowAsync<OperationCanceledException>();

        await using var other = await store.ListenAsync("globex", static _ => { });

        using CancellationTokenSource limit = new(RedisFixture.Patience);
        while (await connection.GetServers()[0].SubscriptionSubscriberCountAsync(RedisChannel.Literal("gainsight:{acme}")) > 0)
        {
            limit.Token.ThrowIfCancellationRequested();
        }
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

    /// <summary>Lets the server accept requests, and answer them later.</summary>
    private static async Task PauseAsync(StoreServer server, TimeSpan time)
    {
        // A connection of the library waits for the answer to its end.
        var parts = server.Connection.Split(':');
        using TcpClient client = new();
        await client.ConnectAsync(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"CLIENT PAUSE {time.TotalMilliseconds:0} ALL\r\n")));
        await client.GetStream().ReadExactlyAsync(new byte[5]);
    }

    private static async Task<string> ProblemAsync(string connection)
    {
        using RedisQuotaStore store = new(connection);
        return (await FluentActions.Awaiting(() => TakeAsync(store)).Should().ThrowAsync<QuotaStoreException>()).Which.Message;
    }

    private static async Task<QuotaGrant> WhenItIsBackAsync(Func<Task<QuotaGrant>> take)
    {
        using CancellationTokenSource limit = new(RedisFixture.Patience);
        while (true)
        {
            try
            {
                return await take();
            }
            catch (QuotaStoreException) when (!limit.IsCancellationRequested)
            {
                // The connection is on its way.
            }
        }
    }

    private static Task<QuotaGrant> TakeAsync(RedisQuotaStore store, int owed = 0, CancellationToken cancellationToken = default) =>
        store.TakeAsync(new("acme", "sync", 0, owed == 0 ? 1 : 0, [new("minute", TimeSpan.FromMinutes(1), 1, 100, 100, -owed)]), cancellationToken).AsTask();
}
