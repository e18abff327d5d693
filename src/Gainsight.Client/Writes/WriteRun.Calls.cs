using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <content>The calls that run beside the loop, what becomes of their rows, and what the loop waits for.</content>
internal sealed partial class WriteRun<T>
{
    /// <summary>How long until a part-filled call must be sent, or null when no row waits for others.</summary>
    private TimeSpan? TimeToFlush
    {
        get
        {
            var oldest = _block.Age;
            foreach (var call in _calls.Values)
            {
                oldest = oldest is null || call.Age > oldest ? call.Age : oldest;
            }

            return oldest is null ? null : TimeSpan.FromTicks(Math.Max(0, (_options.MaxFillDelay - oldest.Value).Ticks));
        }
    }

    /// <summary>Notes that the caller took an outcome, which makes room for a row.</summary>
    public void Consumed()
    {
        lock (_sync)
        {
            _unconsumed--;
            Signal();
        }
    }

    /// <summary>Waits until another row may be taken. The call that the oldest row waits for is sent, full or not.</summary>
    public async Task WaitForRoomAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            WriteRow<T>? head;
            Task changed;
            lock (_sync)
            {
                if (_unconsumed < _capacity || StoppedBy is not null)
                {
                    return;
                }

                _order.TryPeek(out head);
                changed = _changed.Task;
            }

            if (head is { State: WriteRowState.InBlock, Outcome: null } && _block.Rows.Count > 0)
            {
                await ResolveBlockAsync(cancellationToken).ConfigureAwait(false);
            }
            else if (head is { State: WriteRowState.InCall } && _calls.ContainsKey((head.Mode, head.CallKey)))
            {
                await DispatchAsync((head.Mode, head.CallKey), cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await EndsInTimeAsync(changed, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Waits for a task until it ends, the write stops, or a part-filled call must be sent, which then is sent.</summary>
    /// <returns>Whether the task has ended.</returns>
    public async Task<bool> EndsInTimeAsync(Task task, CancellationToken cancellationToken)
    {
        if (task.IsCompleted)
        {
            return true;
        }

        var awaited = _locks.Awaited;
        if (_calls.Count > 0 && _locks.HasWaiting && _locks.IsAwaited(KeysOf([.. _calls.Values.SelectMany(call => call.Rows).Where(row => row.HoldsKey)])))
        {
            // Rows that wait for their call to fill must not keep another write waiting.
            await DispatchAllAsync(cancellationToken).ConfigureAwait(false);
        }

        var left = TimeToFlush;
        try
        {
            await (_calls.Count > 0 ? Task.WhenAny(task, _writer.Stopped, awaited) : Task.WhenAny(task, _writer.Stopped))
                .WaitAsync(left ?? Timeout.InfiniteTimeSpan, _context.Transport.TimeProvider, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        return task.IsCompleted;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task DispatchAllAsync(CancellationToken cancellationToken)
    {
        foreach (var key in _calls.Keys.ToList())
        {
            await DispatchAsync(key, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task DispatchAsync((WriteMode Mode, string Key) key, CancellationToken cancellationToken)
    {
        if (!_calls.Remove(key, out var call))
        {
            return;
        }

        // The tenant may have turned out to take fewer rows while the call filled.
        var size = _writer.CallSize(key.Mode);
        for (var start = 0; start < call.Rows.Count; start += size)
        {
            var rows = new WriteRow<T>[Math.Min(size, call.Rows.Count - start)];
            call.Rows.CopyTo(start, rows, 0, rows.Length);
            await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
            Array.ForEach(rows, row => row.State = WriteRowState.InFlight);
            lock (_sync)
            {
                // Started under the lock, so that the task cannot take itself out of the set before it is in.
                _inFlight.Add(Task.Run(() => SendAsync(rows), CancellationToken.None));
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever is thrown, by whoever, the rows must be reported. The report says what it was.")]
    private async Task SendAsync(WriteRow<T>[] rows)
    {
        CallState.CounterOfWork = _writer.Calls;
        try
        {
            if (await _writer.SendAsync(rows, _cancellationToken).ConfigureAwait(false) is { Count: > 0 } refused)
            {
                await new BadRowFinder<T>(_job, _writer, _options.RefusedCall, _cancellationToken).ResolveCallAsync(refused).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_cancellationToken.IsCancellationRequested)
        {
            // The rows have outcomes if they may have been written.
        }
        catch (Exception exception)
        {
            _writer.Stop(exception);
        }
        finally
        {
            try
            {
                Finish(Array.TrueForAll(rows, static row => row.Outcome is not null) ? rows : rows.Where(row => row.Outcome is not null).ToList());
            }
            finally
            {
                // Released last. Otherwise the next call could end before the caller is told of this one, and the time left would count both for these rows.
                _slots.Release();
            }
        }
    }

    /// <summary>Gives out outcomes, also to the later rows of the same keys, and releases the keys.</summary>
    private void Finish(IReadOnlyList<WriteRow<T>> rows)
    {
        foreach (var row in rows)
        {
            _job.Finished(row);
            if (row.Key is not null && TimeToShow(row) is { } delay)
            {
                _locks.AddInsert(_space, LockKeyOf(row), KeyLocks.Now(_context.Transport.TimeProvider), delay);
            }

            if (row.Followers is not { } followers)
            {
                continue;
            }

            foreach (var follower in followers)
            {
                var status = row.Outcome!.Status == RowStatus.Inserted ? RowStatus.Updated : row.Outcome.Status;
                follower.Outcome = new(follower.Index, follower.Record, status, row.Outcome.Gsid, row.Outcome.Errors, row.Outcome.RequestId);
            }
        }

        if (_options.Journal is { } journal)
        {
            NoteOutcomes(journal, rows);
        }

        ReleaseKeys(rows);
        Span<int> decided = stackalloc int[WriteTally.Statuses];
        lock (_sync)
        {
            foreach (var row in rows)
            {
                row.State = WriteRowState.Done;
                row.Followers?.ForEach(static follower => follower.State = WriteRowState.Done);
            }

            while (_order.TryPeek(out var head) && head.State == WriteRowState.Done)
            {
                _emit(_order.Dequeue().Outcome!);
                decided[(int)head.Outcome!.Status]++;
            }

            _inFlight.RemoveWhere(task => task.IsCompletedSuccessfully);
            Signal();
        }

        _tally.Add(decided);
        if (_tally.Report(_writer.Calls) is { } exception)
        {
            _writer.Stop(exception);
        }
    }

    private async Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        Task[] inFlight;
        lock (_sync)
        {
            inFlight = [.. _inFlight];
        }

        await Task.WhenAll(inFlight).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private void Signal() => Interlocked.Exchange(ref _changed, NewSignal()).SetResult();

    /// <summary>Rows that wait for others to fill their block or call, and since when.</summary>
    private sealed class WaitingRows(TimeProvider timeProvider)
    {
        private long _since;

        public List<WriteRow<T>> Rows { get; private set; } = [];

        public TimeSpan? Age => Rows.Count == 0 ? null : timeProvider.GetElapsedTime(_since);

        public void Add(WriteRow<T> row)
        {
            if (Rows.Count == 0)
            {
                _since = timeProvider.GetTimestamp();
            }

            Rows.Add(row);
        }

        public List<WriteRow<T>> Take()
        {
            var rows = Rows;
            Rows = [];
            return rows;
        }
    }
}
