using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <content>The journal: rows that an earlier run wrote, and the outcomes of this one.</content>
internal sealed partial class WriteRun<T>
{
    /// <summary>Gives a row that an earlier run wrote its outcome, and marks one that it only sent.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A row that cannot be read, perhaps because it is being changed, is its own fault and must not cost the report of the others.")]
    private void FindIn(WriteJournal journal, WriteRow<T> row)
    {
        if (row.Record is not GainsightRecord record)
        {
            return;
        }

        try
        {
            row.Journal = journal.Find($"{_context.Transport.Host}|{_job.ObjectName.ToUpperInvariant()}|", record);
        }
        catch (Exception exception)
        {
            Outcomes.Settle([row], RowStatus.Failed, null, Outcomes.Unwritable(exception));
            return;
        }

        row.MayBeWritten = row.Journal.SentAt is not null;
        if (row is { Outcome: null, Journal.Written: { } status })
        {
            row.Outcome = new(row.Index, row.Record, status, row.Journal.Gsid);
            _tally.Skip();
        }
    }

    /// <summary>Notes the outcomes that this run found.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The outcomes must be reported, even if the file cannot be written.")]
    private void NoteOutcomes(WriteJournal journal, IReadOnlyList<WriteRow<T>> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        try
        {
            journal.Add(rows.SelectMany(row => (row.Followers ?? []).Prepend(row)).Where(row => row.Journal?.Written is null));
        }
        catch (Exception exception)
        {
            _writer.Stop(exception);
        }
    }
}
