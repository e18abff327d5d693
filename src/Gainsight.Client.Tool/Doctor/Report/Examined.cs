namespace Gainsight.Client.Tool.Doctor;

/// <summary>The result of an examination. Nothing in it names or quotes the tenant.</summary>
/// <param name="Facts">The facts, in the order in which they were looked at.</param>
/// <param name="Calls">The number of calls that were sent.</param>
/// <param name="TypicalTime">The time that the answer in the middle took.</param>
internal sealed record Examined(IReadOnlyList<SettledFact> Facts, int Calls, TimeSpan TypicalTime)
{
    /// <summary>What stopped the examination before its end, in words, or null.</summary>
    public string? StoppedBy { get; init; }

    /// <summary>The facts that differ from what the library expects.</summary>
    public IEnumerable<SettledFact> Differing => Of(FindingState.Differs);

    /// <summary>The settings that fit the tenant.</summary>
    public IEnumerable<(string Path, string Value)> Settings => Facts.SelectMany(fact => fact.Finding.Settings);

    /// <summary>The facts in a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The facts.</returns>
    public IEnumerable<SettledFact> Of(FindingState state) => Facts.Where(fact => fact.Finding.State == state);
}
