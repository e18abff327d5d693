using System.Globalization;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether a query shows a row that was just written.</summary>
internal sealed class VisibilityFact(Trial trial) : TrialFact(trial, "A query after an insert", "shows the rows", "Records.Query")
{
    /// <inheritdoc/>
    protected override Task<Finding> SettleAsync(CancellationToken cancellationToken) => Task.FromResult(
        Trial.Lag == TimeSpan.Zero
            ? Finding.Expected("shows the rows")
            : Finding.Differs(
                string.Create(CultureInfo.InvariantCulture, $"shows them within {Math.Ceiling(Trial.Lag.TotalSeconds)} s"),
                "Two processes that upsert the same new key within this time write it twice. One client remembers the keys that it wrote."));
}
