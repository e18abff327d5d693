namespace Gainsight.Client.Emulator;

/// <content>How many rows a page holds. These switches apply to data queries, delete logs, users, and Cockpit and plan lists.</content>
public sealed partial class EmulatorSwitches
{
    private int? _pageCap;
    private int _pageShortBy;

    /// <summary>
    /// The most rows that a page holds, whatever <c>limit</c> or <c>pageSize</c> asks for, without an error. <see langword="null"/> means no
    /// cap of its own. Not documented. Default: <see langword="null"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The number is less than 1.</exception>
    public int? PageCap
    {
        get => _pageCap;
        set => _pageCap = value is { } rows ? SwitchValue.AtLeast(1, rows, nameof(PageCap)) : null;
    }

    /// <summary>
    /// How many rows fewer than asked for a page holds, though more rows follow. A page always holds at least one row of those that are left.
    /// Not documented. Default: 0.
    /// </summary>
    /// <exception cref="ArgumentException">The number is negative.</exception>
    public int PageShortBy
    {
        get => _pageShortBy;
        set => _pageShortBy = SwitchValue.AtLeast(0, value, nameof(PageShortBy));
    }

    /// <summary>
    /// The seed of random page sizes: each page holds from 1 row to as many as it could. <see langword="null"/> means that pages are full. Pages
    /// by number have the same sizes each time that they are read; pages by offset or keyset have a new size each time. Not documented.
    /// Default: <see langword="null"/>.
    /// </summary>
    public int? RandomPageSizes { get; set; }

    /// <summary>
    /// Whether <c>limit</c> and <c>pageSize</c> are ignored, also by bulk exports: a page then holds as many rows as the API allows. Not
    /// documented. Default: <see langword="false"/>.
    /// </summary>
    public bool IgnoresLimit { get; set; }

    /// <summary>
    /// Whether <c>orderBy</c> is ignored, also by bulk exports: rows then come in the order of their insertion, unless rows were deleted. Not
    /// documented. Default: <see langword="false"/>.
    /// </summary>
    public bool IgnoresOrderBy { get; set; }
}
