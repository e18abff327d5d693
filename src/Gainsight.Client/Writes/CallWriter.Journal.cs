namespace Gainsight.Client;

/// <content>The journal: what is noted before a call is sent, and what becomes of rows whose outcome an earlier run did not note.</content>
internal sealed partial class CallWriter<T>
{
    private static RecordError SentEarlier { get; } = new(
        RecordErrorCodes.NotConfirmed,
        "An earlier run sent this row, and its journal does not say what became of it. Look whether the tenant has it, or name unique keys by which a write can look (VerifyBy).");

    /// <summary>
    /// Looks up the new rows that an earlier run sent without noting their outcome, as after a lost answer. Those that are in the tenant, and those of
    /// which no read can tell, get an outcome.
    /// </summary>
    public async Task LookBackAsync(IReadOnlyList<WriteRow<T>> rows, CancellationToken cancellationToken)
    {
        List<WriteRow<T>> doubtful = [.. rows.Where(row => row is { Outcome: null, Mode: WriteMode.Insert, IsInDoubt: true })];
        Outcomes.Settle(doubtful.Where(row => !_job.CanFind(row)), RowStatus.Unknown, null, SentEarlier);
        Dictionary<int, List<WriteRow<T>>> calls = [];
        foreach (var row in doubtful.Where(row => row.Outcome is null))
        {
            var number = LastNoteOf(row).Call;
            if (!calls.TryGetValue(number, out var rowsOfCall))
            {
                calls[number] = rowsOfCall = [];
            }

            rowsOfCall.Add(row);
        }

        foreach (var call in calls.Values)
        {
            // Gainsight may have been slow with a call that nobody waits for any more.
            var time = _context.Transport.TimeProvider;
            var late = LastNoteOf(call[0]).SentAt!.Value + _context.Transport.LateAfter - time.GetUtcNow();
            if (late > TimeSpan.Zero)
            {
                await Task.Delay(late < _context.Transport.LateAfter ? late : _context.Transport.LateAfter, time, cancellationToken).ConfigureAwait(false);
            }

            foreach (var row in await VerifyAsync(call, written: null, null, [SentEarlier], mayStillArrive: false, cancellationToken).ConfigureAwait(false))
            {
                row.MayBeWritten = false;
                row.Followers?.ForEach(static follower => follower.MayBeWritten = false);
            }
        }
    }

    /// <summary>The last call that an earlier run made for a row, or for one that it carries.</summary>
    private static JournalRow LastNoteOf(WriteRow<T> row)
    {
        JournalRow? last = null;
        foreach (var note in JournalRowsOf([row]))
        {
            if (note.SentAt is not null && (last is null || note.Call > last.Call))
            {
                last = note;
            }
        }

        return last!;
    }

    private static IEnumerable<JournalRow> JournalRowsOf(IEnumerable<WriteRow<T>> rows) =>
        rows.SelectMany(row => (row.Followers ?? []).Prepend(row)).Select(row => row.Journal).OfType<JournalRow>();

    private Action NoteOf(WriteJournal journal, IReadOnlyList<WriteRow<T>> rows) =>
        () => journal.Send(JournalRowsOf(rows), _context.Transport.TimeProvider.GetUtcNow());
}
