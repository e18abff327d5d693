using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Previews what a write would do. It makes only the reads that the write would make.</summary>
/// <remarks>It needs the job of a write but not the engine, because there are no calls to fill and no outcomes to find.</remarks>
internal static class PreviewEngine
{
    /// <summary>Previews a list as one block, so that rows with the same key are merged wherever they are in the list.</summary>
    public static async Task<WritePreview<T>> PreviewAsync<T>(WriteJob<T> job, IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        var calls = new CallCounter();
        List<WriteRow<T>> block = [.. rows.Select((row, i) => new WriteRow<T>(i, row))];
        var previews = new List<RowPreview<T>>(block.Count);
        previews.AddRange(await PreviewBlockAsync(job, block, calls, cancellationToken).ConfigureAwait(false));
        return new(previews, calls.Count);
    }

    public static async IAsyncEnumerable<RowPreview<T>> StreamAsync<T>(
        WriteJob<T> job, IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var calls = new CallCounter();
        long index = 0;
        var block = new List<WriteRow<T>>(job.BlockSize);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            block.Add(new(index++, row));
            if (block.Count < job.BlockSize)
            {
                continue;
            }

            foreach (var preview in await PreviewBlockAsync(job, block, calls, cancellationToken).ConfigureAwait(false))
            {
                yield return preview;
            }

            block.Clear();
        }

        foreach (var preview in await PreviewBlockAsync(job, block, calls, cancellationToken).ConfigureAwait(false))
        {
            yield return preview;
        }
    }

    private static async Task<RowPreview<T>[]> PreviewBlockAsync<T>(
        WriteJob<T> job, IReadOnlyList<WriteRow<T>> block, CallCounter calls, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // Calls that describe objects count too.
        CallState.CounterOfWork = calls;
        var sound = new List<WriteRow<T>>(block.Count);
        foreach (var row in block)
        {
            if (job.CheckAndKey(row) is { } errors)
            {
                Outcomes.Settle([row], RowStatus.Failed, null, errors);
            }
            else
            {
                sound.Add(row);
            }
        }

        if (sound.Count > 0)
        {
            await job.PreflightAsync(sound, cancellationToken).ConfigureAwait(false);
            sound.RemoveAll(row => row.Outcome is not null);
        }

        var leaders = WriteRow<T>.Join(sound);
        if (leaders.Count > 0)
        {
            await job.ResolveAsync(leaders, calls, cancellationToken).ConfigureAwait(false);
            leaders.RemoveAll(row => row.IsCarried);
        }

        var previews = new RowPreview<T>[block.Count];
        var first = block.Count == 0 ? 0 : block[0].Index;

        // A refused row has a preview of its own, even if another row has the same key.
        foreach (var leader in block.Where(row => row.Outcome is not null).Union(leaders))
        {
            var changes = leader.Outcome is null && !job.SettleUnwritable(leader, calls) ? job.ChangesOf(leader) : [];
            foreach (var row in (leader.Followers ?? []).Prepend(leader))
            {
                previews[row.Index - first] = PreviewOf(leader, row, changes);
            }
        }

        return previews;
    }

    private static RowPreview<T> PreviewOf<T>(WriteRow<T> leader, WriteRow<T> row, IReadOnlyList<FieldChange> changes)
    {
        var gsid = leader.Gsid ?? (leader.Found is [var only] ? only.Gsid : null);
        switch (leader.Outcome)
        {
            case { Status: RowStatus.Unchanged } unchanged:
                return new(row.Index, row.Record, PreviewStatus.Unchanged, unchanged.Gsid ?? gsid);
            case { } failed:
                return new(row.Index, row.Record, PreviewStatus.WouldFail, errors: failed.Errors);
            default:
                // As the write reports it: the first row of a new key is inserted, and later rows change it.
                var isNew = leader.Mode == WriteMode.Insert || leader.Found is { Count: 0 };
                var isInsert = isNew && ReferenceEquals(leader, row);
                return new(row.Index, row.Record, isInsert ? PreviewStatus.WouldInsert : PreviewStatus.WouldUpdate, gsid, changes);
        }
    }
}
