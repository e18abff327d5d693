using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads a list whose pages have no promised order. Each row is returned once, and none is lost.</summary>
/// <remarks>
/// A list that fits on one page is complete. A longer list is split into windows of days by <c>ModifiedDate</c> and read from the past to the
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

    /// <summary>A tenant that returns fewer rows than requested returns a round number. More rows may follow then.</summary>
    private const int RoundPage = 100;

    /// <summary>A window adds two conditions.</summary>
    private const int MaxConditions = FilterJunction.MaxConditions - 2;

    private readonly RecordPageReader<T> _reader = new();
    private readonly HashSet<string> _returned = new(StringComparer.Ordinal);

    private bool CanSplit => plan.Where is not ({ HasOr: true } or { Count: > MaxConditions });

    public async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = await FetchAsync(within: null, 1, cancellationToken).ConfigureAwait(false);
        foreach (var row in page.Rows.Where(IsNew))
        {
            yield return row;
        }

        if (page.IsFull)
        {
            await foreach (var row in ReadWindowsAsync(page, cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }
        }
    }

    private async IAsyncEnumerable<T> ReadWindowsAsync(Page page, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isSplit = false;
        var window = default(DayWindow);
        var windows = new Stack<DayWindow>();
        while (true)
        {
            if (page.IsFull && CanSplit && window.Split(page.Rows) is { } halves)
            {
                windows.Push(halves.Later);
                windows.Push(halves.Earlier);
                isSplit = true;
            }
            else if (page.IsFull)
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

            page = await FetchAsync(window.Filter, 1, cancellationToken).ConfigureAwait(false);
            foreach (var row in page.Rows.Where(IsNew))
            {
                yield return row;
            }
        }

        if (isSplit)
        {
            // No window contains the rows without a day.
            await foreach (var row in ReadAllPagesAsync(CockpitFields.ModifiedDay.IsNull(), first: null, cancellationToken).ConfigureAwait(false))
            {
                yield return row;
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
            var count = 0;
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

                if (!page.IsFull)
                {
                    break;
                }

                page = await FetchAsync(within, number, cancellationToken).ConfigureAwait(false);
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
        return new(rows, rows.Count >= call.PageSize || (rows.Count > 0 && rows.Count % RoundPage == 0));
    }

    private bool IsNew(T row) => row.Gsid is not { } gsid || _returned.Add(gsid);

    private GainsightProtocolException MayBeIncomplete(string why) => new(
        $"{call.Operation.Name}: the rows of one day do not fit on a page, and {why}. So it cannot be shown that none is missing. Read with Query(), which loses no row, or narrow the filter.");

    /// <summary>A page as the tenant returned it, and whether more rows can follow.</summary>
    private readonly record struct Page(IReadOnlyList<T> Rows, bool IsFull);

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
            condition.WriteDayValues(writer, WireFormat.Default);
            writer.WriteEndArray();
        }
    }
}
