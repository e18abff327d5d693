namespace Gainsight.Client.Mutation;

/// <summary>A change that a process makes, and the tests that it runs with it, in order.</summary>
internal sealed record PlannedChange(int Id, IReadOnlyList<string> Tests);
