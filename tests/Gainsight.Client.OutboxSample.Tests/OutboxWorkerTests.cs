using Gainsight.Client.Emulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Outbox;

namespace Gainsight.Client.OutboxSample.Tests;

/// <summary>A worker in this process, with an emulated tenant.</summary>
public sealed class OutboxWorkerTests
{
    private static readonly WriteOptions Options = new() { SettleDelay = TimeSpan.Zero };

    [PostgresFact]
    public async Task A_call_that_fails_is_tried_again_until_the_tenant_accepts_it_and_nothing_is_a_dead_letter()
    {
        await using var processes = await OutboxProcesses.StartAsync();
        using var emulator = LoadTenant();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [Database.Variable] = processes.Connection,
            ["Gainsight:BaseAddress"] = $"{emulator.BaseAddress}",
            ["Gainsight:AccessKey"] = emulator.AccessKey,
            ["LogLevel"] = nameof(LogLevel.None),
        }).Build();
        using var application = OutboxHost.BuildApplication(configuration);
        using var worker = OutboxHost.BuildWorker(configuration, emulator.CreateHandler);
        emulator.Faults.Add(new Fault(FaultKind.Respond) { Status = 401, ErrorCode = "GU_1101", Count = 1 });
        await application.StartAsync();
        await worker.StartAsync();

        await application.Services.GetRequiredService<Customers>().OrderAsync([new(1, "Elm", "Adopting", 5m), new(2, "Fir", "Adopting", 6m)], isPaid: true, CancellationToken.None);
        await application.Services.GetRequiredService<Customers>().OrderAsync([new(3, "Oak", "Adopting", 7m)], isPaid: false, CancellationToken.None);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await OutboxProcesses.UntilAsync(async () => await processes.Database.PendingAsync(limit.Token) == 0, limit.Token);

        emulator.Object("Company").Rows.Select(row => row["Name"]).Should().BeEquivalentTo(["Elm", "Fir"]);
        emulator.Requests.Snapshot().Should().Contain(entry => entry.Status == 401);
        (await processes.CountAsync("select count(*) from outbox_worker.wolverine_dead_letters")).Should().Be(0);
        await worker.StopAsync();
        await application.StopAsync();
    }

    [PostgresFact]
    public async Task An_older_state_of_a_customer_never_overtakes_a_newer_one()
    {
        await using var processes = await OutboxProcesses.StartAsync();
        using var emulator = LoadTenant();
        using var first = new HoldingHandler { InnerHandler = emulator.CreateHandler() };
        using var slow = new GainsightClient(Client(emulator, first));
        using var fast = new GainsightClient(Client(emulator, emulator.CreateHandler()));
        await processes.Database.ExecuteAsync("insert into outbox.customer values (1, 'Elm', 'Adopting', 5, 1)", CancellationToken.None);

        var older = CustomerChangedHandler.Handle([new(1)], processes.Database, slow, Options, CancellationToken.None);
        await first.IsHeld;
        await processes.Database.ExecuteAsync("update outbox.customer set name = 'Elm Inc.'", CancellationToken.None);
        var newer = CustomerChangedHandler.Handle([new(1)], processes.Database, fast, Options, CancellationToken.None);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await OutboxProcesses.UntilAsync(async () => newer.IsCompleted || await processes.CountAsync("select count(*) from pg_locks where not granted and locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())") > 0, limit.Token);
        first.Release();
        await Task.WhenAll(older, newer);

        emulator.Object("Company").Rows.Should().ContainSingle().Which["Name"].Should().Be("Elm Inc.");
    }

    private static GainsightEmulator LoadTenant()
    {
        var emulator = new GainsightEmulator();
        emulator.Load(File.ReadAllText(Path.Combine(Samples.Tests.Repository.Samples, "Outbox", "tenant.json")));
        return emulator;
    }

    private static GainsightClientOptions Client(GainsightEmulator emulator, HttpMessageHandler handler) =>
        new() { BaseAddress = emulator.BaseAddress, Credential = new AccessKeyCredential(emulator.AccessKey), PrimaryHandler = handler };

    /// <summary>Holds every call until it is released.</summary>
    private sealed class HoldingHandler : DelegatingHandler
    {
        private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task IsHeld => _held.Task;

        public void Release() => _released.SetResult();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _held.TrySetResult();
            await _released.Task;
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
