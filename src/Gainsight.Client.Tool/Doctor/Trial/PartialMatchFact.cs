namespace Gainsight.Client.Tool.Doctor;

/// <summary>What an update does when only some of its keys have a row.</summary>
internal sealed class PartialMatchFact(Trial trial) : TrialFact(trial, "An update with one match of two", "any", "Some rows of an update match nothing")
{
    /// <inheritdoc/>
    protected override async Task<Finding> SettleAsync(CancellationToken cancellationToken)
    {
        var name = Trial.NameOf(TrialFacts.Good);
        var answer = await Trial.UpdateAsync(cancellationToken, (name, 13), (Trial.NameOf("none"), 13)).ConfigureAwait(false);
        var isWritten = (await Trial.NumbersAsync(name, cancellationToken).ConfigureAwait(false)).Contains(13);
        return (answer.IsRefused, isWritten) switch
        {
            (true, false) => Finding.Expected($"all refused ({answer.CodeText})"),
            (true, true) => Finding.Differs($"refused ({answer.CodeText}), and one is written", "A refused update may have written rows. Read them before you rely on it."),
            (false, true) => Finding.Expected(ErrorList.Of(answer).Form is null ? "one is written, the other not named" : "one is written, the other named"),
            _ => Finding.Differs("accepted, and none is written", "Rows can count as updated that are not. Upsert, or read the keys first."),
        };
    }
}
