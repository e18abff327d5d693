namespace Gainsight.Client;

/// <summary>One write from its first row to its last: blocks are resolved, calls filled and sent, outcomes given out in input order.</summary>
/// <remarks>
/// Rows are taken by one loop, to which blocks and part-filled calls belong; only the calls run beside it. What both touch is guarded
/// by <c>_sync</c>.
/// </remarks>
internal sealed partial class WriteRun<T> : IDisposable
{
    private readonly ClientContext _context;
    private readonly WriteJob<T> _job;
    private readonly WriteOptions _options;
    private readonly Action<RowOutcome<T>> _emit;
    private readonly int _capacity;
    private readonly ChunkWriter<T> _writer;
    private readonly KeyGate _gate;
    private readonly SemaphoreSlim _slots;
    private readonly WriteProgressReporter _progress;
    private readonly CancellationToken _cancellationToken;

    private readonly Dictionary<ChunkGroup, PartFilled> _groups = [];
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
        _writer = new ChunkWriter<T>(context, job, options, lane, State);
        _gate = KeyGate.For(context.Transport.Host, context.Transport.TimeProvider);
        _slots = new SemaphoreSlim(options.MaxConcurrency, options.MaxConcurrency);
        _progress = new WriteProgressReporter(context.Transport, options.Progress, total);
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

        if (_job.Check(record) is { } error)
        {
            Outcomes.Settle([row], RowStatus.Failed, null, error);
            Finish([row]);
            return;
        }

        row.Key = _job.KeyOf(row.Record);
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
        foreach (ChunkGroup group in _groups.Keys.ToList())
        {
            await DispatchAsync(group, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the calls under way; rows that were not sent are then given out as not attempted.</summary>
    /// <exception cref="Exception">A call failed in a way that was not foreseen.</exception>
    public async Task CompleteAsync()
    {
        await WhenIdleAsync(CancellationToken.None).ConfigureAwait(false);
        WriteRow<T>[] unsent;
        lock (_sync)
        {
            unsent = _order.Where(row => row.Outcome is null).ToArray();
        }

        Outcomes.Settle(unsent, RowStatus.NotAttempted, null);
        Finish(unsent);
        if (_fault is not null)
        {
            throw new InvalidOperationException("The write failed in a way that this library does not foresee; please report it.", _fault);
        }
    }

    public void Dispose()
    {
        _slots.Dispose();
        _writer.Dispose();
    }

    private async Task ResolveBlockAsync(CancellationToken cancellationToken)
    {
        List<WriteRow<T>> block = _block.Take();
        if (block.Count == 0 || State.StoppedBy is not null)
        {
            return;
        }

        List<WriteRow<T>> leaders = MergeSameKeys(block);
        await EnterGateAsync(leaders, cancellationToken).ConfigureAwait(false);
        try
        {
            await _job.ResolveAsync(leaders, State.Calls, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightException failure) when (failure.MayHaveBeenProcessed)
        {
            // Only a read failed, so nothing is written. Another block may have better luck.
            Outcomes.Settle(leaders, RowStatus.Failed, Outcomes.RequestIdOf(failure), Outcomes.ErrorsOf(failure, RecordErrorCodes.TransportFailure));
        }
        catch (GainsightException failure)
        {
            State.Stop(failure);
            return;
        }

        Finish(leaders.Where(row => row.Outcome is not null).ToList());
        foreach (WriteRow<T> row in leaders.Where(row => row.Outcome is null))
        {
            if (!_groups.TryGetValue(row.Group, out PartFilled? group))
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

    private async Task DispatchAsync(ChunkGroup group, CancellationToken cancellationToken)
    {
        if (!_groups.Remove(group, out PartFilled? partFilled))
        {
            return;
        }

        List<WriteRow<T>> rows = partFilled.Rows;
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        rows.ForEach(row => row.State = WriteRowState.InFlight);
        lock (_sync)
        {
            // Started under the lock, so that the task cannot take itself out of the set before it is in.
            _inFlight.Add(Task.Run(() => SendAsync(group, rows), CancellationToken.None));
        }
    }

    private async Task SendAsync(ChunkGroup group, List<WriteRow<T>> rows)
    {
        try
        {
            await _writer.WriteAsync(group, rows, _cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_cancellationToken.IsCancellationRequested)
        {
            // The rows say themselves whether they were under way.
        }
#pragma warning disable CA1031 // Whatever it is, the rows must be reported; CompleteAsync throws it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _fault ??= exception;
            Outcomes.Settle(rows.Where(row => row.Outcome is null), RowStatus.Unknown, null, new RecordError(RecordErrorCodes.TransportFailure, exception.Message));
        }
        finally
        {
            _slots.Release();
            Finish(rows.Where(row => row.Outcome is not null).ToList());
        }
    }

    /// <summary>Gives out outcomes, to the later rows of the same keys as well, and lets the keys go.</summary>
    private void Finish(IReadOnlyList<WriteRow<T>> rows)
    {
        foreach (WriteRow<T> row in rows)
        {
            foreach (WriteRow<T> follower in row.Followers ?? [])
            {
                RowStatus status = row.Outcome!.Status == RowStatus.Inserted ? RowStatus.Updated : row.Outcome.Status;
                follower.Outcome = new(follower.Index, follower.Record, status, row.Outcome.Gsid, row.Outcome.Errors, row.Outcome.RequestId);
            }

            if (row.HoldsKey)
            {
                row.HoldsKey = false;
                _gate.Leave(GateKey(row));
            }
        }

        lock (_sync)
        {
            while (_order.TryPeek(out WriteRow<T>? head) && head.Outcome is not null)
            {
                _emit(_order.Dequeue().Outcome!);
                _progress.Count(head.Outcome.Succeeded);
            }

            _inFlight.RemoveWhere(task => task.IsCompleted);
            Signal();
        }

        _progress.Report(State.Calls.Count);
    }
}
