namespace Gainsight.Client.Tool.Doctor;

/// <summary>Which rows the answer to an insert lists, and in which order. It writes the companies of the trial.</summary>
internal sealed class InsertAnswerFact(Trial trial) : Fact("Rows in the answer to an insert", "all, as sent", "Order of the records in the answer to an insert", Pages.Companies)
{
    /// <inheritdoc/>
    public override async Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken)
    {
        // With six rows, a random order is that of the request once in 720 times.
        string[] names = [trial.NameOf(TrialFacts.Good), trial.NameOf("B"), trial.NameOf(TrialFacts.Accent), $"{trial.NameOf(TrialFacts.Spaces)}  ", trial.NameOf("E"), trial.NameOf(TrialFacts.Deleted)];
        var answer = trial.Inserted = await trial.InsertAsync(names, cancellationToken).ConfigureAwait(false);
        if (answer.IsRefused)
        {
            return Finding.Refused(answer);
        }

        await trial.AwaitRowsAsync(cancellationToken).ConfigureAwait(false);
        if (!trial.IsReady)
        {
            return Finding.Open("no query showed the rows within 31 seconds");
        }

        var listed = Trial.Gsids(answer);
        string[] sent = [.. trial.Rows.Select(row => row.Gsid!)];
        return listed.SequenceEqual(sent) ? Finding.Expected("all, as sent")
            : listed.Count < sent.Length ? Finding.Differs(listed.Count == 0 ? "none" : "not all of them", "The library looks up new rows by their keys. Insert with a key that is unique, or upsert.")
            : Finding.Differs("all, in another order", "The library gives rows their GSIDs by the values that an answer repeats. If it repeats none, look GSIDs up by a key, or upsert.");
    }
}
