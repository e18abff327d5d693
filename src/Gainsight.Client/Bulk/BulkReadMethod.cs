namespace Gainsight.Client;

/// <summary>The two ways to read many rows.</summary>
public enum BulkReadMethod
{
    /// <summary>Pages of 5,000 rows, one synchronous call each.</summary>
    Query,

    /// <summary>A bulk export: one asynchronous call, and one call per 20,000 rows.</summary>
    Export,
}
