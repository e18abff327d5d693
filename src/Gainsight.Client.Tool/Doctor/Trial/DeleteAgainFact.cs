namespace Gainsight.Client.Tool.Doctor;

/// <summary>What a delete answers whose row is gone.</summary>
internal sealed class DeleteAgainFact(Trial trial) : TrialFact(trial, "A delete of a row that is gone", "refused (400 GSOBJ_1011)", "Deleting by GSID, answer and unknown ids")
{
    /// <inheritdoc/>
    protected override async Task<Finding> SettleAsync(CancellationToken cancellationToken)
    {
        var gsid = Trial.Rows.First(row => row.Name == Trial.NameOf(TrialFacts.Deleted)).Gsid!;
        var first = await Trial.DeleteAsync(gsid, cancellationToken).ConfigureAwait(false);
        if (first.IsRefused)
        {
            return Finding.Differs($"deletes are refused ({first.CodeText})", "The key may not delete companies, or the tenant has another call for it.");
        }

        var again = await Trial.DeleteAsync(gsid, cancellationToken).ConfigureAwait(false);
        return !again.IsRefused ? Finding.Learned("accepted", "A delete counts as done if its row was not there.")
            : again.Code == "GSOBJ_1011" ? Finding.Expected($"refused ({again.CodeText})")
            : Finding.Differs($"refused ({again.CodeText})", "The library takes GSOBJ_1011 for a row that is gone. This code fails the row.");
    }
}
