namespace Gainsight.Client;

/// <summary>Tells the rows at fault from the others when Gainsight refuses a call, and gets the others written.</summary>
/// <remarks>
/// Rows are told apart by the field and value the refusal reports, else by halving. An error that fits no row is not probed, and after
/// two calls in a row of which no row was good nothing is halved any more, until a call succeeds.
/// </remarks>
internal sealed class RefusalResolver<T>(WriteJob<T> job, ChunkFailure chunkFailure) : IDisposable
{
    private const int MaxCalls = 64;
    private const int MaxSystemic = 2;

    // Halving is done for one call at a time, so that the second of many alike learns that halving is of no use.
    private readonly SemaphoreSlim _halving = new(1, 1);
    private int _systemic;

    /// <summary>Makes a call of some rows: the refusal, or null when the rows are settled.</summary>
    public delegate Task<GainsightValidationException?> Send(IReadOnlyList<WriteRow<T>> rows);

    /// <summary>Sends the rows of one call and resolves what is refused.</summary>
    public async Task WriteAsync(IReadOnlyList<WriteRow<T>> rows, Send send, CancellationToken cancellationToken)
    {
        int calls = 0;
        GainsightValidationException? refusal = await SendCountedAsync(rows).ConfigureAwait(false);
        if (refusal is not null)
        {
            await ResolveAsync(rows, refusal, isHalving: false, SendCountedAsync, () => calls < MaxCalls, cancellationToken).ConfigureAwait(false);
        }

        bool allFailed = refusal is not null && rows.All(row => row.Outcome is { Status: RowStatus.Failed });
        Volatile.Write(ref _systemic, allFailed ? _systemic + 1 : 0);

        Task<GainsightValidationException?> SendCountedAsync(IReadOnlyList<WriteRow<T>> part)
        {
            calls++;
            return send(part);
        }
    }

    public void Dispose() => _halving.Dispose();

    private async Task ResolveAsync(
        IReadOnlyList<WriteRow<T>> rows, GainsightValidationException refusal, bool isHalving, Send send, Func<bool> mayCall, CancellationToken cancellationToken)
    {
        var named = new Dictionary<WriteRow<T>, List<RecordError>>();
        ErrorMatcher.Match(job, rows, refusal.Errors, named);
        if (chunkFailure == ChunkFailure.Report || rows.Count == 1 || (named.Count == 0 && FitsNoRow(rows, refusal)))
        {
            Fail(rows, refusal);
            return;
        }

        foreach ((WriteRow<T> row, List<RecordError> errors) in named)
        {
            Outcomes.Settle([row], RowStatus.Failed, refusal.RequestId, errors);
        }

        List<WriteRow<T>> rest = rows.Where(row => !named.ContainsKey(row)).ToList();
        if (rest.Count == 0)
        {
            return;
        }

        if (named.Count == 0)
        {
            await HalveAsync(rest, refusal, isHalving, send, mayCall, cancellationToken).ConfigureAwait(false);
        }
        else if (!mayCall())
        {
            Fail(rest, NotIsolated(refusal));
        }
        else if (await send(rest).ConfigureAwait(false) is { } next)
        {
            await ResolveAsync(rest, next, isHalving, send, mayCall, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task HalveAsync(
        List<WriteRow<T>> rows, GainsightValidationException refusal, bool isHalving, Send send, Func<bool> mayCall, CancellationToken cancellationToken)
    {
        if (!isHalving)
        {
            await _halving.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            if (!isHalving && Volatile.Read(ref _systemic) >= MaxSystemic)
            {
                Fail(rows, NotIsolated(refusal));
                return;
            }

            List<WriteRow<T>> first = rows.GetRange(0, rows.Count / 2);
            List<WriteRow<T>> second = rows.GetRange(first.Count, rows.Count - first.Count);
            GainsightValidationException? firstRefusal = await SendHalfAsync(first).ConfigureAwait(false);

            // With the first half written, the second is known to hold the row at fault: it need not be asked.
            if (firstRefusal is null && first.All(row => row.Outcome is { Succeeded: true }))
            {
                await ResolveAsync(second, refusal, isHalving: true, send, mayCall, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await SendHalfAsync(second).ConfigureAwait(false);
            }
        }
        finally
        {
            if (!isHalving)
            {
                _halving.Release();
            }
        }

        async Task<GainsightValidationException?> SendHalfAsync(List<WriteRow<T>> half)
        {
            if (!mayCall())
            {
                Fail(half, NotIsolated(refusal));
                return refusal;
            }

            GainsightValidationException? halfRefusal = await send(half).ConfigureAwait(false);
            if (halfRefusal is not null)
            {
                await ResolveAsync(half, halfRefusal, isHalving: true, send, mayCall, cancellationToken).ConfigureAwait(false);
            }

            return halfRefusal;
        }
    }

    /// <summary>Whether the refusal names fields with values, and none of the rows sends anything in them.</summary>
    private bool FitsNoRow(IReadOnlyList<WriteRow<T>> rows, GainsightValidationException refusal) =>
        refusal.Errors.Count > 0
        && refusal.Errors.All(error => error.Field is not null && error.InvalidValue is not null && !ErrorMatcher.IsSent(job, rows, error.Field));

    private static void Fail(IEnumerable<WriteRow<T>> rows, GainsightValidationException refusal) => Outcomes.Settle(
        rows, RowStatus.Failed, refusal.RequestId, Outcomes.ErrorsOf(refusal, RecordErrorCodes.ChunkRefused));

    /// <summary>The refusal of rows that were not told apart, in words that say so.</summary>
    private static GainsightValidationException NotIsolated(GainsightValidationException refusal) => new(refusal.Message)
    {
        StatusCode = refusal.StatusCode,
        RequestId = refusal.RequestId,
        Errors =
        [
            new(RecordErrorCodes.ChunkRefused, "Gainsight refused the call that carried this row, and too many calls were refused to find out whether this row is at fault."),
            .. Outcomes.ErrorsOf(refusal, RecordErrorCodes.ChunkRefused),
        ],
    };
}
