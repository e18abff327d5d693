using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Reads an object's changes: rows without a date (in the first read), rows by the date of their last change, then both logs of deleted records.</summary>
/// <remarks>
/// Every part ends at the same second, which is over on the server's clock and settled. A row that changes during the read leaves the range that is
/// being read, and comes with the next read. Each part continues where the checkpoint says, so a read can continue from any checkpoint.
/// </remarks>
internal sealed class ChangeFeed<T>(
    ClientContext context, FilterZoneCheck zoneCheck, QueryPlan asked, ChangeCheckpoint since, ReadOptions options)
    where T : GainsightRecord, new()
{
    private readonly ObjectDefinition _definition = asked.Definition;

    public async IAsyncEnumerable<Change<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var change in ReadPartsAsync(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return change;
        }
    }

    private async IAsyncEnumerable<Change<T>> ReadPartsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = context.Transport.TimeProvider.GetUtcNow();
        var plan = await QueryMetadata.CompleteAsync(asked, context.Metadata, cancellationToken).ConfigureAwait(false);
        plan = plan.Reading(_definition.PagingKey!).Reading(_definition.ModifiedDate);
        await zoneCheck.CheckAsync([_definition, DeleteLog.Standard.Definition, DeleteLog.HighVolume.Definition], cancellationToken).ConfigureAwait(false);

        // The server's clock is known now. The time that it showed at the start is over in every later call.
        var until = (context.Transport.ServerTime(started) - ChangesClient.SettleTime).ToUnixTimeSeconds();
        var at = since.For(context.Transport.Host, _definition.Name, until);
        EnsureNotExpired(at);

        if (at.Undated is not null)
        {
            await foreach ((var row, var key) in ReadUndatedAsync(plan, at.Undated, cancellationToken).ConfigureAwait(false))
            {
                at = at with { Undated = key ?? at.Undated };
                yield return Upserted(row, at: null, at);
            }

            at = at with { Undated = null };
        }

        await foreach (var row in new ModifiedDateReader<T>(context, plan, options).ReadAsync(at.Rows, until, cancellationToken).ConfigureAwait(false))
        {
            at = at with { Rows = row.Next };
            yield return Upserted(row.Row, row.At, at);
        }

        at = at with { Rows = at.Rows.AtLeast(until) };
        EnsureNotExpired(at);
        await foreach (var row in DeleteLog.Standard.ReadAsync(context, at.Deletes, until, options, cancellationToken).ConfigureAwait(false))
        {
            at = at with { Deletes = row.Next };
            if (IsOurs(row.Row))
            {
                yield return Deleted(row.Row, at);
            }
        }

        at = at with { Deletes = at.Deletes.AtLeast(until) };
        await foreach (var row in DeleteLog.HighVolume.ReadAsync(context, at.HighVolumeDeletes, until, options, cancellationToken).ConfigureAwait(false))
        {
            at = at with { HighVolumeDeletes = row.Next };
            if (IsOurs(row.Row))
            {
                yield return Deleted(row.Row, at);
            }
        }

        at = at with { HighVolumeDeletes = at.HighVolumeDeletes.AtLeast(until) };
        yield return new Change<T> { Kind = ChangeKind.CaughtUp, At = DateTimeOffset.FromUnixTimeSeconds(until), Checkpoint = at };
    }

    private static Change<T> Deleted(DeletedRecord row, ChangeCheckpoint checkpoint) =>
        new() { Kind = ChangeKind.Deleted, Gsid = row.Gsid, At = row.DeletedOn, Checkpoint = checkpoint };

    private Change<T> Upserted(T row, DateTimeOffset? at, ChangeCheckpoint checkpoint) =>
        new() { Kind = ChangeKind.Upserted, Gsid = row.Get(_definition.PagingKey!), Record = row, At = at, Checkpoint = checkpoint };

    private bool IsOurs(DeletedRecord row) => string.Equals(row.ObjectName, _definition.NameInDeleteLog, StringComparison.OrdinalIgnoreCase);

    private async IAsyncEnumerable<(T Row, string? Key)> ReadUndatedAsync(
        QueryPlan plan, string after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var undated = new ShrinkingSetReader<T>(
            context, plan.And(_definition.ModifiedDate.IsNull()), ShrinkingSetReader<T>.Fetcher(context, options), options.Paging);
        await foreach ((var rows, var isByKey) in undated.ReadAsync(after.Length == 0 ? null : after, cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in rows)
            {
                yield return (row, isByKey ? row.Get(_definition.PagingKey!) : null);
            }
        }
    }

    /// <exception cref="ChangeCheckpointExpiredException">The logs may no longer contain deletions that the checkpoint has not seen.</exception>
    private void EnsureNotExpired(ChangeCheckpoint at)
    {
        var kept = context.Transport.ServerTime(context.Transport.TimeProvider.GetUtcNow()) - DeleteLog.Kept;
        if (at.DeletesKnownUntil is { } second && DateTimeOffset.FromUnixTimeSeconds(second) < kept)
        {
            throw ChangeCheckpointExpiredException.Create(_definition.Name, DateTimeOffset.FromUnixTimeSeconds(second), kept);
        }
    }
}
