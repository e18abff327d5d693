using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests;

/// <summary>A transport over a stub wire and a stopped clock.</summary>
internal sealed class PipelineFixture : IDisposable
{
    public const string AccessKey = "key-4711-secret";

    private readonly Lazy<Transport> _transport;

    public PipelineFixture(Action<GainsightClientOptions>? configure = null)
    {
        Options = new GainsightClientOptions
        {
            Tenant = "northwind",
            Credential = new AccessKeyCredential(AccessKey),
            TimeProvider = Clock,
        };

        // These tests are not about quota: there is always room, and a refusal comes back at once.
        Options.Quota.SetLimit("sync-minute", int.MaxValue);
        Options.Quota.SetLimit("sync-day", int.MaxValue);
        Options.Quota.MaxQueueWait = TimeSpan.Zero;
        configure?.Invoke(Options);
        _transport = new Lazy<Transport>(() => new Transport(
            Options, HostRules.Resolve(Options), Wire, disposeInner: true, Logs, CreateLedger(Options.TimeProvider)));
    }

    public VirtualClock Clock { get; } = new() { PassesUpTo = TimeSpan.FromSeconds(90) };

    public StubHandler Wire { get; } = new();

    public Logs Logs { get; } = new();

    public GainsightClientOptions Options { get; }

    public Transport Transport => _transport.Value;

    public static QuotaLedger CreateLedger(TimeProvider? time = null) => new(time ?? TimeProvider.System);

    public static ApiRequest Query(string name = "Company", JsonBody? body = null) =>
        new() { Operation = Operation.RecordsQuery, Object = name, Body = body };

    public static ApiRequest Insert(string name = "Company", JsonBody? body = null) =>
        new() { Operation = Operation.RecordsInsert, Object = name, Body = body };

    public static ApiRequest Of(Operation operation) => new() { Operation = operation, Object = "Company", Id = "1P02A1" };

    public Task<BufferedAnswer> SendAsync(ApiRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(new CallState(request), cancellationToken);

    public Task<BufferedAnswer> SendAsync(CallState call, CancellationToken cancellationToken = default) =>
        Transport.SendAsync(call, cancellationToken).AsTask();

    public Task<TException> FailAsync<TException>(ApiRequest request, CancellationToken cancellationToken = default)
        where TException : Exception =>
        FailAsync<TException>(new CallState(request), cancellationToken);

    public async Task<TException> FailAsync<TException>(CallState call, CancellationToken cancellationToken = default)
        where TException : Exception =>
        (await ((Func<Task>)(() => SendAsync(call, cancellationToken))).Should().ThrowExactlyAsync<TException>()).Which;

    public async Task<Exception> FailAnyAsync(ApiRequest request) =>
        (await ((Func<Task>)(() => SendAsync(request))).Should().ThrowAsync<Exception>()).Which;

    public void Dispose()
    {
        if (_transport.IsValueCreated)
        {
            _transport.Value.Dispose();
        }

        Wire.Dispose();
        Logs.Dispose();
        Clock.Dispose();
    }
}
