namespace Gainsight.Client;

/// <content>What a write waits for: keys that are in flight elsewhere, room, company, and the end of its calls.</content>
internal sealed partial class WriteRun<T>
{
    /// <summary>How long until a part-filled call must go out, or null when nothing waits for company.</summary>
    public TimeSpan? TimeToFlush
    {
        get
        {
            TimeSpan? oldest = _block.Age;
            foreach (PartFilled group in _groups.Values)
            {
                oldest = oldest is null || group.Age > oldest ? group.Age : oldest;
            }

            return oldest is null ? null : TimeSpan.FromTicks(Math.Max(0, (_options.MaxBatchDelay - oldest.Value).Ticks));
        }
    }

    /// <summary>Says that the caller took an outcome, which makes room for a row.</summary>
    public void Consumed()
    {
        lock (_sync)
        {
            _unconsumed--;
            Signal();
        }
    }

    /// <summary>Waits until another row may be taken; what keeps the oldest row waiting is sent, full or not.</summary>
    public async Task WaitForRoomAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            WriteRow<T>? head;
            Task changed;
            lock (_sync)
            {
                if (_unconsumed < _capacity || State.StoppedBy is not null)
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
            else if (head is { State: WriteRowState.InGroup } && _groups.ContainsKey(head.Group))
            {
                await DispatchAsync(head.Group, cancellationToken).ConfigureAwait(false);
            }
            else if (TimeToFlush is { } left)
            {
                if (!await EndsWithinAsync(changed, left, cancellationToken).ConfigureAwait(false))
                {
                    await FlushAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            else
            {
                await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Whether a task ends before a time is up. The task goes on either way.</summary>
    public async Task<bool> EndsWithinAsync(Task task, TimeSpan time, CancellationToken cancellationToken)
    {
        try
        {
            await task.WaitAsync(time, _context.Transport.TimeProvider, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            return false;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Joins rows of one key in order, later values winning; the first of them carries the others.</summary>
    private List<WriteRow<T>> MergeSameKeys(List<WriteRow<T>> block)
    {
        var leaders = new List<WriteRow<T>>(block.Count);
        var byKey = new Dictionary<string, WriteRow<T>>(StringComparer.Ordinal);
        foreach (WriteRow<T> row in block)
        {
            if (row.Key is null || byKey.TryAdd(row.Key, row))
            {
                leaders.Add(row);
                continue;
            }

            WriteRow<T> leader = byKey[row.Key];
            leader.Body = _job.Merge(leader.Body, row.Record);
            (leader.Followers ??= []).Add(row);
        }

        return leaders;
    }

    private async Task EnterGateAsync(List<WriteRow<T>> rows, CancellationToken cancellationToken)
    {
        List<WriteRow<T>> keyed = rows.Where(row => row.Key is not null).ToList();
        List<string> keys = keyed.Select(GateKey).ToList();
        bool holdsOthers = true;
        while (!_gate.TryEnter(keys, out Task released))
        {
            if (holdsOthers)
            {
                // Whoever waits holds no key: what this write holds itself goes out first.
                foreach (ChunkGroup group in _groups.Keys.ToList())
                {
                    await DispatchAsync(group, cancellationToken).ConfigureAwait(false);
                }

                await WhenIdleAsync(cancellationToken).ConfigureAwait(false);
                holdsOthers = false;
            }
            else
            {
                await released.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        keyed.ForEach(row => row.HoldsKey = true);
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

    private string GateKey(WriteRow<T> row) => $"{_job.ObjectName}\u001e{_job.KeyNames}\u001e{row.Key}";

    private void Signal()
    {
        TaskCompletionSource changed = _changed;
        _changed = NewSignal();
        changed.SetResult();
    }

    /// <summary>Rows that wait for company, and since when.</summary>
    private sealed class PartFilled(TimeProvider timeProvider)
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
            List<WriteRow<T>> rows = Rows;
            Rows = [];
            return rows;
        }
    }
}
