namespace Gainsight.Client;

/// <summary>After a refused call: finds the bad rows, fails them, and sends the others again.</summary>
/// <remarks>
/// <para>Rows are matched by the field and value that the refusal reports. If that finds none, the call is halved.</para>
/// <para>
/// There is no search when an error fits no row, and it ends when many calls in a row are refused. After an update that was written in
/// part, neither applies: most of its rows are good, and a good row may be sent again.
/// </para>
/// </remarks>
internal sealed partial class BadRowFinder<T>
{
    /// <summary>The refusals in a row after which the search is given up. They are enough to find about eight bad rows side by side.</summary>
    private const int MaxFruitless = 24;

    /// <summary>The refusals in a row that name single rows before halving takes over. Halving finds good rows among many bad ones sooner.</summary>
    private const int MaxNamed = 8;

    /// <summary>The calls into which a call that is too large may be split. They are enough to send each row of a full call alone.</summary>
    private const int MaxSmaller = 100;

    private readonly WriteJob<T> _job;
    private readonly CallWriter<T> _writer;
    private readonly RefusedCall _refusedCall;
    private readonly bool _isAskedToIsolate;
    private readonly CancellationToken _cancellationToken;
    private int _calls;
    private int _splits;
    private int _fruitless;
    private bool _hasReadUnmatched;
    private bool? _wroteNothing;
    private bool _hasTurn;
    private bool _gaveUp;

    public BadRowFinder(WriteJob<T> job, CallWriter<T> writer, RefusedCall refusedCall, CancellationToken cancellationToken)
    {
        _job = job;
        _writer = writer;
        _isAskedToIsolate = refusedCall == RefusedCall.Isolate;
        _refusedCall = job.MaxCalls > 1 ? refusedCall : RefusedCall.Report;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Settles the rows of a refused call, except those that are not sent because the write stopped.</summary>
    public async Task ResolveCallAsync(IReadOnlyList<RefusedRows<T>> refused)
    {
        try
        {
            foreach (var call in refused)
            {
                Count(call.Rows, isRefused: true);
                try
                {
                    await ResolveAsync(call).ConfigureAwait(false);
                    await _writer.ReviseAsync(call.Rows, _cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    CallWriter<T>.Doubt(call.Rows);
                }

                NoteProof(call.Rows);
            }
        }
        finally
        {
            if (_hasTurn)
            {
                _writer.SearchTurn.Release();
            }
        }
    }

    private async Task ResolveAsync(RefusedRows<T> refused)
    {
        (var rows, var refusal, var isAlone, var blocked) = refused;
        if (isAlone)
        {
            FailAlone(rows, refusal);
            return;
        }

        var rest = await SettleNamedAsync(rows, refusal).ConfigureAwait(false);
        var isNamed = rest.Count < rows.Count;
        var isTooLarge = refusal.IsTooLarge;
        var mayHaveWritten = !_job.IsAllOrNothing || (_writer.KeepsGoodRows && rows[0].Mode != WriteMode.Insert);
        if (mayHaveWritten && !isTooLarge && blocked is null)
        {
            rest.ForEach(row => row.MayBeWritten = true);
        }

        var isAllRefused = !rest.Exists(row => row.MayBeWritten);
        if (rest.Count == 0)
        {
            return;
        }

        if (_refusedCall == RefusedCall.Report && !(isTooLarge && _isAskedToIsolate))
        {
            FailTogether(rest, refusal);
        }
        else if (!isNamed && isAllRefused && ErrorMatcher.FitsNoRow(_job, rest, refusal.Errors))
        {
            GiveUp();
            Fail(rest, refusal);
        }
        else
        {
            var mayCall = await MayCallAsync(isHalving: !isNamed, isTooLarge).ConfigureAwait(false);
            if (!isTooLarge && blocked is null && !refusal.IsAcceptance)
            {
                rest = await SettleWrittenAsync(rest, refusal).ConfigureAwait(false);
            }

            await SplitAsync(rest, refused, isNamed, mayCall).ConfigureAwait(false);
        }
    }

    private async Task SplitAsync(List<WriteRow<T>> rest, RefusedRows<T> refused, bool isNamed, bool mayCall)
    {
        if (rest.Count == 0)
        {
            return;
        }

        if (!mayCall)
        {
            FailTogether(rest, refused.Refusal);
        }
        else if (rest.Count == 1 || (isNamed && _fruitless < MaxNamed))
        {
            await SendAsync(rest).ConfigureAwait(false);
        }
        else
        {
            await HalveAsync(rest, refused.Refusal, refused.Blocked).ConfigureAwait(false);
        }
    }

    /// <summary>Sends both halves. That one of them passes does not condemn the other: the call may have been too large.</summary>
    private async Task HalveAsync(List<WriteRow<T>> rows, ApiRefusal refusal, GainsightException? blocked)
    {
        var isTooLarge = refusal.IsTooLarge;
        List<RefusedRows<T>> refused = [];
        var blockedHalves = 0;
        foreach (var half in new[] { rows.GetRange(0, rows.Count / 2), rows.GetRange(rows.Count / 2, rows.Count - (rows.Count / 2)) })
        {
            if (!await MayCallAsync(isHalving: true, isTooLarge).ConfigureAwait(false))
            {
                FailTogether(half, refusal);
                continue;
            }

            // A call that is too large says nothing of its rows. Splitting it leaves the calls of the search to the search.
            _splits += isTooLarge ? 1 : 0;
            var next = await SendOnceAsync(half).ConfigureAwait(false);
            blockedHalves += next.Any(call => call.Blocked is not null) ? 1 : 0;
            refused.AddRange(next);
            if (blocked is null)
            {
                // The first half is done with first, so that the search is given up early where nothing passes.
                await ResolveAllAsync(next).ConfigureAwait(false);
            }
        }

        if (blockedHalves == 2 && blocked is not null)
        {
            // Not the text of a row: everything is refused.
            _writer.Stop(blocked);
        }
        else if (blocked is not null)
        {
            await ResolveAllAsync(refused).ConfigureAwait(false);
        }

        if (refused.Count == 0 && rows.TrueForAll(row => row.Outcome is { Succeeded: true }) && (isTooLarge || refusal is { Errors.Count: 0, IsAcceptance: false }) && blocked is null)
        {
            _writer.Limit(rows[0].Mode, (rows.Count + 1) / 2);
        }
    }

    private async Task ResolveAllAsync(IReadOnlyList<RefusedRows<T>> refused)
    {
        foreach (var next in refused)
        {
            await ResolveAsync(next).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(IReadOnlyList<WriteRow<T>> rows)
    {
        await ResolveAllAsync(await SendOnceAsync(rows).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<RefusedRows<T>>> SendOnceAsync(IReadOnlyList<WriteRow<T>> rows)
    {
        var refused = await _writer.SendAsync(rows, _cancellationToken).ConfigureAwait(false);
        Count(rows, refused.Count > 0);
        return refused;
    }

    private void Count(IReadOnlyList<WriteRow<T>> rows, bool isRefused)
    {
        _calls++;
        if (rows.Any(row => row.Outcome is { Succeeded: true }))
        {
            _fruitless = 0;
        }
        else if (isRefused)
        {
            _fruitless++;
        }
    }

    private async Task<bool> MayCallAsync(bool isHalving, bool isTooLarge = false)
    {
        if (!_hasTurn && (isHalving || _calls > 1))
        {
            await _writer.SearchTurn.WaitAsync(_cancellationToken).ConfigureAwait(false);
            _hasTurn = true;
            _gaveUp |= _writer.IsSearchHopeless;
        }

        if ((isTooLarge ? _splits >= MaxSmaller : _calls - _splits >= _job.MaxCalls) || _fruitless >= MaxFruitless)
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

    /// <summary>Fails a row that was sent alone, unless the answer leaves open what became of it.</summary>
    private static void FailAlone(IReadOnlyList<WriteRow<T>> rows, ApiRefusal refusal)
    {
        // A new row that may be written is looked up when the call is done.
        Outcomes.Settle(
            rows.Where(row => refusal.IsAcceptance || (row is { MayBeWritten: true, Mode: not WriteMode.Insert } && !refusal.HasReason)),
            RowStatus.Unknown,
            refusal.RequestId,
            Outcomes.ErrorsOf(refusal));
        Fail(rows, refusal);
    }

    private static void Fail(IEnumerable<WriteRow<T>> rows, ApiRefusal refusal) =>
        Outcomes.Settle(rows, RowStatus.Failed, refusal.RequestId, Outcomes.ErrorsOf(refusal));

    /// <summary>Fails rows whose bad ones were not found, with all errors of the call and a note that says so.</summary>
    private void FailTogether(IReadOnlyList<WriteRow<T>> rows, ApiRefusal refusal)
    {
        List<RecordError> errors = [.. Outcomes.ErrorsOf(refusal).DistinctBy(error => (error.Code, error.Field))];

        // A new row that can be looked up is looked up when the call is done.
        Outcomes.Settle(
            rows.Where(row => row.MayBeWritten ? !(row.Mode == WriteMode.Insert && _job.CanMiss(row)) : _writer.KeepsGoodRows),
            RowStatus.Unknown,
            refusal.RequestId,
            [.. errors]);
        errors.Add(new(
            RecordErrorCodes.CallRefused,
            "Gainsight refused this row's call for the reasons above. Whether this row is one of the bad ones is not known. It was not written."));
        Outcomes.Settle(rows, RowStatus.Failed, refusal.RequestId, errors);
    }
}
