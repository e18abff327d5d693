namespace Gainsight.Client;

/// <summary>After a refused call: finds the bad rows, fails them, and sends the others again.</summary>
/// <remarks>
/// <para>Rows are matched by the field and value that the refusal reports. If that finds none, the call is halved.</para>
/// <para>
/// There is no search when an error fits no row, and it ends when many calls in a row are refused. After an update that was written in
/// part, neither applies: most of its rows are good, and a good row may be sent again.
/// </para>
/// </remarks>
internal sealed class BadRowFinder<T>
{
    /// <summary>The refusals in a row after which the search is given up. They are enough to find about eight bad rows side by side.</summary>
    private const int MaxFruitless = 24;

    /// <summary>The refusals in a row that name single rows before halving takes over. Halving finds good rows among many bad ones sooner.</summary>
    private const int MaxNamed = 8;

    private readonly WriteJob<T> _job;
    private readonly CallWriter<T> _writer;
    private readonly ChunkFailure _chunkFailure;
    private readonly CancellationToken _cancellationToken;
    private int _calls;
    private int _fruitless;
    private bool _hasReadUnmatched;
    private bool _hasTurn;
    private bool _gaveUp;

    public BadRowFinder(WriteJob<T> job, CallWriter<T> writer, ChunkFailure chunkFailure, CancellationToken cancellationToken)
    {
        _job = job;
        _writer = writer;
        _chunkFailure = job.MaxCalls > 1 ? chunkFailure : ChunkFailure.Report;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Settles the rows of a refused call, except those that are not sent because the write stopped.</summary>
    public async Task ResolveCallAsync(IReadOnlyList<WriteRow<T>> rows, ApiRefusal refusal)
    {
        try
        {
            Count(rows, refusal);
            await ResolveAsync(rows, refusal).ConfigureAwait(false);
        }
        finally
        {
            if (_hasTurn)
            {
                _writer.SearchTurn.Release();
            }
        }
    }

    private async Task ResolveAsync(IReadOnlyList<WriteRow<T>> rows, ApiRefusal refusal)
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

    /// <summary>Fails the open rows that the refusal names. Where some may be written, an error names a row only if it fits no other.</summary>
    private async Task<List<WriteRow<T>>> SettleNamedAsync(IReadOnlyList<WriteRow<T>> rows, ApiRefusal refusal)
    {
        List<WriteRow<T>> open = [.. rows.Where(row => row.Outcome is null)];
        var named = new Dictionary<WriteRow<T>, List<RecordError>>();
        ErrorMatcher.Match(_job, open, refusal.Errors, named, mustBeAlone: open.Exists(row => row.MayBeWritten));
        foreach ((var row, var errors) in named)
        {
            Outcomes.Settle([row], RowStatus.Failed, refusal.RequestId, errors);
        }

        if (named.Count == 0 && _chunkFailure == ChunkFailure.Isolate)
        {
            await SettleUnmatchedAsync(open, refusal).ConfigureAwait(false);
        }

        return [.. open.Where(row => row.Outcome is null)];
    }

    /// <summary>After an update refused because some rows match nothing: one read finds those rows. Halving would cost up to twelve calls; a second read would tell no more.</summary>
    private async Task SettleUnmatchedAsync(List<WriteRow<T>> rows, ApiRefusal refusal)
    {
        if (_hasReadUnmatched
            || rows is not [{ Mode: WriteMode.UpdateByKeys or WriteMode.UpdateByGsid } first, ..]
            || refusal.Code != ErrorCodes.NoMatch
            || refusal.Errors.Any(error => error.Field is not null))
        {
            return;
        }

        _hasReadUnmatched = true;
        try
        {
            var found = await _job.FindAsync(rows, _writer.Calls, _cancellationToken).ConfigureAwait(false);
            var key = first.Mode == WriteMode.UpdateByGsid ? SystemFields.Gsid : _job.Keys[0];
            Outcomes.Settle(rows.Where(row => !found.ContainsKey(row)), RowStatus.Failed, refusal.RequestId, Outcomes.Unmatched(key));
        }
        catch (GainsightException)
        {
            // Halving finds the rows too, with more calls.
        }
    }

    private async Task HalveAsync(List<WriteRow<T>> rows, ApiRefusal refusal, bool isKnownBad)
    {
        var first = rows.GetRange(0, rows.Count / 2);
        var second = rows.GetRange(first.Count, rows.Count - first.Count);
        var isFirstWritten = await WriteHalfAsync(first, refusal).ConfigureAwait(false);
        if (isFirstWritten && isKnownBad && !second.Exists(MayBeGone))
        {
            // The bad row must then be in the second half, so that half need not be sent whole.
            await ResolveAsync(second, refusal).ConfigureAwait(false);
        }
        else
        {
            await WriteHalfAsync(second, refusal).ConfigureAwait(false);
        }
    }

    private async Task<bool> WriteHalfAsync(List<WriteRow<T>> half, ApiRefusal refusal)
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

    private async Task<ApiRefusal?> SendAsync(IReadOnlyList<WriteRow<T>> rows)
    {
        var refusal = await _writer.SendAsync(rows, _cancellationToken).ConfigureAwait(false);
        Count(rows, refusal);
        return refusal;
    }

    private void Count(IReadOnlyList<WriteRow<T>> rows, ApiRefusal? refusal)
    {
        _calls++;
        if (rows.Any(row => row.Outcome is { Succeeded: true }))
        {
            _fruitless = 0;
        }
        else if (refusal is not null)
        {
            _fruitless++;
        }
    }

    private async Task<bool> MayCallAsync(bool isHalving)
    {
        if (!_hasTurn && (isHalving || _calls > 1))
        {
            await _writer.SearchTurn.WaitAsync(_cancellationToken).ConfigureAwait(false);
            _hasTurn = true;
            _gaveUp |= _writer.IsSearchHopeless;
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
            _writer.GiveUpSearch();
        }
    }

    /// <summary>Whether a lost attempt may have deleted the row. "Not found" can then be true of any number of rows without one being bad.</summary>
    private static bool MayBeGone(WriteRow<T> row) => row is { Mode: WriteMode.Delete, MayBeWritten: true };

    private static void Fail(IEnumerable<WriteRow<T>> rows, ApiRefusal refusal) =>
        Outcomes.Settle(rows, RowStatus.Failed, refusal.RequestId, Outcomes.ErrorsOf(refusal));

    /// <summary>Fails rows whose bad ones were not found, with all errors of the call and a note that says so.</summary>
    private static void FailTogether(IReadOnlyList<WriteRow<T>> rows, ApiRefusal refusal)
    {
        List<RecordError> errors = [.. Outcomes.ErrorsOf(refusal).DistinctBy(error => (error.Code, error.Field))];
        Outcomes.Settle(rows.Where(row => row.MayBeWritten), RowStatus.Unknown, refusal.RequestId, [.. errors]);
        errors.Add(new(
            RecordErrorCodes.ChunkRefused,
            "Gainsight refused this row's call for the reasons above. Whether this row is one of the bad ones is not known. It was not written."));
        Outcomes.Settle(rows, RowStatus.Failed, refusal.RequestId, errors);
    }
}
