using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Reads an object's changes: both logs of deleted records, rows without a date (in the first read), then rows by the date of their last change.</summary>
/// <remarks>
/// Every part ends at the same second, which is over on the server's clock and settled. A row that changes during the read leaves the range that is
/// being read, and comes with the next read. Deletions come first, so that the deletion of a row that was created again does not follow it.
/// Each part continues where the checkpoint says, so a read can continue from any checkpoint.
/// </remarks>
internal sealed class ChangeFeed<T>(
    ClientContext context, FilterZoneCheck zoneCheck, QueryPlan asked, ChangeCheckpoint since, ChangeOptions options)
    where T : GainsightRecord, new()
{
    private readonly ObjectDefinition _definition = asked.Definition;

    /// <summary>The plan with the fields that the feed reads besides those that were asked for, once they are known.</summary>
    private QueryPlan? _plan;

    public async IAsyncEnumerable<Change<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = ClientContext.NextMoment();
        var changes = ReadPartsAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var ending = changes.ConfigureAwait(false);
        while (await MoveAsync().ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return changes.Current;
        }

        async ValueTask<bool> MoveAsync()
        {
            try
            {
                return await changes.MoveNextAsync().ConfigureAwait(false);
            }
            catch (GainsightApiException failure) when (QueryErrors.MayBeNames(failure))
            {
                throw await QueryErrors.ExplainAsync(failure, _plan ?? asked, context.Metadata, started, cancellationToken).ConfigureAwait(false) ?? failure;
            }
        }
    }

    private async IAsyncEnumerable<Change<T>> ReadPartsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = context.Transport.TimeProvider.GetUtcNow();
        var plan = await QueryMetadata.CompleteAsync(asked, context.Metadata, cancellationToken).ConfigureAwait(false);
        var fields = await FeedFields.FindAsync(context, _definition, options, cancellationToken).ConfigureAwait(false);
        plan = _plan = WithoutGsid(plan).Reading(fields.Key.Field).Reading(fields.Date);
        await zoneCheck.CheckAsync((_definition, fields), cancellationToken).ConfigureAwait(false);

        // The server's clock is known now. The time that it showed at the start is over in every later call. The local clock may have been set back since.
        var margin = ChangesClient.SettleTime + (context.Transport.KnowsServerTime ? TimeSpan.Zero : ChangesClient.ClockMargin);
        var begunAt = Earlier(context.Transport.ServerTime(started), context.Transport.ServerTime(context.Transport.TimeProvider.GetUtcNow()));
        var until = begunAt.Plus(-margin).ToUnixTimeSeconds();
        if (since.IsAfter(until + (long)(margin + ChangesClient.SettleTime).TotalSeconds))
        {
            throw ChangeCheckpoint.InFuture(since);
        }

        var at = since.For(context.Transport.Host, _definition.Name, until, ChangeCheckpoint.FilterOf(asked, options));
        EnsureNotExpired(at);
        (var begun, var found) = (at, false);
        foreach (var log in (DeleteLog[])[DeleteLog.Standard, DeleteLog.HighVolume])
        {
            var isStandard = log == DeleteLog.Standard;
            var position = isStandard ? at.Deletes : at.HighVolumeDeletes;
            await foreach (var row in log.ReadAsync(context, position, until, options.Reading, cancellationToken).ConfigureAwait(false))
            {
                at = isStandard ? at with { Deletes = row.Next } : at with { HighVolumeDeletes = row.Next };
                if (IsOurs(row.Row))
                {
                    yield return Deleted(row.Row, at);
                }
            }

            // Rows of the log may have expired while it was read.
            EnsureNotExpired(begun);
            at = isStandard ? at with { Deletes = at.Deletes.AtLeast(until) } : at with { HighVolumeDeletes = at.HighVolumeDeletes.AtLeast(until) };
        }

        if (at.Undated is not null)
        {
            await foreach ((var row, var key) in ReadUndatedAsync(plan, fields, at.Undated, cancellationToken).ConfigureAwait(false))
            {
                at = at with { Undated = key ?? at.Undated };
                found = true;
                yield return Upserted(row, fields, at: null, at);
            }

            at = at with { Undated = null };
        }

        var reader = new ModifiedDateReader<T>(context, plan, fields, options.Reading);
        await foreach (var row in reader.ReadAsync(at.Rows, until, cancellationToken).ConfigureAwait(false))
        {
            at = at with { Rows = row.Next };
            found = true;
            yield return Upserted(row.Row, fields, row.At, at);
        }

        if (!found && since.Host is null)
        {
            // A read that continues is often empty. In the first one, a misspelt label can be the reason.
            await QueryMetadata.EnsureLabelsAsync(plan, context.Metadata, cancellationToken).ConfigureAwait(false);
        }

        await zoneCheck.CheckAgainAsync(begunAt, (_definition, fields), cancellationToken).ConfigureAwait(false);
        at = at with { Rows = at.Rows.AtLeast(until), NewSince = until };
        yield return new Change<T> { Kind = ChangeKind.CaughtUp, At = DateTimeOffset.FromUnixTimeSeconds(until), Checkpoint = at };
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static Change<T> Deleted(DeletedRecord row, ChangeCheckpoint checkpoint) =>
        new() { Kind = ChangeKind.Deleted, Gsid = row.Gsid, At = row.DeletedOn, Checkpoint = checkpoint };

    private static Change<T> Upserted(T row, FeedFields fields, DateTimeOffset? at, ChangeCheckpoint checkpoint) =>
        new() { Kind = KindOf(row, checkpoint), Gsid = fields.Key.ValueOf(row), Record = row, At = at, Checkpoint = checkpoint };

    private static ChangeKind KindOf(T row, ChangeCheckpoint checkpoint) =>
        row.CreatedDate is not { } created ? ChangeKind.Upserted
        : checkpoint.NewSince is { } second && created.ToUnixTimeSeconds() < second ? ChangeKind.Updated
        : ChangeKind.Created;

    private bool IsOurs(DeletedRecord row) => string.Equals(row.ObjectName, _definition.NameInDeleteLog, StringComparison.OrdinalIgnoreCase);

    /// <summary>Does not read the GSID of an object that has none, unless the caller asks for it.</summary>
    private QueryPlan WithoutGsid(QueryPlan plan) =>
        _definition.IsGeneric && plan.Reads(SystemFields.Gsid) && context.Metadata.IsKnownToLack(_definition.Name, SystemFields.Gsid)
            && !asked.Select.Any(field => SystemFields.Gsid.IsNamed(field.Name))
            ? plan with { Select = [.. plan.Fields.Where(field => !SystemFields.Gsid.IsNamed(field.Name))] }
            : plan;

    private async IAsyncEnumerable<(T Row, string? Key)> ReadUndatedAsync(
        QueryPlan plan, FeedFields fields, string after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var fetcher = ShrinkingSetReader<T>.Fetcher(context, options.Reading);
        var undated = new ShrinkingSetReader<T>(context, plan.And(fields.Date.IsNull()), fields.Key, fetcher, options.Reading.Paging)
            .ReadAsync(after.Length == 0 ? null : after, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var disposal = undated.ConfigureAwait(false);
        while (await MoveAsync().ConfigureAwait(false))
        {
            (var rows, var isByKey) = undated.Current;
            foreach (var row in rows)
            {
                yield return (row, isByKey ? fields.Key.ValueOf(row) : null);
            }
        }

        async ValueTask<bool> MoveAsync()
        {
            try
            {
                return await undated.MoveNextAsync().ConfigureAwait(false);
            }
            catch (GainsightValidationException failure) when (failure.IsFromGainsight && !fetcher.HasFetched)
            {
                // Gainsight sets the date of every row, so a tenant that refuses to look for rows without one hides none.
                Log.RowsWithoutDateNotRead(context.Logger, _definition.Name);
                return false;
            }
        }
    }

    /// <exception cref="ChangeCheckpointExpiredException">The logs may no longer contain deletions that the checkpoint has not seen.</exception>
    private void EnsureNotExpired(ChangeCheckpoint at)
    {
        var kept = context.Transport.ServerTime(context.Transport.TimeProvider.GetUtcNow()).Plus(-DeleteLog.Kept);
        if (at.DeletesKnownUntil is { } second && DateTimeOffset.FromUnixTimeSeconds(second) < kept)
        {
            throw ChangeCheckpointExpiredException.Create(_definition.Name, DateTimeOffset.FromUnixTimeSeconds(second), kept);
        }
    }
}
