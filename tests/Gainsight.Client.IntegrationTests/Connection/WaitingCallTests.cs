using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Writes;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.IntegrationTests.Connection;

/// <summary>Calls that wait for a permit while their client is disposed. The clock stands still, so none of them ever gets one.</summary>
public sealed class WaitingCallTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly VirtualClock _clock = new();
    private readonly GainsightEmulator _emulator;

    public WaitingCallTests()
    {
        _emulator = new(new GainsightEmulatorOptions { TimeProvider = _clock });
        for (var i = 0; i < 300; i++)
        {
            _emulator.Object("Company").Insert(("Name", $"Company {i}"));
        }
    }

    public void Dispose()
    {
        _emulator.Dispose();
        _clock.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_single_call_ends_at_once(bool withStore)
    {
        await using var gainsight = Create(withStore, calls: 1);
        await gainsight.CheckConnectionAsync();
        var waiting = gainsight.CheckConnectionAsync();
        WaitsIn(gainsight, calls: 1);

        await gainsight.DisposeAsync().AsTask().WaitAsync(Patience);

        await EndsAsync(waiting);
        HoldsNothing(gainsight, calls: 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_read_gives_its_rows_and_ends_at_once(bool withStore)
    {
        await using var gainsight = Create(withStore, calls: 2);
        var rows = 0;
        var reading = ReadAsync();
        WaitsIn(gainsight, calls: 2);

        await gainsight.DisposeAsync().AsTask().WaitAsync(Patience);

        await EndsAsync(reading);
        rows.Should().Be(200);
        HoldsNothing(gainsight, calls: 2);

        async Task ReadAsync()
        {
            await foreach (var _ in gainsight.Companies.Query().Select(CompanyFields.Name).ReadAsync(new ReadOptions { PageSize = 100 }))
            {
                rows++;
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_write_returns_its_report_at_once(bool withStore)
    {
        await using var gainsight = Create(withStore, calls: 3);
        var writing = gainsight.Companies.InsertAsync(Rows.Companies(500), new WriteOptions { MaxConcurrency = 1 });
        WaitsIn(gainsight, calls: 3);

        await gainsight.DisposeAsync().AsTask().WaitAsync(Patience);

        var report = await writing.WaitAsync(Patience);
        var sent = _emulator.Object("Company").Count - 300;
        sent.Should().BePositive();
        (report.Inserted.Count, report.Unknown.Count, report.NotAttempted.Count).Should().Be((sent, 0, 500 - sent));
        report.StoppedBy!.InnerException.Should().BeOfType<ObjectDisposedException>();
        HoldsNothing(gainsight, calls: 3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_of_writes_tells_every_row_and_ends_at_once(bool withStore)
    {
        await using var gainsight = Create(withStore, calls: 3);
        List<RowStatus> outcomes = [];
        var writing = WriteAsync();
        WaitsIn(gainsight, calls: 3);

        await gainsight.DisposeAsync().AsTask().WaitAsync(Patience);

        (await FluentActions.Awaiting(() => writing.WaitAsync(Patience)).Should().ThrowAsync<GainsightException>()).Which.InnerException.Should().BeOfType<ObjectDisposedException>();
        outcomes.Count(status => status == RowStatus.Inserted).Should().Be(_emulator.Object("Company").Count - 300);
        outcomes.Should().OnlyContain(status => status == RowStatus.Inserted || status == RowStatus.NotAttempted);
        HoldsNothing(gainsight, calls: 3);

        async Task WriteAsync()
        {
            await foreach (var outcome in gainsight.Companies.InsertStreamAsync(Rows.Companies(500), new WriteOptions { MaxConcurrency = 1 }))
            {
                outcomes.Add(outcome.Status);
            }
        }
    }

    [Fact]
    public async Task A_call_that_waits_for_the_store_ends_at_once_and_other_clients_of_the_process_go_on()
    {
        InMemoryQuotaStore store = new(_clock);
        store.Forget();
        await using var gainsight = Create(store, calls: 10);
        await using var other = Create(store, calls: 10);
        var waiting = gainsight.CheckConnectionAsync();
        var patient = other.CheckConnectionAsync();
        WaitsIn(gainsight, calls: 0);

        await gainsight.DisposeAsync().AsTask().WaitAsync(Patience);

        await EndsAsync(waiting);
        patient.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(2));
        await patient.WaitAsync(Patience);
        HoldsNothing(other, calls: 1);
    }

    /// <summary>Waits until the calls that there is quota for are answered, and the next one waits.</summary>
    private void WaitsIn(GainsightClient gainsight, int calls) =>
        SpinWait.SpinUntil(() => _emulator.Requests.Count == calls && gainsight.Quota is { } quota && quota.WaitingInteractive + quota.WaitingBulk > 0, Patience).Should().BeTrue();

    private static async Task EndsAsync(Task call) =>
        (await FluentActions.Awaiting(() => call.WaitAsync(Patience)).Should().ThrowAsync<ObjectDisposedException>()).Which.Message.Should().Contain("The client was disposed");

    private void HoldsNothing(GainsightClient gainsight, int calls)
    {
        var quota = gainsight.Quota;
        (quota.WaitingInteractive + quota.WaitingBulk).Should().Be(0);
        quota.Windows.Single(window => window.Name == "sync-day").Used.Should().Be(calls);
        _emulator.Requests.Count.Should().Be(calls);
    }

    private GainsightClient Create(bool withStore, int calls) => Create(withStore ? new InMemoryQuotaStore(_clock) : null, calls);

    private GainsightClient Create(InMemoryQuotaStore? store, int calls)
    {
        GainsightClientOptions options = new()
        {
            BaseAddress = _emulator.BaseAddress,
            Credential = new AccessKeyCredential(_emulator.AccessKey),
            TimeProvider = _clock,
            PrimaryHandler = _emulator.CreateHandler(),
            Quota = { Store = store, MaxQueueWait = TimeSpan.FromDays(1) },
        };
        options.Quota.SetLimit("sync-minute", calls);
        return new(options);
    }
}
