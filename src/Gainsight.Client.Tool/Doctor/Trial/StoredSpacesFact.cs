namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether a text keeps the spaces at its end.</summary>
internal sealed class StoredSpacesFact(Trial trial) : TrialFact(trial, "Spaces at the end of a text", "either", "Key fields")
{
    /// <inheritdoc/>
    protected override Task<Finding> SettleAsync(CancellationToken cancellationToken)
    {
        var stored = Sample.Text(Trial.Rows.First(row => row.Name.EndsWith(' ')).Stored, "Name")!;
        return Task.FromResult(Finding.Expected(stored.EndsWith(' ') ? "kept" : "removed"));
    }
}
