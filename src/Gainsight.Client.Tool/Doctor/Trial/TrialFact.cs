namespace Gainsight.Client.Tool.Doctor;

/// <summary>A fact that only writes settle, by the temporary companies of a trial.</summary>
/// <param name="trial">The trial.</param>
/// <param name="name">The name for people.</param>
/// <param name="expected">What the library expects.</param>
/// <param name="wire">The fact or the operation in <c>docs/wire.md</c>, as it is written there.</param>
internal abstract class TrialFact(Trial trial, string name, string expected, string wire) : Fact(name, expected, wire, Pages.Companies)
{
    /// <summary>The trial.</summary>
    protected Trial Trial => trial;

    /// <inheritdoc/>
    public sealed override Task<Finding> SettleAsync(Examination tenant, CancellationToken cancellationToken) =>
        trial.IsReady ? SettleAsync(cancellationToken) : Task.FromResult(Finding.Needs("the temporary companies, which the tenant refused or does not show"));

    /// <summary>Settles the fact.</summary>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>What the tenant shows.</returns>
    protected abstract Task<Finding> SettleAsync(CancellationToken cancellationToken);
}
