using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <summary>One write from its first row to its last: resolves blocks, fills and sends calls, gives out outcomes in input order.</summary>
/// <remarks>
/// One loop takes the rows, and blocks and part-filled calls belong to it. Only the calls run beside it. What both use is guarded by
/// <c>_sync</c>. Disposing waits for the calls in flight.
/// </remarks>
internal sealed partial class WriteRun<T> : IAsyncDisposable
{
    private readonly ClientContext _context;
    private readonly WriteJob<T> _job;
    private readonly WriteOptions _options;
    private readonly Action<RowOutcome<T>> _emit;
    private readonly int _capacity;
    private readonly CallWriter<T> _writer;
    private readonly KeyLocks _locks;
    private readonly KeySpace _space;
    private readonly SemaphoreSlim _slots;
    private readonly WriteTally _tally;
    private readonly long? _total;
    private readonly CancellationToken _cancellationToken;

    private readonly WaitingRows _block;
    private readonly Dictionary<(WriteMode Mode, string Key), WaitingRows> _calls = [];
    private long _index;

    private readonly Lock _sync = new();
    private readonly Queue<WriteRow<T>> _order = new();
    private readonly HashSet<Task> _inFlight = [];
    private TaskCompletionSource _changed = NewSignal();
    private int _unconsumed;

    /// <summary>Prepares a write.</summary>
    /// <param name="context">The client.</param>
    /// <param name="job">The kind of write.</param>
    /// <param name="options">The caller's options.</param>
    /// <param name="lane">The lane in which the calls wait for the quota.</param>
    /// <param name="total">The number of rows, or null when it is not known.</param>
    /// <param name="capacity">The most rows taken whose outcomes are not consumed yet.</param>
    /// <param name="emit">Takes the outcomes in order. It is called under a lock, so it must only store them.</param>
    /// <param name="cancellationToken">Cancels the calls in flight. The tokens of the methods only end their waiting.</param>
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
        _total = total;
        _block = new(context.Transport.TimeProvider);
        _writer = new CallWriter<T>(context, job, options, lane);
        _locks = KeyLocks.For(context.Transport.Tenant);
        _space = new KeySpace(job.ObjectName, job.KeyFields);
        _slots = new SemaphoreSlim(options.MaxConcurrency, options.MaxConcurrency);
        _tally = new WriteTally(context.Transport, job.ObjectName, options.Progress, total);
    }

    /// <summary>The requests made so far.</summary>
    public long Requests => _writer.Calls.Count;

    /// <summary>Why no further call is made, or null.</summary>
    public GainsightException? StoppedBy => _writer.StoppedBy;

    /// <summary>Adds to the span of the write what became of its rows, and ends it.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A listener to spans is the application's own. It must not cost the report.")]
    public void End(Activity? span)
    {
        try
        {
            WriteTelemetry.End(span, _tally, Requests, StoppedBy);
        }
        catch (Exception exception)
        {
            Stop(exception);
        }
    }

    /// <summary>Takes a row. It is checked at once and sent when its block and its call are full.</summary>
    public async Task AddAsync(T? record, CancellationToken cancellationToken)
    {
        var row = new WriteRow<T>(_index++, record!);
        lock (_sync)
        {
            _order.Enqueue(row);
            _unconsumed++;
        }

        if (_writer.IsOver)
        {
            return;
        }

        if (_job.CheckAndKey(row) is { } errors)
        {
            Outcomes.Settle([row], RowStatus.Failed, null, errors);
        }

        if (_options.Journal is { } journal)
        {
            FindIn(journal, row);
        }

        if (row.Outcome is not null)
        {
            Finish([row]);
            return;
        }

        _block.Add(row);
        if (_block.Rows.Count == _job.BlockSize)
        {
            await ResolveBlockAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends everything that waits for more rows.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await ResolveBlockAsync(cancellationToken).ConfigureAwait(false);
        await DispatchAllAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends nothing more, because nobody reads the outcomes.</summary>
    public void Withdraw() => _writer.Withdraw();

    /// <summary>Ends the write because of an exception.</summary>
    public void Stop(Exception reason) => _writer.Stop(reason);

    /// <summary>Waits for the calls in flight. Rows that were not sent then become "not attempted".</summary>
    public async Task CompleteAsync()
    {
        await WhenIdleAsync(CancellationToken.None).ConfigureAwait(false);
        WriteRow<T>[] open;
        lock (_sync)
        {
            open = _order.Where(row => row.State != WriteRowState.Done).ToArray();
        }

        if (open.Length > 0)
        {
            Outcomes.Settle(open.Where(row => row.MayBeWritten || row.Followers?.Exists(static follower => follower.MayBeWritten) == true), RowStatus.Unknown, null, new RecordError(
                RecordErrorCodes.CallRefused, "Gainsight may have written this row's call or a part of it. The write ended before it was known."));
            Outcomes.Settle(open, RowStatus.NotAttempted, null);
        }

        Finish(open);

        // The rows of a list that were never taken from it.
        _tally.Add(RowStatus.NotAttempted, (int)((_total ?? _index) - _index));
        LogEnd();
    }

    [SuppressMessage("Design", "CA1031", Justification = "The exception is that of the application's logger or listener. It must not cost the report.")]
    private void LogEnd()
    {
        try
        {
            _tally.LogEnd(_context.Logger, Requests);
            if (_tally.Thrown is { } thrown)
            {
                Stop(thrown);
            }
        }
        catch (Exception exception)
        {
            Stop(exception);
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

        // There are open rows only after an unexpected failure. Other writes must not wait for their keys forever.
        ReleaseKeys(open);
        _slots.Dispose();
        _writer.Dispose();
    }

    private async Task ResolveBlockAsync(CancellationToken cancellationToken)
    {
        var block = _block.Take();
        if (block.Count == 0 || _writer.IsOver)
        {
            return;
        }

        if (_options.Preflight)
        {
            if (!await ReadAsync(block, () => _job.PreflightAsync(block, cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            Finish(block.Where(row => row.Outcome is not null).ToList());
            block.RemoveAll(row => row.Outcome is not null);
        }

        await ResolveAsync(WriteRow<T>.Join(block), cancellationToken).ConfigureAwait(false);
    }

    private async Task ResolveAsync(List<WriteRow<T>> leaders, CancellationToken cancellationToken)
    {
        WriteRow<T>[] followers = [.. leaders.SelectMany(static row => row.Followers ?? [])];
        if (leaders.Count == 0
            || !await LockKeysAsync(leaders, cancellationToken).ConfigureAwait(false)
            || !await ReadAsync(leaders, () => _job.ResolveAsync(leaders, _writer.Calls, cancellationToken), cancellationToken).ConfigureAwait(false)
            || (_options.Journal is not null && !await ReadAsync(leaders, () => _writer.LookBackAsync(leaders, cancellationToken), cancellationToken).ConfigureAwait(false)))
        {
            return;
        }

        leaders.RemoveAll(row => row.IsCarried);

        // A job can settle followers apart from the rows that carried them.
        Finish(leaders.Concat(followers).Where(row => row.Outcome is not null).ToList());
        var spellings = TakeSpellings(leaders);
        foreach (var row in leaders.Where(row => row.Outcome is null))
        {
            var key = (row.Mode, row.CallKey);
            if (!_calls.TryGetValue(key, out var call))
            {
                _calls[key] = call = new(_context.Transport.TimeProvider);
            }

            row.State = WriteRowState.InCall;
            call.Add(row);
            if (call.Rows.Count >= _writer.CallSize(row.Mode))
            {
                await DispatchAsync(key, cancellationToken).ConfigureAwait(false);
            }
        }

        if (!_writer.IsOver)
        {
            await ResolveAsync(spellings, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads what the rows need before they are sent. False when the write stops.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever is thrown, by whoever, the rows must be reported. The report says what it was.")]
    private async Task<bool> ReadAsync(IReadOnlyList<WriteRow<T>> rows, Func<Task> read, CancellationToken cancellationToken)
    {
        CallState.CounterOfWork = _writer.Calls;
        try
        {
            await read().ConfigureAwait(false);
            return true;
        }
        catch (GainsightException failure) when (failure.MayHaveBeenProcessed)
        {
            // Only a read failed, so nothing was sent. The next block's read may succeed. What a run before this one sent is still not known.
            Outcomes.Settle(
                rows.Where(static row => row.MayBeWritten || row.IsInDoubt), RowStatus.Unknown, (failure as GainsightApiException)?.RequestId, Outcomes.ErrorsOf(failure));
            Outcomes.Settle(rows, RowStatus.NotAttempted, (failure as GainsightApiException)?.RequestId, Outcomes.ErrorsOf(failure));
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (_writer.IsOver)
        {
            return false;
        }
        catch (Exception exception)
        {
            _writer.Stop(exception);
            return false;
        }
    }
}
