namespace Gainsight.Client.Tool.Doctor;

/// <summary>What an update does when two rows have its key.</summary>
internal sealed class MultiMatchFact(Trial trial) : TrialFact(trial, "An update key that two rows have", "any", "Several rows for one update key")
{
    /// <inheritdoc/>
    protected override async Task<Finding> SettleAsync(CancellationToken cancellationToken)
    {
        var name = Trial.NameOf("G");
        var inserted = await Trial.InsertAsync([name, name], cancellationToken).ConfigureAwait(false);
        if (inserted.IsRefused)
        {
            return Finding.Learned($"two rows with one name are refused ({inserted.CodeText})");
        }

        await Trial.AwaitRowsAsync(cancellationToken).ConfigureAwait(false);
        var answer = await Trial.UpdateAsync(cancellationToken, (name, 16)).ConfigureAwait(false);
        if (answer.IsRefused)
        {
            return Finding.Expected($"refused ({answer.CodeText})");
        }

        var written = (await Trial.NumbersAsync(name, cancellationToken).ConfigureAwait(false)).Count(number => number == 16);
        return written switch
        {
            0 => Finding.Open("no query showed what was written"),
            1 => Finding.Expected("one is written", "Keys that are not unique change one row, and nothing says which."),
            _ => Finding.Expected("both are written", "Keys that are not unique change every row that has them."),
        };
    }
}
