namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether answers to writes repeat the fields that were sent.</summary>
internal sealed class UpdateAnswerFact(Trial trial) : TrialFact(trial, "Fields in answers to writes", "any", "Order of the records in the answer to an insert")
{
    /// <inheritdoc/>
    protected override async Task<Finding> SettleAsync(CancellationToken cancellationToken)
    {
        var answer = await Trial.UpdateAsync(cancellationToken, (Trial.NameOf(TrialFacts.Good), 15)).ConfigureAwait(false);
        return answer.IsRefused ? Finding.Refused(answer) : (Repeats(Trial.Inserted!), Repeats(answer)) switch
        {
            (true, true) => Finding.Expected("those sent"),
            (false, true) => Finding.Expected("those sent, for updates only"),
            (true, false) => Finding.Expected("those sent, for inserts only"),
            _ => Finding.Expected("GSIDs alone"),
        };
    }

    private static bool Repeats(Answer answer) => answer.Rows is [var row, ..] && Sample.Text(row, "Name") is not null;
}
