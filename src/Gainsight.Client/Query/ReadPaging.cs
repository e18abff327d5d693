namespace Gainsight.Client;

/// <summary>How the pages of a query follow each other.</summary>
public enum ReadPaging
{
    /// <summary>By keyset where that is possible: not with <c>|</c> in the filter, an order of the caller's, or an object without a paging key.</summary>
    Auto,

    /// <summary>By offset. Rows that are inserted, deleted or re-ordered between pages can be missed; rows seen twice are given once.</summary>
    Offset,
}
