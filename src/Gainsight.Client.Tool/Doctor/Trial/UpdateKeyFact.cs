namespace Gainsight.Client.Tool.Doctor;

/// <summary>Whether an update finds a row by another spelling of its key.</summary>
/// <param name="trial">The trial.</param>
/// <param name="spelling">How the spellings differ.</param>
/// <param name="label">The row.</param>
/// <param name="respell">Spells the key in another way.</param>
internal sealed class UpdateKeyFact(Trial trial, string spelling, string label, Func<string, string> respell)
    : TrialFact(trial, $"Update key: {spelling}", "either", "Key fields")
{
    /// <inheritdoc/>
    protected override async Task<Finding> SettleAsync(CancellationToken cancellationToken)
    {
        var answer = await Trial.UpdateAsync(cancellationToken, (respell(Trial.NameOf(label)), 11)).ConfigureAwait(false);
        return answer is { IsRefused: true, FoundNothing: false } ? Finding.Refused(answer)
            : Trial.Gsids(answer).Count > 0 ? Finding.Expected("the same", "An update changes rows whose key differs only so. Upserts of the library allow for it.")
            : Finding.Expected("different");
    }
}
