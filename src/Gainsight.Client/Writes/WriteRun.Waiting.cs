namespace Gainsight.Client;

/// <content>What a write waits for: keys that are in flight elsewhere, room, and company.</content>
internal sealed partial class WriteRun<T>
{
    /// <summary>How long until a part-filled call must go out, or null when nothing waits for company.</summary>
    public TimeSpan? TimeToFlush
    {
        get
        {
            var oldest = _block.Age;
            foreach (var group in _groups.Values)
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
            else
            {
                await EndsInTimeAsync(changed, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Waits for a task, no longer than a part-filled call may wait, which is then sent, and no longer than the work goes on: whether
    /// the task has ended.
    /// </summary>
    public async Task<bool> EndsInTimeAsync(Task task, CancellationToken cancellationToken)
    {
        if (task.IsCompleted)
        {
            return true;
        }

        var left = TimeToFlush;
        try
        {
            await Task.WhenAny(task, State.Stopped)
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

    /// <summary>Takes the rows' keys, once nobody else has them; false when the work stops before.</summary>
    private async Task<bool> EnterGateAsync(List<WriteRow<T>> rows, CancellationToken cancellationToken)
    {
        var keyed = rows.Where(row => row.Key is not null).ToList();
        HashSet<string> keys = new(keyed.Select(GateKey), StringComparer.Ordinal);
        var holdsOthers = true;
        try
        {
            while (!_gate.TryEnter(keys, out var changed))
            {
                if (State.StoppedBy is not null)
                {
                    // Rows that are no longer sent keep their keys to the end, so this write may be waiting for itself.
                    return false;
                }

                if (holdsOthers)
                {
                    // Whoever waits holds no key: what this write holds itself goes out first.
                    foreach (var group in _groups.Keys.ToList())
                    {
                        await DispatchAsync(group, cancellationToken).ConfigureAwait(false);
                    }

                    await WhenIdleAsync(cancellationToken).ConfigureAwait(false);
                    holdsOthers = false;
                }
                else
                {
                    await Task.WhenAny(changed, State.Stopped).WaitAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            _gate.GiveUp(keys);
        }

        foreach (var row in keyed)
        {
            row.HoldsKey = true;
            row.ShownBy = _gate.Fresh.ShownBy(GateKey(row));
        }

        return true;
    }

    private void LeaveGate(IEnumerable<WriteRow<T>> rows)
    {
        var keys = new List<string>();
        foreach (var row in rows)
        {
            LetGo(row, keys);

            // One that was joined by what the tenant has took its key before.
            row.Followers?.ForEach(follower => LetGo(follower, keys));
        }

        _gate.Leave(keys);
    }

    private void LetGo(WriteRow<T> row, List<string> keys)
    {
        if (row.HoldsKey)
        {
            row.HoldsKey = false;
            keys.Add(GateKey(row));
        }
    }

    private string GateKey(WriteRow<T> row) => _gatePrefix + row.Key;

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
            var rows = Rows;
            Rows = [];
            return rows;
        }
    }
}
