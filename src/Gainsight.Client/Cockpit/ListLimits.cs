namespace Gainsight.Client;

/// <summary>Limits of the list calls.</summary>
internal static class ListLimits
{
    /// <summary>The most rows of a page (CTA API documentation).</summary>
    public const int MaxPageSize = 1000;

    /// <summary>How often a day that does not fit on a page is read anew before it is given up.</summary>
    public const int MaxPasses = 24;
}
