namespace Gainsight.Client;

/// <summary>A page as it came.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="IsFull">Whether more rows can follow: it has as many as were asked for, or as many as the tenant gives.</param>
internal readonly record struct FetchedPage<T>(IReadOnlyList<T> Rows, bool IsFull);
