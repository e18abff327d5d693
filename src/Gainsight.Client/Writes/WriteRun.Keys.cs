namespace Gainsight.Client;

/// <content>The keys that the rows hold, and those of new rows that the tenant may not show yet.</content>
internal sealed partial class WriteRun<T>
{
    /// <summary>How long another write of this process waits for an insert that the tenant may still carry out. Nothing says how late it may come.</summary>
    private static readonly TimeSpan LatestInsert = TimeSpan.FromMinutes(2);

    /// <summary>The keys that several rows hold because they are spellings of one another, and how many. Guarded by <c>_sync</c>.</summary>
    private readonly Dictionary<string, int> _shared = new(StringComparer.Ordinal);

    /// <summary>Locks the rows' keys, once no other write has them. False when the write stops first.</summary>
    private async Task<bool> LockKeysAsync(List<WriteRow<T>> rows, CancellationToken cancellationToken)
    {
        var keyed = rows.Where(row => row.Key is not null).ToList();
        var keys = KeysOf(keyed);
        var holdsOthers = true;
        try
        {
            while (!_locks.TryLock(keys, out var changed))
            {
                if (_writer.IsOver)
                {
                    // Rows that are no longer sent keep their keys to the end, so this write could wait for itself.
                    return false;
                }

                if (holdsOthers)
                {
                    // A write that waits holds no key, so it first sends the rows whose keys it holds.
                    await DispatchAllAsync(cancellationToken).ConfigureAwait(false);
                    await WhenIdleAsync(cancellationToken).ConfigureAwait(false);
                    holdsOthers = false;
                }
                else
                {
                    await Task.WhenAny(changed, _writer.Stopped).WaitAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            _locks.Withdraw(keys);
        }

        foreach (var row in keyed)
        {
            row.HoldsKey = true;
            row.ShownBy = _locks.ShownBy(_space, LockKeyOf(row));
        }

        if (keys.Keys.Count < keyed.Count)
        {
            lock (_sync)
            {
                foreach (var shared in keyed.GroupBy(LockKeyOf, StringComparer.Ordinal).Where(static rows => rows.Skip(1).Any()))
                {
                    _shared[shared.Key] = shared.Count();
                }
            }
        }

        return true;
    }

    /// <summary>Takes a row from those that hold its key. Whether no other row does.</summary>
    private bool IsLastHolder(WriteRow<T> row)
    {
        lock (_sync)
        {
            if (_shared.Count == 0 || !_shared.TryGetValue(LockKeyOf(row), out var holders))
            {
                return true;
            }

            _shared[LockKeyOf(row)] = holders - 1;
            if (holders > 1)
            {
                return false;
            }

            _shared.Remove(LockKeyOf(row));
            return true;
        }
    }

    private void ReleaseKeys(IEnumerable<WriteRow<T>> rows)
    {
        List<WriteRow<T>> holding = [];
        foreach (var row in rows)
        {
            Take(row);

            // A follower whose key the tenant treats as the same was locked by itself.
            row.Followers?.ForEach(Take);
        }

        _locks.Release(KeysOf(holding));

        void Take(WriteRow<T> row)
        {
            if (row.HoldsKey)
            {
                row.HoldsKey = false;
                if (IsLastHolder(row))
                {
                    holding.Add(row);
                }
            }
        }
    }

    /// <summary>
    /// Takes out rows whose key is another spelling of that of an earlier row. Whether the tenant treats them as the same shows only when the earlier one
    /// is written, so new rows are looked up again then, and updates are sent in the order of the input.
    /// </summary>
    private List<WriteRow<T>> TakeSpellings(List<WriteRow<T>> leaders)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        var spellings = leaders.FindAll(
            row => row is { Outcome: null, Mode: WriteMode.Insert or WriteMode.UpdateByKeys, Key: not null } && !known.Add(LockKeyOf(row)));
        if (spellings.Count > 0)
        {
            leaders.RemoveAll(spellings.Contains);

            // The earlier row holds the lock, and releases it.
            spellings.ForEach(row => row.HoldsKey &= IsLastHolder(row));
        }

        return spellings;
    }

    private KeyLocks.KeySet KeysOf(List<WriteRow<T>> rows)
    {
        HashSet<string> keys = new(rows.Count, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            keys.Add(LockKeyOf(row));
        }

        return new(_space, keys);
    }

    private string LockKeyOf(WriteRow<T> row) => row.LockKey ??= _space.Of(row.Key!);

    /// <summary>How long after its call a new row may not be visible yet, or null when there is no such row.</summary>
    private TimeSpan? TimeToShow(WriteRow<T> row) => row switch
    {
        { Outcome.Status: RowStatus.Inserted } => _options.SettleDelay,
        { Outcome.Status: RowStatus.Unknown, Mode: WriteMode.Insert, MayStillArrive: true } => LatestInsert,
        { Outcome.Status: RowStatus.Unknown, Mode: WriteMode.Insert } => _context.Transport.LateAfter,
        _ => null,
    };
}
