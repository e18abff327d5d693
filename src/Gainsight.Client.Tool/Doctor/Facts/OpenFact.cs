namespace Gainsight.Client.Tool.Doctor;

/// <summary>A fact that reads cannot settle.</summary>
/// <param name="Wire">The fact in <c>docs/wire.md</c>, as it is written there.</param>
/// <param name="Why">Why reads do not settle it.</param>
/// <param name="Page">The official page that would.</param>
internal sealed record OpenFact(string Wire, string Why, string Page);
