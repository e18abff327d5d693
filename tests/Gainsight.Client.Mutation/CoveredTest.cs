namespace Gainsight.Client.Mutation;

/// <summary>A test, and the changes whose code it runs.</summary>
internal sealed record CoveredTest(string Id, string Name, long Milliseconds, bool HasFailed, HashSet<int> Changes);
