namespace Gainsight.Client;

/// <summary>Finds the rows of the tenant that carry given keys, in as few reads as the tenant allows.</summary>
internal sealed class KeyFinder
{
    // Tried in this order when the tenant refuses a form: IN with many values, IN with few, EQ joined by OR, a single EQ.
    private static readonly (Operator Operator, int Values)[] Forms =
        [(Operator.In, 500), (Operator.In, 50), (Operator.EqualTo, FilterJunction.MaxConditions), (Operator.EqualTo, 1)];

    private readonly ClientContext _context;
    private readonly ObjectDefinition _definition;
    private readonly IdentifierKeys _keys;
    private int _form;

    public KeyFinder(ClientContext context, ObjectDefinition definition, IdentifierKeys keys)
    {
        _context = context;
        _definition = definition;
        _keys = keys;
    }

    /// <summary>Asks for the rows of some keys.</summary>
    /// <param name="keys">The keys as text.</param>
    /// <param name="records">The record of each key.</param>
    /// <param name="calls">Counts the reads.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<KeyMatches> FindAsync(
        IReadOnlyList<string> keys, IReadOnlyList<GainsightRecord> records, CallCounter calls, CancellationToken cancellationToken)
    {
        var matches = new KeyMatches(keys);
        (Field field, List<string> values) = MostSelective(records);
        int position = 0;
        while (position < values.Count)
        {
            (Operator @operator, int most) = Forms[_form];
            int count = Math.Min(most, values.Count - position);
            try
            {
                await ReadAsync(Condition(field, @operator, values.GetRange(position, count)), matches, calls, cancellationToken).ConfigureAwait(false);
                position += count;
            }
            catch (GainsightValidationException) when (_form < Forms.Length - 1)
            {
                _form++;
            }
        }

        return matches;
    }

    private static Filter Condition(Field field, Operator @operator, List<string> values)
    {
        if (@operator == Operator.In)
        {
            return new FilterTextCondition(field, @operator, values);
        }

        Filter filter = new FilterTextCondition(field, @operator, [values[0]]);
        foreach (string value in values.Skip(1))
        {
            filter |= new FilterTextCondition(field, @operator, [value]);
        }

        return filter;
    }

    private async Task ReadAsync(Filter filter, KeyMatches matches, CallCounter calls, CancellationToken cancellationToken)
    {
        var plan = new QueryPlan { Definition = _definition, Select = [SystemFields.Gsid, .. _keys], Where = filter };
        await foreach (IReadOnlyList<ObjectRecord> page in new PageReader<ObjectRecord>(_context, plan, ReadOptions.Default, calls)
            .ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (ObjectRecord row in page)
            {
                if (row.Gsid is { } gsid && KeyText.Of(row, _keys, _context.Format) is { } key)
                {
                    matches.Add(key, gsid);
                }
            }
        }
    }

    /// <summary>The key with the most different values fetches the fewest rows that do not match; the other keys are compared here.</summary>
    private (Field Field, List<string> Values) MostSelective(IReadOnlyList<GainsightRecord> records)
    {
        Field? best = null;
        List<string> values = [];
        foreach (Field key in _keys)
        {
            var distinct = new HashSet<string>(StringComparer.Ordinal);
            foreach (GainsightRecord record in records)
            {
                if (record.TryGetText(key.Name, _context.Format, out string? text) && !string.IsNullOrEmpty(text))
                {
                    distinct.Add(text);
                }
            }

            if (best is null || distinct.Count > values.Count)
            {
                best = key;
                values = [.. distinct];
            }
        }

        return (best!, values);
    }
}
