using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>Every wire fault during a read of several pages: the read returns the right rows, or the typed exception.</summary>
public sealed class ReadFaultTests
{
    private static readonly ReadOptions Pages = new() { PageSize = 100 };

    public static TheoryData<FaultKind> Transient =>
    [
        FaultKind.Throttle, FaultKind.ServerError, FaultKind.ServerErrorAfterCommit, FaultKind.Latency, FaultKind.LatencyAfterCommit,
        FaultKind.SlowObject, FaultKind.CutBeforeRead, FaultKind.CutAfterRead, FaultKind.CutAfterCommit, FaultKind.CutMidBody,
        FaultKind.HtmlWith200, FaultKind.TruncatedJson, FaultKind.MalformedJson,
    ];

    public static TheoryData<FaultKind, Type> Lasting => new()
    {
        { FaultKind.ServerError, typeof(GainsightApiException) },
        { FaultKind.ServerErrorAfterCommit, typeof(GainsightApiException) },
        { FaultKind.Latency, typeof(GainsightTransportException) },
        { FaultKind.CutBeforeRead, typeof(GainsightTransportException) },
        { FaultKind.CutAfterRead, typeof(GainsightTransportException) },
        { FaultKind.CutAfterCommit, typeof(GainsightTransportException) },
        { FaultKind.CutMidBody, typeof(GainsightTransportException) },
        { FaultKind.HtmlWith200, typeof(GainsightProtocolException) },
        { FaultKind.TruncatedJson, typeof(GainsightProtocolException) },
        { FaultKind.MalformedJson, typeof(GainsightProtocolException) },
        { FaultKind.ExpiredToken, typeof(GainsightAuthenticationException) },
    };

    [Theory]
    [MemberData(nameof(Transient))]
    public async Task A_temporary_fault_neither_loses_nor_duplicates_a_row(FaultKind kind)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 450);
        var fault = tenant.Emulator.Faults.Add(new Fault(kind) { Skip = 1, Count = 2, Delay = TimeSpan.FromMinutes(30) });

        var read = await ReadAsync(CreateClient(tenant, kind));

        read.Order(StringComparer.Ordinal).Should().Equal(gsids.Order(StringComparer.Ordinal));
        fault.Fired.Should().Be(2);
        tenant.Emulator.Requests.CountOf(kind).Should().Be(2);
        tenant.Calls(EmulatorOperations.Query).Should().Be(7);
    }

    [Theory]
    [MemberData(nameof(Lasting))]
    public async Task A_permanent_fault_throws_the_typed_exception_after_the_retries(FaultKind kind, Type failure)
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 450);
        tenant.Emulator.Faults.Add(new Fault(kind) { Skip = 2, Delay = TimeSpan.FromMinutes(30) });
        var gainsight = CreateClient(tenant, kind);

        Exception thrown = (await ((Func<Task>)(() => ReadAsync(gainsight))).Should().ThrowAsync<GainsightException>()).Which;

        thrown.Should().BeOfType(failure);
        thrown.Message.Should().Contain("Records.Query of Company").And.NotContain(tenant.Emulator.AccessKey);
        tenant.Emulator.Requests.CountOf(kind).Should().Be(kind switch
        {
            FaultKind.ExpiredToken => 1,
            FaultKind.Latency => 3,
            _ => 4,
        });
    }

    [Theory]
    [InlineData(ThrottleForm.Gateway, false)]
    [InlineData(ThrottleForm.UserManagement, false)]
    [InlineData(ThrottleForm.GatewayWithStatus200, false)]
    [InlineData(ThrottleForm.Gateway, true)]
    public async Task A_throttled_read_waits_for_its_window_and_uses_no_attempt(ThrottleForm form, bool retryAfter)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 50);
        tenant.Emulator.Switches.Throttle = form;
        tenant.Emulator.Switches.RetryAfter = retryAfter;
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle) { Count = 5 });
        var start = tenant.Clock.GetUtcNow();

        var read = await ReadAsync(tenant.CreateClient(options => options.Retry.MaxRetries = 0));

        read.Should().BeEquivalentTo(gsids);
        tenant.Emulator.Requests.Snapshot().Select(entry => entry.Time.Minute).Should().Equal([0, 1, 2, 3, 4, 5, 5], "each attempt has its own window, and an empty page ends the read");
        (tenant.Clock.GetUtcNow() - start).Should().BeCloseTo(TimeSpan.FromMinutes(4.5), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_token_that_expires_between_pages_is_renewed_once()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 450);
        tenant.Emulator.AddClient("client", "secret");
        tenant.Emulator.Faults.Add(new Fault(FaultKind.ExpiredToken) { Operation = EmulatorOperations.Query, Skip = 2, Count = 1 });

        var read = await ReadAsync(tenant.CreateClient(options => options.Credential = new ClientCredentialsCredential("client", "secret")));

        read.Order(StringComparer.Ordinal).Should().Equal(gsids.Order(StringComparer.Ordinal));
        tenant.Calls(EmulatorOperations.Token).Should().Be(2);
        tenant.Calls(EmulatorOperations.Query).Should().Be(6);
    }

    /// <summary>Delays use no socket, so they take no time. Everything else uses a socket.</summary>
    private static GainsightClient CreateClient(Tenant tenant, FaultKind kind) => tenant.CreateClient(options =>
        options.PrimaryHandler = kind is FaultKind.Latency or FaultKind.LatencyAfterCommit or FaultKind.SlowObject
            ? QueryHook.InProcess(tenant)
            : options.PrimaryHandler);

    private static async Task<List<string>> ReadAsync(GainsightClient gainsight)
    {
        List<string> gsids = [];
        await foreach (var row in gainsight.Companies.Query().ReadAsync(Pages))
        {
            gsids.Add(row.Gsid!);
        }

        return gsids;
    }
}
