namespace Gainsight.Client.Tests.Throttling;

/// <summary>A store in memory that counts round trips, can be away, can answer late, and can lose notices.</summary>
internal sealed class ObservedStore(InMemoryQuotaStore store) : IQuotaStore
{
    private readonly List<Action> _late = [];
    private Action<QuotaNotice>? _listener;

    /// <summary>The requests, in order.</summary>
    public List<QuotaRequest> Requests { get; } = [];

    /// <summary>Whether the store fails every request.</summary>
    public bool IsAway { get; set; }

    /// <summary>Whether requests wait for <see cref="AnswerAll"/>, which counts them.</summary>
    public bool IsSlow { get; set; }

    /// <summary>Whether requests are counted at once, and their answers wait for <see cref="AnswerAll"/>.</summary>
    public bool AnswersLate { get; set; }

    /// <summary>Whether notices are lost.</summary>
    public bool IsDeaf { get; set; }

    public ValueTask<QuotaGrant> TakeAsync(QuotaRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        if (IsAway)
        {
            return ValueTask.FromException<QuotaGrant>(new QuotaStoreException("It is switched off. Switch it on."));
        }

        if (!IsSlow && !AnswersLate)
        {
            return store.TakeAsync(request, cancellationToken);
        }

        TaskCompletionSource<QuotaGrant> answer = new();
        if (AnswersLate)
        {
            var grant = Count(request);
            _late.Add(() => answer.SetResult(grant));
        }
        else
        {
            _late.Add(() => answer.SetResult(Count(request)));
        }

        return new(answer.Task);
    }

    public ValueTask CloseAsync(string tenant, string bucket, DateTimeOffset until, TimeSpan duration, CancellationToken cancellationToken) =>
        IsAway ? ValueTask.FromException(new QuotaStoreException("It is switched off. Switch it on.")) : store.CloseAsync(tenant, bucket, until, duration, cancellationToken);

    public ValueTask<IAsyncDisposable> ListenAsync(string tenant, Action<QuotaNotice> listener, CancellationToken cancellationToken)
    {
        _listener = listener;
        return store.ListenAsync(tenant, notice => (IsDeaf ? null : _listener)?.Invoke(notice), cancellationToken);
    }

    /// <summary>Tells the host something that no other host did.</summary>
    public void Tell(QuotaNoticeKind notice) => _listener!(new(notice));

    /// <summary>Answers the requests that wait.</summary>
    public void AnswerAll()
    {
        IsSlow = false;
        AnswersLate = false;
        Action[] late = [.. _late];
        _late.Clear();
        Array.ForEach(late, answer => answer());
    }

    private QuotaGrant Count(QuotaRequest request) => store.TakeAsync(request, CancellationToken.None).AsTask().GetAwaiter().GetResult();
}
