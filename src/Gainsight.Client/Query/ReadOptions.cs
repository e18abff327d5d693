namespace Gainsight.Client;

/// <summary>How the rows of a query are fetched.</summary>
public sealed class ReadOptions
{
    /// <summary>The largest page that Gainsight serves: 5,000 rows.</summary>
    public const int MaxPageSize = 5000;

    private readonly int _pageSize = MaxPageSize;

    internal static ReadOptions Default { get; } = new();

    /// <summary>The rows of a page, 1 to 5,000; 5,000 unless set. The reader goes down to 500 by itself when the tenant is slow.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int PageSize
    {
        get => _pageSize;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxPageSize);
            _pageSize = value;
        }
    }

    /// <summary>How pages follow each other; by keyset where that is possible, unless set.</summary>
    public ReadPaging Paging { get; init; }
}
