namespace Gainsight.Client.Tests.Throttling;

/// <summary>A store that says what a test wants, and notes what it is told.</summary>
internal sealed class TalkingStore : IQuotaStore
{
    private readonly TaskCompletionSource _firstEnd = new();
    private Action<QuotaNotice>? _listener;

    public Func<QuotaRequest, QuotaCharge[]>? Charge { get; set; }

    public Func<Task<IAsyncDisposable>>? Listen { get; set; }

    public InMemoryQuotaStore? Memory { get; set; }

    public int Listens { get; private set; }

    public int Ended { get; private set; }

    public Action? Close { get; set; }

    public Task FirstEnd => _firstEnd.Task;

    public List<(string Bucket, DateTimeOffset Until, TimeSpan Duration)> Closures { get; } = [];

    public ValueTask<QuotaGrant> TakeAsync(QuotaRequest request, CancellationToken cancellationToken) => Memory is { } memory
        ? memory.TakeAsync(request, cancellationToken)
        : new(new QuotaGrant(1, Charge is { } charge ? charge(request) : [.. request.Claims.Select(claim => new QuotaCharge(1, 1, claim.Limit))]));

    public ValueTask CloseAsync(string tenant, string bucket, DateTimeOffset until, TimeSpan duration, CancellationToken cancellationToken)
    {
        Close?.Invoke();
        Closures.Add((bucket, until, duration));
        return default;
    }

    public ValueTask<IAsyncDisposable> ListenAsync(string tenant, Action<QuotaNotice> listener, CancellationToken cancellationToken)
    {
        Listens++;
        _listener = listener;
        return Listen is { } listen ? new(listen()) : new(new Listening(this));
    }

    public void Tell(QuotaNotice notice) => _listener!(notice);

    public sealed class Listening(TalkingStore store) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            store.Ended++;
            store._firstEnd.TrySetResult();
            return default;
        }
    }
}
