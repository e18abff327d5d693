namespace Gainsight.Client.Tool.Doctor;

/// <summary>The result of an examination. Nothing in it names or quotes the tenant.</summary>
/// <param name="Facts">The facts, in the order in which they were looked at.</param>
/// <param name="Calls">The number of calls that were sent.</param>
/// <param name="TypicalTime">The time that the answer in the middle took.</param>
internal sealed record Examined(IReadOnlyList<SettledFact> Facts, int Calls, TimeSpan TypicalTime)
{
    /// <summary>What stopped the examination before its end, in words, or null.</summary>
    public string? StoppedBy { get; init; }

    /// <summary>What is left of the rows that were written, or null if nothing was written.</summary>
    public TrialEnd? Trial { get; init; }

    /// <summary>The facts of <c>docs/wire.md</c> that this examination could not settle.</summary>
    public IReadOnlyList<OpenFact> Explained => [.. OpenFacts.All.Where(open => Facts.All(fact => fact.Fact.Wire != open.Wire || fact.Finding.State == FindingState.Open))];

    /// <summary>Adds the result of a trial.</summary>
    /// <param name="trial">The result.</param>
    /// <returns>Both results.</returns>
    public Examined With(Examined trial) => this with { Facts = [.. Facts, .. trial.Facts], Calls = Calls + trial.Calls, StoppedBy = trial.StoppedBy, Trial = trial.Trial };

    /// <summary>The facts that differ from what the library expects.</summary>
    public IEnumerable<SettledFact> Differing => Of(FindingState.Differs);

    /// <summary>The settings that fit the tenant.</summary>
    public IEnumerable<(string Path, string Value)> Settings => Facts.SelectMany(fact => fact.Finding.Settings);

    /// <summary>The facts in a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The facts.</returns>
    public IEnumerable<SettledFact> Of(FindingState state) => Facts.Where(fact => fact.Finding.State == state);
}
