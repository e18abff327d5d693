using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Reads a list whose pages come in no promised order, so that every row comes once and none is lost.</summary>
/// <remarks>
/// What fits on one page is complete. More is cut into windows of days by <c>ModifiedDate</c>, from the past to the future: a row that is
/// changed meanwhile moves to a window that is still to be read. A single day that does not fit is read page by page, again and again,
/// until the rows seen are as many as the pages of a pass held; a day of which that cannot be shown is an error.
/// </remarks>
internal sealed class ListReader<T>(ClientContext context, ListPlan plan)
    where T : GainsightRecord, new()
{
    // Two conditions for the days.
    private const int MaxConditions = FilterJunction.MaxConditions - 2;

    private readonly ListPages<T> _pages = new(context, plan);
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    private bool CanCut => plan.Where is not ({ HasOr: true } or { Count: > MaxConditions });

    public async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isCut = false;
        var windows = new Stack<DayWindow>([default]);
        while (windows.TryPop(out var window))
        {
            var page = await _pages.FetchAsync(window.Filter, 1, cancellationToken).ConfigureAwait(false);
            foreach (var row in page.Rows.Where(IsNew))
            {
                yield return row;
            }

            if (!page.IsFull)
            {
                continue;
            }

            if (CanCut && window.Split(page.Rows) is { } halves)
            {
                windows.Push(halves.Later);
                windows.Push(halves.Earlier);
                isCut = true;
                continue;
            }

            await foreach (var row in ReadAllPagesAsync(window.Filter, page, cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }
        }

        if (isCut)
        {
            // What has no day is in no window.
            await foreach (var row in ReadAllPagesAsync(CockpitFields.ModifiedDay.IsNull(), first: null, cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }
        }
    }

    private async IAsyncEnumerable<T> ReadAllPagesAsync(
        Filter? within, FetchedPage<T>? first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        var before = -1;
        for (var pass = 1; pass <= ListLimits.MaxPasses; pass++)
        {
            HashSet<string> inPass = new(StringComparer.Ordinal);
            var count = 0;
            var page = first ?? await _pages.FetchAsync(within, 1, cancellationToken).ConfigureAwait(false);
            for (var number = 2; ; number++)
            {
                count += page.Rows.Count;
                foreach (var row in page.Rows)
                {
                    inPass.Add(row.Gsid ?? throw Unproven("a row has no Gsid"));
                    if (IsNew(row))
                    {
                        yield return row;
                    }
                }

                if (!page.IsFull)
                {
                    break;
                }

                page = await _pages.FetchAsync(within, number, cancellationToken).ConfigureAwait(false);
            }

            first = null;

            // The pages of a pass hold every row there is, some of them perhaps twice in the place of others: so their number is that of the rows.
            if (count == before && seen.Count < count)
            {
                seen.UnionWith(inPass);
            }
            else
            {
                seen = inPass;
            }

            if (seen.Count == count)
            {
                yield break;
            }

            before = count;
        }

        throw Unproven($"in {ListLimits.MaxPasses} passes over its pages not every row was seen");
    }

    private bool IsNew(T row) => row.Gsid is not { } gsid || _given.Add(gsid);

    private GainsightProtocolException Unproven(string why) => new(
        $"{plan.Operation.Name}: the rows of a day do not fit on a page, and {why}, so it cannot be shown that none is missing. Read through Query(), which loses no row, or narrow the filter.");
}
