namespace Gainsight.Client;

/// <summary>Sends the rows of one call; when it is refused, tells the rows at fault from the others and gets the others written.</summary>
/// <remarks>
/// Rows are told apart by the field and value that the refusal reports, else by halving. An error that fits no row is not probed, nor
/// is a call of which nothing is accepted after many tries. Of an update that was written in part neither is concluded: most of its rows
/// are good, and one that is may go out again.
/// </remarks>
internal sealed class BadRowFinder<T>
{
    /// <summary>The refusals in a row after which a call is given up: enough to find some eight bad rows side by side.</summary>
    private const int MaxFruitless = 24;

    /// <summary>The refusals in a row that name single rows before halving takes over, which finds good rows among many bad ones sooner.</summary>
    private const int MaxNamed = 8;

    private readonly WriteJob<T> _job;
    private readonly ChunkFailure _chunkFailure;
    private readonly BadRowSearches _gate;
    private readonly Send _send;
    private readonly Func<IReadOnlyList<WriteRow<T>>, GainsightValidationException, Task<bool>> _settleUnmatched;
    private readonly CancellationToken _cancellationToken;
    private int _calls;
    private int _fruitless;
    private bool _hasAskedWhichMatch;
    private bool _isProbing;
    private bool _gaveUp;

    public BadRowFinder(
        WriteJob<T> job,
        ChunkFailure chunkFailure,
        BadRowSearches gate,
        Send send,
        Func<IReadOnlyList<WriteRow<T>>, GainsightValidationException, Task<bool>> settleUnmatched,
        CancellationToken cancellationToken)
    {
        _job = job;
        _chunkFailure = chunkFailure;
        _gate = gate;
        _send = send;
        _settleUnmatched = settleUnmatched;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Makes a call of some rows: null when the rows are settled, or the refusal of those that are not.</summary>
    public delegate Task<GainsightValidationException?> Send(IReadOnlyList<WriteRow<T>> rows);

    /// <summary>Sends the rows and resolves what is refused.</summary>
    public async Task WriteAsync(IReadOnlyList<WriteRow<T>> rows)
    {
        try
        {
            if (await SendAsync(rows).ConfigureAwait(false) is { } refusal)
            {
                await ResolveAsync(rows, refusal).ConfigureAwait(false);
            }
        }
        finally
        {
            if (_isProbing)
            {
                _gate.Leave();
            }
        }
    }

    private async Task<GainsightValidationException?> SendAsync(IReadOnlyList<WriteRow<T>> rows)
    {
        _calls++;
        var refusal = await _send(rows).ConfigureAwait(false);
        if (rows.Any(row => row.Outcome is { Succeeded: true }))
        {
            _fruitless = 0;
            _gate.Accepted();
        }
        else if (refusal is not null)
        {
            _fruitless++;
        }

        return refusal;
    }

    private async Task ResolveAsync(IReadOnlyList<WriteRow<T>> rows, GainsightValidationException refusal)
    {
        if (rows.Count == 1)
        {
            Fail(rows, refusal);
            return;
        }

        var rest = await SettleNamedAsync(rows, refusal).ConfigureAwait(false);
        var isNamed = rest.Count < rows.Count;
        var isAllRefused = !rest.Exists(row => row.MayBeWritten);
        if (rest.Count == 0)
        {
            return;
        }

        if (_chunkFailure == ChunkFailure.Report)
        {
            FailTogether(rest, refusal);
        }
        else if (!isNamed && isAllRefused && ErrorMatcher.FitsNoRow(_job, rest, refusal.Errors))
        {
            GiveUp();
            Fail(rest, refusal);
        }
        else if (!await MayCallAsync(isHalving: !isNamed).ConfigureAwait(false))
        {
            FailTogether(rest, refusal);
        }
        else if (isNamed && (rest.Count == 1 || _fruitless < MaxNamed))
        {
            if (await SendAsync(rest).ConfigureAwait(false) is { } next)
            {
                await ResolveAsync(rest, next).ConfigureAwait(false);
            }
        }
        else
        {
            await HalveAsync(rest, refusal, isKnownBad: !isNamed && isAllRefused).ConfigureAwait(false);
        }
    }

    /// <summary>Fails the rows that the refusal names: those that are still open, and where some may be written, each by an error that fits no other.</summary>
    private async Task<List<WriteRow<T>>> SettleNamedAsync(IReadOnlyList<WriteRow<T>> rows, GainsightValidationException refusal)
    {
        List<WriteRow<T>> open = [.. rows.Where(row => row.Outcome is null)];
        var named = new Dictionary<WriteRow<T>, List<RecordError>>();
        ErrorMatcher.Match(_job, open, refusal.Errors, named, mustBeAlone: open.Exists(row => row.MayBeWritten));
        foreach ((var row, var errors) in named)
        {
            Outcomes.Settle([row], RowStatus.Failed, refusal.RequestId, errors);
        }

        // Reading which rows match costs one call, halving up to twelve; what one read does not explain, a second would not.
        if (named.Count == 0 && !_hasAskedWhichMatch && _chunkFailure == ChunkFailure.Isolate)
        {
            _hasAskedWhichMatch = await _settleUnmatched(open, refusal).ConfigureAwait(false);
        }

        return [.. open.Where(row => row.Outcome is null)];
    }

    private async Task HalveAsync(List<WriteRow<T>> rows, GainsightValidationException refusal, bool isKnownBad)
    {
        var first = rows.GetRange(0, rows.Count / 2);
        var second = rows.GetRange(first.Count, rows.Count - first.Count);
        var isFirstWritten = await WriteHalfAsync(first, refusal).ConfigureAwait(false);
        if (isFirstWritten && isKnownBad && !second.Exists(MayBeGone))
        {
            // The second half is then known to hold the row at fault: it need not be asked.
            await ResolveAsync(second, refusal).ConfigureAwait(false);
        }
        else
        {
            await WriteHalfAsync(second, refusal).ConfigureAwait(false);
        }
    }

    private async Task<bool> WriteHalfAsync(List<WriteRow<T>> half, GainsightValidationException refusal)
    {
        if (!await MayCallAsync(isHalving: true).ConfigureAwait(false))
        {
            FailTogether(half, refusal);
            return false;
        }

        if (await SendAsync(half).ConfigureAwait(false) is { } next)
        {
            await ResolveAsync(half, next).ConfigureAwait(false);
            return false;
        }

        return half.TrueForAll(row => row.Outcome is { Succeeded: true });
    }

    private async Task<bool> MayCallAsync(bool isHalving)
    {
        if (!_isProbing && (isHalving || _calls > 1))
        {
            await _gate.EnterAsync(_cancellationToken).ConfigureAwait(false);
            _isProbing = true;
            _gaveUp |= _gate.IsHopeless;
        }

        if (_calls >= _job.MaxCalls || _fruitless >= MaxFruitless)
        {
            GiveUp();
        }

        return !_gaveUp;
    }

    private void GiveUp()
    {
        if (!_gaveUp)
        {
            _gaveUp = true;
            _gate.GaveUp();
        }
    }

    /// <summary>Whether a lost attempt may have deleted it, so that "not there" can be said of any number of rows, and none of them be at fault.</summary>
    private static bool MayBeGone(WriteRow<T> row) => row is { Group.Mode: WriteMode.Delete, MayBeWritten: true };

    private static void Fail(IEnumerable<WriteRow<T>> rows, GainsightValidationException refusal) => Outcomes.Settle(
        rows, RowStatus.Failed, refusal.RequestId, Outcomes.ErrorsOf(refusal, RecordErrorCodes.ChunkRefused));

    /// <summary>Fails rows that were not told apart, with what was reported of them together, in words that say so.</summary>
    private static void FailTogether(IReadOnlyList<WriteRow<T>> rows, GainsightValidationException refusal)
    {
        List<RecordError> errors = [.. Outcomes.ErrorsOf(refusal, RecordErrorCodes.ChunkRefused).DistinctBy(error => (error.Code, error.Field))];
        Outcomes.Settle(rows.Where(row => row.MayBeWritten), RowStatus.Unknown, refusal.RequestId, [.. errors]);
        errors.Add(new(
            RecordErrorCodes.ChunkRefused,
            "Gainsight refused the call that carried this row for the reasons above; whether this row is at fault was not established. It was not written."));
        Outcomes.Settle(rows, RowStatus.Failed, refusal.RequestId, errors);
    }
}
