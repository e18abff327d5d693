namespace Gainsight.Client;

/// <content>The calls that run beside the loop, and what becomes of their rows.</content>
internal sealed partial class WriteRun<T>
{
    private async Task DispatchAsync(CallShape group, CancellationToken cancellationToken)
    {
        if (!_groups.Remove(group, out var partFilled))
        {
            return;
        }

        var rows = partFilled.Rows;
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        rows.ForEach(row => row.State = WriteRowState.InFlight);
        lock (_sync)
        {
            // Started under the lock, so that the task cannot take itself out of the set before it is in.
            _inFlight.Add(Task.Run(() => SendAsync(group, rows), CancellationToken.None));
        }
    }

    private async Task SendAsync(CallShape group, List<WriteRow<T>> rows)
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
            Outcomes.Settle(rows, RowStatus.Unknown, null, new RecordError(
                RecordErrorCodes.TransportFailure, $"The call failed in a way that was not foreseen ({exception.GetType().Name})."));
        }
        finally
        {
            try
            {
                Finish(rows.Where(row => row.Outcome is not null).ToList());
            }
            finally
            {
                // Only now, or the next call could be over before the caller is told of this one, and pass for its cost.
                _slots.Release();
            }
        }
    }

    /// <summary>Gives out outcomes, to the later rows of the same keys as well, and lets the keys go.</summary>
    private void Finish(IReadOnlyList<WriteRow<T>> rows)
    {
        foreach (var row in rows)
        {
            _job.Finished(row);
            if (row is { Key: not null, Outcome.Status: RowStatus.Inserted })
            {
                _gate.Fresh.Add(GateKey(row), _context.Transport.TimeProvider.GetUtcNow(), _options.SettleDelay);
            }

            foreach (var follower in row.Followers ?? [])
            {
                var status = row.Outcome!.Status == RowStatus.Inserted ? RowStatus.Updated : row.Outcome.Status;
                follower.Outcome = new(follower.Index, follower.Record, status, row.Outcome.Gsid, row.Outcome.Errors, row.Outcome.RequestId);
            }
        }

        LeaveGate(rows);
        Span<int> decided = stackalloc int[WriteTally.Statuses];
        lock (_sync)
        {
            while (_order.TryPeek(out var head) && head.Outcome is not null)
            {
                _emit(_order.Dequeue().Outcome!);
                decided[(int)head.Outcome.Status]++;
                _progress.Count(head.Outcome.Succeeded);
            }

            _inFlight.RemoveWhere(task => task.IsCompletedSuccessfully);
            Signal();
        }

        _tally.Add(decided);
        _progress.Report(State.Calls);
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

    private void Signal()
    {
        var changed = _changed;
        _changed = NewSignal();
        changed.SetResult();
    }
}
