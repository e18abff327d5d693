namespace Gainsight.Client.Tool.Doctor;

/// <summary>A fact and what the tenant shows of it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Finding">What the tenant shows.</param>
internal sealed record SettledFact(Fact Fact, Finding Finding);
