namespace Gainsight.Client;

/// <summary>Finds the rows of the tenant that carry given keys, in as few reads as the tenant allows.</summary>
internal sealed class KeyFinder(ClientContext context, ObjectDefinition definition, IdentifierKeys keys)
{
    // Tried in this order when the tenant refuses a form: IN with many values, IN with few, EQ joined by OR, a single EQ.
    private static readonly (Operator Operator, int Values)[] Forms =
        [(Operator.In, 500), (Operator.In, 50), (Operator.EqualTo, FilterJunction.MaxConditions), (Operator.EqualTo, 1)];

    private readonly Field[] _select = [SystemFields.Gsid, .. keys.Where(key => !key.IsNamed(SystemFields.Gsid.Name))];
    private int _form;

    /// <summary>Asks for the rows that carry the keys of some records.</summary>
    public async Task<KeyMatches> FindAsync(IReadOnlyList<GainsightRecord> records, CallCounter calls, CancellationToken cancellationToken)
    {
        (Field field, List<string> values) = MostSelective(records);
        var matches = new KeyMatches(keys, context.Format, field);
        foreach (GainsightRecord record in records)
        {
            matches.Ask(record);
        }

        int position = 0;
        while (position < values.Count)
        {
            int form = Volatile.Read(ref _form);
            (Operator @operator, int most) = Forms[form];
            int count = Math.Min(most, values.Count - position);
            try
            {
                await ReadAsync(Condition(field, @operator, values.GetRange(position, count)), matches, calls, cancellationToken).ConfigureAwait(false);
                position += count;
            }
            catch (GainsightValidationException) when (form < Forms.Length - 1)
            {
                // Several calls may be refused at once; together they go one step.
                Interlocked.CompareExchange(ref _form, form + 1, form);
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
        var plan = new QueryPlan { Definition = definition, Select = _select, Where = filter };
        await foreach (IReadOnlyList<ObjectRecord> page in new PageReader<ObjectRecord>(context, plan, ReadOptions.Default, calls)
            .ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (ObjectRecord row in page)
            {
                matches.Add(row);
            }
        }
    }

    /// <summary>The key with the most different values fetches the fewest rows that do not match; the other keys are compared here.</summary>
    private (Field Field, List<string> Values) MostSelective(IReadOnlyList<GainsightRecord> records)
    {
        (Field Field, List<string> Values) best = (keys[0], []);
        foreach (Field key in keys)
        {
            List<string> values =
                [.. records.Select(record => KeyText.ValueOf(record, key, context.Format)).OfType<string>().Distinct(StringComparer.Ordinal)];
            if (values.Count > best.Values.Count)
            {
                best = (key, values);
            }
        }

        return best;
    }
}
