namespace Gainsight.Client.Emulator;

/// <summary>The response to a query that finds nothing (sources differ).</summary>
public enum EmptyResultForm
{
    /// <summary>Status 200 and no records (Custom Object page).</summary>
    EmptyRecords,

    /// <summary>Status 200, <c>result:false</c>, <c>GSOBJ_1XXX</c> and "No data found for given criteria" (Company page).</summary>
    NoDataFound,

    /// <summary>Status 400 and <c>GSOBJ_1011</c> (list of error codes).</summary>
    BadRequest,
}
