namespace Gainsight.Client;

/// <summary>One write from its first row to its last: blocks are resolved, calls filled and sent, outcomes given out in input order.</summary>
/// <remarks>
/// Rows are taken by one loop, to which blocks and part-filled calls belong; only the calls run beside it. What both touch is guarded
/// by <c>_sync</c>. Disposing waits for the calls under way.
/// </remarks>
internal sealed partial class WriteRun<T> : IAsyncDisposable
{
    private readonly ClientContext _context;
    private readonly WriteJob<T> _job;
    private readonly WriteOptions _options;
    private readonly Action<RowOutcome<T>> _emit;
    private readonly int _capacity;
    private readonly CallWriter<T> _writer;
    private readonly KeyLocks _gate;
    private readonly string _gatePrefix;
    private readonly SemaphoreSlim _slots;
    private readonly WriteProgressReporter _progress;
    private readonly WriteTally _tally;
    private readonly long? _total;
    private readonly long _started;
    private readonly CancellationToken _cancellationToken;

    private readonly Dictionary<CallShape, PartFilled> _groups = [];
    private readonly PartFilled _block;
    private long _index;

    private readonly Lock _sync = new();
    private readonly Queue<WriteRow<T>> _order = new();
    private readonly HashSet<Task> _inFlight = [];
    private TaskCompletionSource _changed = NewSignal();
    private int _unconsumed;
    private Exception? _fault;

    /// <summary>Prepares a write.</summary>
    /// <param name="context">The client.</param>
    /// <param name="job">The kind of write.</param>
    /// <param name="options">The caller's options.</param>
    /// <param name="lane">Who waits for permits.</param>
    /// <param name="total">The number of rows, where it is known.</param>
    /// <param name="capacity">The most rows taken and not yet consumed.</param>
    /// <param name="emit">Takes the outcomes in order; called under a lock, so it must only store them.</param>
    /// <param name="cancellationToken">Cancels the calls that are under way; the tokens of the methods only end their waiting.</param>
    public WriteRun(
        ClientContext context,
        WriteJob<T> job,
        WriteOptions options,
        RequestLane lane,
        long? total,
        int capacity,
        Action<RowOutcome<T>> emit,
        CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _context = context;
        _job = job;
        _options = options;
        _emit = emit;
        _capacity = capacity;
        _block = new(context.Transport.TimeProvider);
        _writer = new CallWriter<T>(context, job, options, lane, State);
        _gate = KeyLocks.For(context.Transport.Host, context.Transport.TimeProvider);
        _gatePrefix = $"{job.ObjectName}\u001e{string.Join(',', job.Keys)}\u001e".ToUpperInvariant();
        _slots = new SemaphoreSlim(options.MaxConcurrency, options.MaxConcurrency);
        _progress = new WriteProgressReporter(context.Transport, options.Progress, total);
        _tally = new WriteTally(job.ObjectName);
        _total = total;
        _started = context.Transport.TimeProvider.GetTimestamp();
    }

    public WriteRunState State { get; } = new();

    /// <summary>Takes a row: it is checked at once, and goes out when its block and its call are full.</summary>
    public async Task AddAsync(T? record, CancellationToken cancellationToken)
    {
        var row = new WriteRow<T>(_index++, record!);
        lock (_sync)
        {
            _order.Enqueue(row);
            _unconsumed++;
        }

        if (State.StoppedBy is not null)
        {
            return;
        }

        if (_job.CheckAndKey(row) is { } error)
        {
            Outcomes.Settle([row], RowStatus.Failed, null, error);
            Finish([row]);
            return;
        }

        _block.Add(row);
        if (_block.Rows.Count == _job.BlockSize)
        {
            await ResolveBlockAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends everything that waits for company.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await ResolveBlockAsync(cancellationToken).ConfigureAwait(false);
        foreach (var group in _groups.Keys.ToList())
        {
            await DispatchAsync(group, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the calls under way; rows that were not sent are then given out as not attempted.</summary>
    /// <exception cref="Exception">A call failed in a way that was not foreseen.</exception>
    public async Task CompleteAsync()
    {
        await WhenIdleAsync(CancellationToken.None).ConfigureAwait(false);
        WriteRow<T>[] open;
        lock (_sync)
        {
            open = _order.Where(row => row.Outcome is null).ToArray();
        }

        Outcomes.Settle(open.Where(row => row.MayBeWritten), RowStatus.Unknown, null, new RecordError(
            RecordErrorCodes.ChunkRefused, "Gainsight wrote some of the rows of the call that carried this one, and the work ended before it was known which."));
        Outcomes.Settle(open, RowStatus.NotAttempted, null);
        Finish(open);

        // The rows of a list that were never taken from it.
        _tally.Add(RowStatus.NotAttempted, (int)((_total ?? _index) - _index));
        _tally.LogEnd(_context.Logger, State.Calls.Count, _context.Transport.TimeProvider.GetElapsedTime(_started));
        if (_fault is not null)
        {
            throw new InvalidOperationException("The write failed in a way that this library does not foresee; please report it.", _fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task[] inFlight;
        WriteRow<T>[] open;
        lock (_sync)
        {
            inFlight = [.. _inFlight];
        }

        await Task.WhenAll(inFlight).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_sync)
        {
            open = [.. _order];
        }

        // Only after a failure that nobody foresaw: other writes must not wait for these keys for ever.
        LeaveGate(open);
        _slots.Dispose();
        _writer.Dispose();
    }

    private async Task ResolveBlockAsync(CancellationToken cancellationToken)
    {
        var block = _block.Take();
        if (block.Count == 0 || State.StoppedBy is not null)
        {
            return;
        }

        if (_options.Preflight)
        {
            if (!await ReadAsync(block, () => _job.PreflightAsync(block, cancellationToken)).ConfigureAwait(false))
            {
                return;
            }

            Finish(block.Where(row => row.Outcome is not null).ToList());
            block.RemoveAll(row => row.Outcome is not null);
        }

        var leaders = DuplicateKeys.Join(block);
        if (leaders.Count == 0 || !await EnterGateAsync(leaders, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        if (!await ReadAsync(leaders, () => _job.ResolveAsync(leaders, State.Calls, cancellationToken)).ConfigureAwait(false))
        {
            return;
        }

        leaders.RemoveAll(row => row.IsCarried);
        Finish(leaders.Where(row => row.Outcome is not null).ToList());
        foreach (var row in leaders.Where(row => row.Outcome is null))
        {
            if (!_groups.TryGetValue(row.Group, out var group))
            {
                _groups[row.Group] = group = new(_context.Transport.TimeProvider);
            }

            row.State = WriteRowState.InGroup;
            group.Add(row);
            if (group.Rows.Count == _job.ChunkSize)
            {
                await DispatchAsync(row.Group, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads what the rows need before they are sent; false when the work stops.</summary>
    private async Task<bool> ReadAsync(IReadOnlyList<WriteRow<T>> rows, Func<Task> read)
    {
        try
        {
            await read().ConfigureAwait(false);
            return true;
        }
        catch (GainsightException failure) when (failure.MayHaveBeenProcessed)
        {
            // Only a read failed, so nothing is written. Another block may have better luck.
            Outcomes.Settle(rows, RowStatus.Failed, Outcomes.RequestIdOf(failure), Outcomes.ErrorsOf(failure, RecordErrorCodes.TransportFailure));
            return true;
        }
        catch (GainsightException failure)
        {
            State.Stop(failure);
            return false;
        }
    }
}
