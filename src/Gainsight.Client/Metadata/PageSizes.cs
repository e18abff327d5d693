using System.Collections.Concurrent;

namespace Gainsight.Client;

/// <summary>What the tenant's pages have shown about their sizes. It decides whether a page with fewer rows than requested can be the last.</summary>
/// <remarks>
/// Only an empty page proves the end of the data. A tenant may have a lower limit than the one requested, or leave out rows after it has counted
/// them. A short page is trusted only if this tenant is known to fill its pages: pages of one size came before, more rows followed each of them,
/// and this page is clearly shorter. Pages of different sizes that rows followed show that their length says nothing.
/// </remarks>
internal sealed class PageSizes
{
    /// <summary>The memory for selections. A program that builds more of them pays one more call for some reads.</summary>
    private const int MaxKeys = 1000;

    /// <summary>From this limit on, one full page shows that the tenant fills its pages. A smaller page can be full by chance.</summary>
    private const int LargeLimit = 1000;

    /// <summary>From this limit on, two full pages show it.</summary>
    private const int MediumLimit = 100;

    /// <summary>How many smaller pages, or pages below the limit, must have the same size before it counts as the tenant's own.</summary>
    private const int RegularPages = 10;

    /// <summary>The smallest size that counts. Pages of a few rows are alike by chance.</summary>
    private const int LeastSize = 10;

    private readonly ConcurrentDictionary<Key, Known> _known = new();

    /// <summary>Whether rows can follow a page.</summary>
    /// <param name="key">What was requested.</param>
    /// <param name="count">The number of rows of the page.</param>
    /// <param name="ifUnknown">The answer for a short page, as long as the tenant's sizes are not known.</param>
    public bool MayFollow(in Key key, int count, bool ifUnknown = true)
    {
        if (count == 0 || count >= key.Limit)
        {
            return count > 0;
        }

        if (!_known.TryGetValue(key, out var known))
        {
            return ifUnknown;
        }

        // A page that lacks a few rows may be one from which the tenant removed them.
        return !known.IsRegular || count >= known.Size || ((known.Times < known.Needed(key.Limit) || count >= known.Size - (known.Size / 10)) && ifUnknown);
    }

    /// <summary>Takes note that rows followed a page.</summary>
    public void Followed(in Key key, int count)
    {
        if (_known.Count >= MaxKeys)
        {
            _known.Clear();
        }

        var size = Math.Min(count, key.Limit);
        _known.AddOrUpdate(key, static (_, size) => new(size, 1), static (_, known, size) => known with { Size = known.Size == size ? size : 0, Times = known.Times + 1 }, size);
    }

    /// <summary>What pages have in common: the call or object, the limit, and the selected fields, because a tenant may limit the bytes of a page.</summary>
    public readonly record struct Key(string Source, int Limit, string Selection);

    /// <summary>The size of the pages that rows followed, or 0 when they differ, and their number.</summary>
    private readonly record struct Known(int Size, int Times)
    {
        public bool IsRegular => Size >= LeastSize;

        public int Needed(int limit) => Size < limit || limit < MediumLimit ? RegularPages : limit < LargeLimit ? 2 : 1;
    }
}
