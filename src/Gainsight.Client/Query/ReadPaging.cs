namespace Gainsight.Client;

/// <summary>How the pages of a query follow each other.</summary>
public enum ReadPaging
{
    /// <summary>By keyset where possible. A filter with <c>|</c> or with 26 conditions, an order of the caller's own, and an object that has neither a GSID nor a number <c>Id</c> (scorecards have the latter) are read by offset.</summary>
    Auto,

    /// <summary>By offset. Rows that are inserted, deleted or re-ordered between pages can be missed. Rows that come twice are returned once, if the object has a GSID or a number <c>Id</c>.</summary>
    Offset,
}
