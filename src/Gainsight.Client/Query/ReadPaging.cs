namespace Gainsight.Client;

/// <summary>How the pages of a query follow each other.</summary>
public enum ReadPaging
{
    /// <summary>By keyset where that is possible: not with <c>|</c> or 26 conditions in the filter, an order of the caller's, or an object that has neither a GSID nor a number <c>Id</c>, as scorecards have.</summary>
    Auto,

    /// <summary>By offset. Rows that are inserted, deleted or re-ordered between pages can be missed; rows seen twice are given once, if the object has either.</summary>
    Offset,
}
