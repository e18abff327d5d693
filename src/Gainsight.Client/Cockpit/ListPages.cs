namespace Gainsight.Client;

/// <summary>Fetches pages of a list.</summary>
internal sealed class ListPages<T>(ClientContext context, ListPlan plan)
    where T : GainsightRecord, new()
{
    /// <summary>A tenant that gives fewer rows than it is asked for gives a round number: then there may be more.</summary>
    private const int Round = 100;

    private readonly RecordPageReader<T> _reader = new();

    /// <summary>Fetches a page of the rows that meet the plan's filter and another one.</summary>
    public async Task<FetchedPage<T>> FetchAsync(Filter? within, int number, CancellationToken cancellationToken)
    {
        var asked = within is null ? plan : plan with { Where = plan.Where is null ? within : plan.Where & within };
        using var body = JsonBody.Create((asked, number), static (writer, state) => state.asked.Write(writer, state.number));
        var request = new ApiRequest
        {
            Operation = plan.Operation,
            Id = plan.Id,
            Body = body,
            Lane = plan.Take is null ? RequestLane.Bulk : RequestLane.Interactive,
            NoRowsIsSuccess = true,
        };
        using var response = await context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var rows = response.SaysNoRows ? [] : _reader.Read(response.Data.Span);
        return new(rows, rows.Count >= plan.PageSize || (rows.Count > 0 && rows.Count % Round == 0));
    }
}
