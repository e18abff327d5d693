namespace Gainsight.Client;

/// <summary>Reads the rows of many values of a field, in blocks that the tenant accepts.</summary>
internal sealed class ManyReader<T, TValue>(ClientContext context, QueryPlan plan, Field<TValue> field, TValue[] values)
    where T : GainsightRecord, new()
{
    private readonly List<T> _rows = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The key by which pages follow each other if a row that is not found is taken as missing. Each block is then read until a page is empty.</summary>
    public PagingKey? ProvesAbsenceBy { get; init; }

    public async Task<IReadOnlyList<T>> ReadAsync(CancellationToken cancellationToken)
    {
        var accepted = 0;
        var form = 0;
        var position = 0;
        while (position < values.Length)
        {
            var @operator = ManyValues.Forms[form].Operator;
            var block = new ArraySegment<TValue>(values, position, Math.Min(ManyValues.MostOf(form, plan.Where), values.Length - position));
            try
            {
                await ReadAsync(plan.And(Condition(block, @operator)), cancellationToken).ConfigureAwait(false);
                position += block.Count;
                form = accepted;
            }
            catch (GainsightValidationException refused) when (ManyValues.AllowsNextForm(refused, form))
            {
                form++;
                accepted = ManyValues.IsReadable(refused) ? form : accepted;
            }
        }

        return _rows;
    }

    private Filter Condition(ArraySegment<TValue> block, Operator @operator)
    {
        if (@operator == Operator.In)
        {
            return field.In(block);
        }

        var filter = field.EqualTo(block[0]);
        foreach (var value in block[1..])
        {
            filter |= field.EqualTo(value);
        }

        return filter;
    }

    private async Task ReadAsync(QueryPlan block, CancellationToken cancellationToken)
    {
        List<T> rows = [];
        Func<IReadOnlyList<T>, AfterPage>? afterPage = ProvesAbsenceBy is null ? null : static _ => AfterPage.ProveAbsence;
        await foreach (var page in new PageReader<T>(context, block, ReadOptions.Default, afterPage: afterPage, pagingKey: ProvesAbsenceBy).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.AddRange(page);
        }

        // Only now: a block that is refused after its first page is read again. A tenant that ignores case finds a row by two spellings, which may be in different blocks.
        _rows.AddRange(rows.Where(row => row.Gsid is not { } gsid || _seen.Add(gsid)));
    }
}
