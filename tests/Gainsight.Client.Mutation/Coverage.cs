namespace Gainsight.Client.Mutation;

/// <summary>What the tests of a project run.</summary>
/// <param name="Tests">The tests.</param>
/// <param name="Statics">The changes of code that makes static values, once in a process.</param>
internal sealed record Coverage(IReadOnlyList<CoveredTest> Tests, HashSet<int> Statics);
