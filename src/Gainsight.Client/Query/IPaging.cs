namespace Gainsight.Client;

/// <summary>How one page leads to the next.</summary>
internal interface IPaging<T>
    where T : GainsightRecord, new()
{
    /// <summary>The query of the next page.</summary>
    QueryPlan Next { get; }

    /// <summary>The offset of the next page.</summary>
    int Offset { get; }

    /// <summary>Accepts a page and returns its new rows, or null when the page does not follow the previous one.</summary>
    IReadOnlyList<T>? Accept(PageFetcher<T>.Page page);
}
