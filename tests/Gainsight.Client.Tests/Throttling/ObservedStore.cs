namespace Gainsight.Client.Tests.Throttling;

/// <summary>A store in memory that counts round trips, can be away, and can answer late.</summary>
internal sealed class ObservedStore(InMemoryQuotaStore store) : IQuotaStore
{
    private readonly List<Action> _late = [];

    /// <summary>The requests, in order.</summary>
    public List<QuotaRequest> Requests { get; } = [];

    /// <summary>Whether the store fails every request.</summary>
    public bool IsAway { get; set; }

    /// <summary>Whether requests wait for <see cref="AnswerAll"/>.</summary>
    public bool IsSlow { get; set; }

    public ValueTask<QuotaGrant> TakeAsync(QuotaRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        if (IsAway)
        {
            return ValueTask.FromException<QuotaGrant>(new QuotaStoreException("It is switched off. Switch it on."));
        }

        if (!IsSlow)
        {
            return store.TakeAsync(request, cancellationToken);
        }

        TaskCompletionSource<QuotaGrant> answer = new();
        _late.Add(() => answer.SetResult(store.TakeAsync(request, CancellationToken.None).AsTask().GetAwaiter().GetResult()));
        return new(answer.Task);
    }

    public ValueTask CloseAsync(string tenant, string bucket, DateTimeOffset until, TimeSpan duration, CancellationToken cancellationToken) =>
        IsAway ? ValueTask.FromException(new QuotaStoreException("It is switched off. Switch it on.")) : store.CloseAsync(tenant, bucket, until, duration, cancellationToken);

    public ValueTask<IAsyncDisposable> ListenAsync(string tenant, Action<QuotaNotice> listener, CancellationToken cancellationToken) =>
        store.ListenAsync(tenant, listener, cancellationToken);

    /// <summary>Answers the requests that wait.</summary>
    public void AnswerAll()
    {
        IsSlow = false;
        Action[] late = [.. _late];
        _late.Clear();
        Array.ForEach(late, answer => answer());
    }
}
