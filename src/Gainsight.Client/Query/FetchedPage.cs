namespace Gainsight.Client;

/// <summary>A page as it came.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="IsFull">Whether it has as many rows as were asked for, so that more can follow.</param>
internal readonly record struct FetchedPage<T>(IReadOnlyList<T> Rows, bool IsFull);
