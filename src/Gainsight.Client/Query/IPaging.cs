namespace Gainsight.Client;

/// <summary>How one page leads to the next.</summary>
internal interface IPaging<T>
{
    /// <summary>The query of the next page.</summary>
    QueryPlan Next { get; }

    /// <summary>The offset of the next page.</summary>
    int Offset { get; }

    /// <summary>Takes a page: the rows that are new in it, or null when the page does not follow the one before.</summary>
    IReadOnlyList<T>? Accept(FetchedPage<T> page);
}
