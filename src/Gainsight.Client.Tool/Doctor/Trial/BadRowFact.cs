namespace Gainsight.Client.Tool.Doctor;

/// <summary>What an update does with a bad row, here a text for a number.</summary>
internal sealed class BadRowFact(Trial trial) : TrialFact(trial, "An update with a bad row", "all refused", "Errors together with a success (`data.errors` in a 200)")
{
    /// <inheritdoc/>
    protected override async Task<Finding> SettleAsync(CancellationToken cancellationToken)
    {
        var name = Trial.NameOf(TrialFacts.Good);
        var answer = Trial.BadRow = await Trial.UpdateAsync(cancellationToken, (name, 14), (Trial.NameOf("B"), "no number")).ConfigureAwait(false);
        var isWritten = (await Trial.NumbersAsync(name, cancellationToken).ConfigureAwait(false)).Contains(14);
        var code = ErrorList.Of(answer).Code is { } ofRow ? $", the row {ofRow}" : "";
        return (answer.IsRefused, isWritten) switch
        {
            (true, false) => Finding.Expected($"all refused ({answer.CodeText}{code})"),
            (true, true) => Finding.Differs($"refused ({answer.CodeText}{code}), and the other is written", "A refused update may have written rows. The library looks new rows up before it sends them again."),
            (false, true) => Finding.Learned($"the other is written{code}", "The library finds the bad rows by data.errors and count."),
            _ => Finding.Differs("accepted, and none is written", "Rows can count as updated that are not. Read them after a write."),
        };
    }
}
