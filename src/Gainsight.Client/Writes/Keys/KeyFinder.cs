namespace Gainsight.Client;

/// <summary>Finds the rows of the tenant that carry given keys, in as few reads as the tenant allows.</summary>
internal sealed class KeyFinder(ClientContext context, ObjectDefinition definition, IdentifierKeys keys)
{
    // Tried in this order when the tenant refuses a form: IN with many values, IN with few, EQ joined by OR, a single EQ.
    private static readonly (Operator Operator, int Values)[] Forms =
        [(Operator.In, 500), (Operator.In, 50), (Operator.EqualTo, FilterJunction.MaxConditions), (Operator.EqualTo, 1)];

    private readonly Field[] _keysOnly = [SystemFields.Gsid, .. keys.Where(key => !key.IsNamed(SystemFields.Gsid.Name))];
    private int _form;
    private bool _refusesMore;

    /// <summary>Asks for the rows that carry the keys of some records.</summary>
    /// <param name="records">The records.</param>
    /// <param name="more">Further fields to read of the rows. Where the tenant refuses to read them, the rows come without them, for good.</param>
    /// <param name="calls">Counts the calls.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<KeyMatches> FindAsync(
        IReadOnlyList<GainsightRecord> records, IReadOnlyList<Field> more, CallCounter calls, CancellationToken cancellationToken)
    {
        (var field, var values) = MostSelective(records);
        var matches = new KeyMatches(keys, context.Format, field);
        foreach (var record in records)
        {
            matches.Ask(record);
        }

        Field[] all = [.. _keysOnly.Concat(more).DistinctBy(each => each.Name, StringComparer.OrdinalIgnoreCase)];
        var select = Volatile.Read(ref _refusesMore) ? _keysOnly : all;
        var position = 0;
        while (position < values.Count)
        {
            var form = Volatile.Read(ref _form);
            (var @operator, var most) = Forms[form];
            var count = Math.Min(most, values.Count - position);
            try
            {
                var filter = Condition(field, @operator, values.GetRange(position, count));
                await ReadAsync(filter, select, row => matches.Add(row, select.Length == all.Length), calls, cancellationToken).ConfigureAwait(false);
                position += count;
                if (select.Length < all.Length)
                {
                    // What was refused with the fields was read without them, so it was the fields.
                    Volatile.Write(ref _refusesMore, true);
                }
            }
            catch (GainsightValidationException) when (select.Length > _keysOnly.Length)
            {
                select = _keysOnly;
            }
            catch (GainsightValidationException) when (form < Forms.Length - 1)
            {
                // Several calls may be refused at once; together they go one step.
                Interlocked.CompareExchange(ref _form, form + 1, form);
                select = Volatile.Read(ref _refusesMore) ? _keysOnly : all;
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
        foreach (var value in values.Skip(1))
        {
            filter |= new FilterTextCondition(field, @operator, [value]);
        }

        return filter;
    }

    private async Task ReadAsync(Filter filter, Field[] select, Action<ObjectRecord> take, CallCounter calls, CancellationToken cancellationToken)
    {
        var plan = new QueryPlan { Definition = definition, Select = select, Where = filter };
        await foreach (var page in new PageReader<ObjectRecord>(context, plan, ReadOptions.Default, calls)
            .ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in page)
            {
                take(row);
            }
        }
    }

    /// <summary>The key with the most different values fetches the fewest rows that do not match; the other keys are compared here.</summary>
    private (Field Field, List<string> Values) MostSelective(IReadOnlyList<GainsightRecord> records)
    {
        (Field Field, List<string> Values) best = (keys[0], []);
        foreach (var key in keys)
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
