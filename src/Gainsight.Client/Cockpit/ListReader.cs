using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads a list whose pages have no promised order. Each row is returned once, and none is lost.</summary>
/// <remarks>
/// A list that fits on one page is complete; if the page has fewer rows than requested, an empty second page shows it. A longer list is split into windows of days by <c>ModifiedDate</c> and read from the past to the
/// future: a row that changes during the read moves to a window that is still to be read. A single day that does not fit on one page is read page
/// by page, in several passes, until the rows seen are as many as the pages of a pass held. A day for which that cannot be shown is an error.
/// </remarks>
internal sealed class ListReader<T>(ClientContext context, QueryPlan plan, ListReader<T>.Call call)
    where T : GainsightRecord, new()
{
    /// <summary>The largest page of a list (CTA API documentation).</summary>
    public const int MaxPageSize = 1000;

    /// <summary>How many times a day that does not fit on one page is read before the reader gives up.</summary>
    public const int MaxPasses = 24;

    /// <summary>How many pages in a row may hold only rows of earlier pages, before the reader takes it that the tenant ignores the page number.</summary>
    private const int MaxRepeatedPages = 20;

    /// <summary>A window adds two conditions.</summary>
    private const int MaxConditions = FilterJunction.MaxConditions - 2;

    private readonly RecordPageReader<T> _reader = new();
    private readonly HashSet<string> _returned = new(StringComparer.Ordinal);

    private PageSizes.Key? _key;

    private bool CanSplit => plan.Where is not ({ HasOr: true } or { Count: > MaxConditions });

    public async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = await FetchAsync(within: null, 1, cancellationToken).ConfigureAwait(false);
        foreach (var row in page.Rows.Where(IsNew))
        {
            yield return row;
        }

        if (await MayContinueAsync(within: null, page, cancellationToken).ConfigureAwait(false))
        {
            await foreach (var row in ReadWindowsAsync(page, cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }
        }
    }

    private async IAsyncEnumerable<T> ReadWindowsAsync(Page page, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (var isSplit, var continues) = (false, true);
        var window = default(DayWindow);
        var windows = new Stack<DayWindow>();
        while (true)
        {
            if (continues && CanSplit && window.Split(page.Rows) is { } halves)
            {
                windows.Push(halves.Later);
                windows.Push(halves.Earlier);
                isSplit = true;
            }
            else if (continues)
            {
                await foreach (var row in ReadAllPagesAsync(window.Filter, page, cancellationToken).ConfigureAwait(false))
                {
                    yield return row;
                }
            }

            if (!windows.TryPop(out window))
            {
                break;
            }

            var before = page;
            page = await FetchAsync(window.Filter, 1, cancellationToken).ConfigureAwait(false);
            var isNew = false;
            foreach (var row in page.Rows.Where(IsNew))
            {
                isNew = true;
                yield return row;
            }

            if (continues && isNew)
            {
                Continued(before);
            }

            continues = await MayContinueAsync(window.Filter, page, cancellationToken).ConfigureAwait(false);
        }

        if (isSplit)
        {
            // No window contains the rows without a day.
            var undated = CockpitFields.ModifiedDay.IsNull();
            if (await FetchOrNullAsync(undated, cancellationToken).ConfigureAwait(false) is { } first)
            {
                await foreach (var row in ReadAllPagesAsync(undated, first, cancellationToken).ConfigureAwait(false))
                {
                    yield return row;
                }
            }
        }
    }

    private async IAsyncEnumerable<T> ReadAllPagesAsync(
        Filter? within, Page? first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        var previousCount = -1;
        for (var pass = 1; pass <= MaxPasses; pass++)
        {
            HashSet<string> inPass = new(StringComparer.Ordinal);
            (var count, var repeated) = (0, 0);
            var page = first ?? await FetchAsync(within, 1, cancellationToken).ConfigureAwait(false);
            for (var number = 2; ; number++)
            {
                count += page.Rows.Count;
                foreach (var row in page.Rows)
                {
                    inPass.Add(row.Gsid ?? throw MayBeIncomplete("a row has no Gsid"));
                    if (IsNew(row))
                    {
                        yield return row;
                    }
                }

                if (!MayContinue(page))
                {
                    break;
                }

                var before = page;
                page = await FetchAsync(within, number, cancellationToken).ConfigureAwait(false);
                if (page.Rows.Any(row => row.Gsid is { } gsid && !inPass.Contains(gsid)))
                {
                    Continued(before);
                    repeated = 0;
                }
                else if (++repeated == MaxRepeatedPages)
                {
                    throw MayBeIncomplete($"{MaxRepeatedPages} pages in a row held no new row");
                }
            }

            first = null;

            // The pages of a pass have as many rows as the day has. Some rows may come twice in the place of others.
            if (count == previousCount && seen.Count < count)
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

            previousCount = count;
        }

        throw MayBeIncomplete($"{MaxPasses} passes over its pages did not show every row");
    }

    /// <summary>Fetches the first page of the rows without a day. Returns null when the tenant refuses to look for them: it sets the day of every row.</summary>
    private async Task<Page?> FetchOrNullAsync(Filter undated, CancellationToken cancellationToken)
    {
        try
        {
            return await FetchAsync(undated, 1, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightValidationException failure) when (failure.IsFromGainsight)
        {
            Log.RowsWithoutDateNotRead(context.Logger, call.Operation.Name);
            return null;
        }
    }

    /// <summary>Fetches a page of the rows that meet the plan's filter and another one.</summary>
    private async Task<Page> FetchAsync(Filter? within, int number, CancellationToken cancellationToken)
    {
        var asked = within is null ? plan : plan.And(within);
        using var body = JsonBody.Create((call, asked, number), static (writer, state) => state.call.Write(writer, state.asked, state.number));
        var request = new ApiRequest
        {
            Operation = call.Operation,
            Id = call.Id,
            Body = body,
            Lane = plan.Take is null ? RequestLane.Bulk : RequestLane.Interactive,
            NoRowsIsSuccess = true,
        };
        using var response = await context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var rows = response.SaysNoRows ? [] : _reader.Read(response.Data.Span);
        return new(rows);
    }

    /// <summary>Whether rows can follow the first page of a list. If the page cannot tell, the second one does.</summary>
    private async Task<bool> MayContinueAsync(Filter? within, Page page, CancellationToken cancellationToken)
    {
        if (!MayContinue(page) || page.Rows.Count >= call.PageSize)
        {
            return page.Rows.Count >= call.PageSize;
        }

        var next = await FetchAsync(within, 2, cancellationToken).ConfigureAwait(false);
        if (next.Rows.Count == 0)
        {
            return false;
        }

        Continued(page);
        return true;
    }

    private bool MayContinue(Page page) => context.PageSizes.MayFollow(Key(), page.Rows.Count);

    private void Continued(Page page) => context.PageSizes.Followed(Key(), page.Rows.Count);

    private PageSizes.Key Key() => _key ??= new(call.Operation.Name, call.PageSize, string.Join(',', plan.Fields.Select(field => field.Name)));

    private bool IsNew(T row) => row.Gsid is not { } gsid || _returned.Add(gsid);

    private GainsightProtocolException MayBeIncomplete(string why) => new(
        $"{call.Operation.Name}: the rows of one day do not fit on a page, and {why}. So it cannot be shown that none is missing. Read with Query(), which loses no row, or narrow the filter.");

    /// <summary>A page as the tenant returned it.</summary>
    private readonly record struct Page(IReadOnlyList<T> Rows);

    /// <summary>The members of a list call that are not in the plan: the list, the page size, and what only lists have.</summary>
    public sealed record Call
    {
        public required Operation Operation { get; init; }

        /// <summary>Fills <c>{id}</c> of the route.</summary>
        public string? Id { get; init; }

        public int PageSize { get; init; } = MaxPageSize;

        public bool WithLinkedRecords { get; init; }

        public bool DeletedOnly { get; init; }

        /// <summary>Writes the body of a list call.</summary>
        public void Write(Utf8JsonWriter writer, QueryPlan plan, int pageNumber)
        {
            writer.WriteStartObject();
            plan.WriteSelect(writer);
            plan.Where?.Write(writer, (condition, alias) =>
            {
                WriteComparison(writer, condition);
                writer.WriteString("alias", [alias]);
            });
            if (WithLinkedRecords)
            {
                writer.WriteBoolean("linkedObject", value: true);
            }

            if (DeletedOnly)
            {
                // The documentation spells it like this.
                writer.WriteBoolean("includeonlyDeletedRecords", value: true);
            }

            writer.WriteNumber("pageSize", PageSize);
            writer.WriteNumber("pageNumber", pageNumber);
            writer.WriteEndObject();
        }

        private static void WriteComparison(Utf8JsonWriter writer, FilterCondition condition)
        {
            if (condition is ListCondition own)
            {
                own.Write(writer);
                return;
            }

            writer.WriteString("fieldName", condition.Field.EncodedQueryName);
            writer.WriteStartArray("value");
            condition.WriteDayValues(writer);
            writer.WriteEndArray();
        }
    }
}
