namespace Gainsight.Client;

/// <summary>How the rows of a query are read.</summary>
public sealed class ReadOptions
{
    /// <summary>The largest page that Gainsight returns: 5,000 rows.</summary>
    public const int MaxPageSize = 5000;

    private readonly int _pageSize = MaxPageSize;
    private readonly TimeSpan? _timeLimit;
    private readonly RequestLane? _lane;
    private readonly ReadPaging _paging;

    internal static ReadOptions Default { get; } = new();

    /// <summary>The number of rows per page, from 1 to 5,000. Default: 5,000. When the tenant is slow, the reader lowers the size down to 500.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int PageSize
    {
        get => _pageSize;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(PageSize));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxPageSize, nameof(PageSize));
            _pageSize = value;
        }
    }

    /// <summary>The longest time for the whole read, the caller's own work between rows included. Default: null, no limit. Maximum: 30 days. After it, the read throws <see cref="GainsightTransportException"/> with <see cref="GainsightTransportException.IsTimeout"/>. The rows until then are valid.</summary>
    /// <remarks>
    /// Calls without options, such as <c>CountAsync</c>, <c>GetManyAsync</c> and <see cref="GainsightClient.SendAsync"/>, return nothing
    /// before they end. Give them a token that ends in time: <c>new CancellationTokenSource(TimeSpan.FromMinutes(5)).Token</c>. They then throw
    /// <see cref="OperationCanceledException"/>.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than 30 days.</exception>
    public TimeSpan? TimeLimit
    {
        get => _timeLimit;
        init => _timeLimit = TimeLimits.Check(value, nameof(TimeLimit));
    }

    /// <summary>The lane in which the calls wait for quota. Default: <see cref="RequestLane.Interactive"/> for a query with <c>Take</c> of at most 5,000 rows, else <see cref="RequestLane.Bulk"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of the enum.</exception>
    public RequestLane? Lane
    {
        get => _lane;
        init
        {
            EnumValue.Check((int)(value ?? default), (int)RequestLane.Bulk, nameof(Lane));
            _lane = value;
        }
    }

    /// <summary>How pages follow each other. Default: by keyset where possible.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of the enum.</exception>
    public ReadPaging Paging
    {
        get => _paging;
        init
        {
            EnumValue.Check((int)value, (int)ReadPaging.Offset, nameof(Paging));
            _paging = value;
        }
    }

    /// <summary>A read that ends after <see cref="TimeLimit"/>, if there is one.</summary>
    internal IAsyncEnumerable<T> Limit<T>(
        Func<CancellationToken, IAsyncEnumerable<T>> read, string objectName, TimeProvider time, CancellationToken cancellationToken) =>
        TimeLimit is { } limit ? LimitedRead.ReadAsync(read, objectName, limit, time, cancellationToken) : read(cancellationToken);
}
