namespace Gainsight.Client.Tool.Doctor;

/// <summary>What an update answers whose key no row has.</summary>
internal sealed class NoMatchFact(Trial trial) : TrialFact(trial, "An update without a match", "refused (400 GSOBJ_1011)", "An update that matches nothing")
{
    /// <inheritdoc/>
    protected override async Task<Finding> SettleAsync(CancellationToken cancellationToken)
    {
        var answer = await Trial.UpdateAsync(cancellationToken, (Trial.NameOf("none"), 12)).ConfigureAwait(false);
        return !answer.IsRefused ? Finding.Differs("accepted", "A row that the tenant lacks can count as updated. Upsert, or read its key first.")
            : answer.Code == "GSOBJ_1011" ? Finding.Expected($"refused ({answer.CodeText})")
            : Finding.Differs($"refused ({answer.CodeText})", "The row fails with this code in place of GSOBJ_1011.");
    }
}
