using System.Runtime.ExceptionServices;

namespace Gainsight.Client;

/// <summary>Finds the rows of the tenant that have given keys, in as few reads as the tenant allows.</summary>
/// <remarks>
/// Keys are compared exactly. If the tenant returns a row for another spelling of a value (case, white space around it, Unicode composition), and
/// no other key asks for it exactly, the tenant treats the spellings as the same, and the row is the one meant. If another key does, the value is
/// asked for alone. If the tenant returns a row that no key asks for in any spelling, it ignores the filter, and spellings prove nothing.
/// A key counts as missing only after an empty page: a block of which some keys were found costs one more call, other blocks none.
/// </remarks>
internal sealed partial class KeyFinder(ClientContext context, ObjectDefinition definition, IdentifierKeys keys)
{
    private const int SalesforceIdLength = 18;
    private const int ShortIdLength = 15;

    /// <summary>The pages after which a read by one of several keys is given up: the field alone matches too many rows. Each row is then asked for by all its keys.</summary>
    private const int MaxPages = 20;

    /// <summary>The values that the tenant may refuse to look up in a row. With one more, it is not the values.</summary>
    private const int MaxRefusedAlone = 2;

    private readonly Field[] _keysOnly = [SystemFields.Gsid, .. keys.Where(key => !key.IsNamed(SystemFields.Gsid.Name))];
    private int _form;
    private bool _refusesMore;

    /// <summary>Reads the rows that have the keys of some records.</summary>
    /// <param name="records">The records.</param>
    /// <param name="more">Further fields to read of the rows. If the tenant refuses to read them, this finder reads the rows without them from then on.</param>
    /// <param name="calls">Counts the calls.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <param name="blocked">
    /// Takes the failures of records whose read alone is refused, by the tenant or by a firewall, because of the text of a key. The other records
    /// are then read without them. If null, such a refusal is thrown.
    /// </param>
    /// <returns>For each record, the rows with its keys. Empty for a record without a value in a key, and for one that is blocked.</returns>
    public async Task<IReadOnlyList<Row>[]> FindAsync(
        IReadOnlyList<GainsightRecord> records,
        IReadOnlyList<Field> more,
        CallCounter calls,
        CancellationToken cancellationToken,
        IDictionary<GainsightRecord, GainsightException>? blocked = null)
    {
        (var field, var values) = MostSelective(records);
        if (field.DataType == DataType.SfdcId)
        {
            // The tenant may hold either form of a Salesforce id.
            values = [.. values.SelectMany(id => id.Length == SalesforceIdLength ? [id, id[..ShortIdLength]] : new[] { id })];
        }

        var matches = new Matches(keys, context.Format, field, records);
        Field[] all = [.. _keysOnly.Concat(more).DistinctBy(each => each.Name, StringComparer.OrdinalIgnoreCase)];
        var select = Volatile.Read(ref _refusesMore) ? _keysOnly : all;
        var started = ClientContext.NextMoment();
        var hasRead = false;
        var refusedAlone = 0;
        GainsightValidationException? first = null;
        try
        {
            if (!await ReadAllAsync(values, form: 0).ConfigureAwait(false) && !hasRead)
            {
                ExceptionDispatchInfo.Throw(first!);
            }
        }
        catch (GainsightApiException refused) when (QueryErrors.MayBeNames(refused))
        {
            var plan = new QueryPlan { Definition = definition, Select = _keysOnly };
            throw await QueryErrors.ExplainAsync(refused, plan, context.Metadata, started, cancellationToken).ConfigureAwait(false) ?? refused;
        }

        var found = new IReadOnlyList<Row>[records.Count];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = matches.For(records[i])
                ?? (matches.IsTaken(records[i])
                    ? await FindAloneAsync(records[i], field, select, select.Length == all.Length, calls, cancellationToken).ConfigureAwait(false)
                    : null)
                ?? (IReadOnlyList<Row>)[];
        }

        return found;

        void Block(List<string> value, GainsightException failure)
        {
            foreach (var record in RecordsWith(field, value, records))
            {
                blocked[record] = failure;
            }
        }

        // Reads values in blocks. False when the tenant refuses to look up one of them even alone.
        async Task<bool> ReadAllAsync(List<string> some, int form)
        {
            var areRead = true;
            for (var position = 0; position < some.Count;)
            {
                var known = Math.Max(form, Volatile.Read(ref _form));
                var block = some.GetRange(position, Math.Min(ManyValues.Forms[known].Values, some.Count - position));
                areRead &= await ReadBlockAsync(block, known).ConfigureAwait(false);
                position += block.Count;
            }

            return areRead;
        }

        async Task<bool> ReadBlockAsync(List<string> block, int form)
        {
            while (true)
            {
                try
                {
                    var @operator = ManyValues.Forms[form].Operator;
                    await (blocked is null
                        ? ReadSomeAsync(@operator, block)
                        : ReadUnblockedAsync(half => ReadSomeAsync(@operator, half), block, Block)).ConfigureAwait(false);
                    hasRead = true;
                    refusedAlone = 0;
                    if (select.Length < all.Length)
                    {
                        // The read with the fields was refused and the read without them was not, so the fields were the reason.
                        Volatile.Write(ref _refusesMore, true);
                    }

                    return true;
                }
                catch (GainsightValidationException refused) when (refused.IsFromGainsight && select.Length > _keysOnly.Length)
                {
                    select = _keysOnly;
                }
                catch (GainsightValidationException refused) when (ManyValues.AllowsNextForm(refused, form))
                {
                    select = Volatile.Read(ref _refusesMore) ? _keysOnly : all;
                    var areRead = await ReadAllAsync(block, form + 1).ConfigureAwait(false);
                    if (areRead && ManyValues.IsReadable(refused))
                    {
                        // No value was the reason, so it was the form.
                        UseFrom(form + 1);
                    }

                    return areRead;
                }
                catch (GainsightValidationException refused) when (blocked is not null && block.Count == 1 && refused.IsFromGainsight && ++refusedAlone <= MaxRefusedAlone)
                {
                    select = Volatile.Read(ref _refusesMore) ? _keysOnly : all;
                    first ??= refused;
                    Block(block, refused);
                    return false;
                }
            }
        }

        async Task ReadSomeAsync(Operator @operator, List<string> some)
        {
            var asked = new Asked(Condition(field, @operator, some), select, IsComplete: select.Length == all.Length);
            var rows = RecordsWith(field, some, records);
            if (!await ReadAsync(asked, rows, matches, calls, cancellationToken).ConfigureAwait(false))
            {
                await ReadEachAsync(asked, rows, matches, calls, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads values, and the halves of those that something other than Gainsight refuses, until only single values are left. If both halves are refused, it is not the values.</summary>
    private static async Task ReadUnblockedAsync(Func<List<string>, Task> read, List<string> values, Action<List<string>, GainsightException> block)
    {
        var pending = new Stack<List<string>>([values]);
        var isFirst = true;
        while (pending.TryPop(out var some))
        {
            var halves = isFirst ? [some] : new[] { some.GetRange(0, some.Count / 2), some.GetRange(some.Count / 2, some.Count - (some.Count / 2)) };
            var refused = 0;
            foreach (var half in halves)
            {
                try
                {
                    await read(half).ConfigureAwait(false);
                }
                catch (GainsightApiException failure) when (failure.IsByIntermediary)
                {
                    if (++refused == 2)
                    {
                        throw;
                    }

                    if (half.Count == 1)
                    {
                        block(half, failure);
                    }
                    else
                    {
                        pending.Push(half);
                    }
                }
            }

            isFirst = false;
        }
    }

    /// <summary>Asks for one value of which another key has another spelling. Only its own answer says whether the tenant treats the two as the same.</summary>
    private async Task<List<Row>?> FindAloneAsync(
        GainsightRecord record, Field field, Field[] select, bool isComplete, CallCounter calls, CancellationToken cancellationToken)
    {
        var alone = new Matches(keys, context.Format, field, [record]);
        var filter = Condition(field, Operator.EqualTo, [IdentifierKeys.ValueOf(record, field, context.Format)!]);
        await ReadAsync(new Asked(filter, select, isComplete), [record], alone, calls, cancellationToken).ConfigureAwait(false);
        return alone.For(record);
    }

    /// <summary>Asks in this form or a later one from now on. Several reads may find this at the same time.</summary>
    private void UseFrom(int form)
    {
        for (var known = Volatile.Read(ref _form); known < form;)
        {
            known = Interlocked.CompareExchange(ref _form, form, known);
        }
    }

    private static Filter Condition(Field field, Operator @operator, List<string> values)
    {
        if (@operator == Operator.In)
        {
            return FilterCondition.OfTexts(field, @operator, [.. values]);
        }

        Filter filter = FilterCondition.OfTexts(field, @operator, [values[0]]);
        foreach (var value in values.Skip(1))
        {
            filter |= FilterCondition.OfTexts(field, @operator, [value]);
        }

        return filter;
    }

    /// <summary>Reads until each record is found or shown to be missing. Returns false when the filter matches too many rows.</summary>
    private async Task<bool> ReadAsync(
        Asked asked, GainsightRecord[] records, Matches matches, CallCounter calls, CancellationToken cancellationToken)
    {
        var plan = new QueryPlan { Definition = definition, Select = asked.Select, Where = asked.Filter };
        var pages = 0;
        var isTooMuch = false;
        var reader = new PageReader<ObjectRecord>(context, plan, ReadOptions.Default, calls, rows =>
        {
            foreach (var row in rows)
            {
                matches.Add(row, asked.IsComplete);
            }

            if (Array.TrueForAll(records, record => matches.For(record) is not null))
            {
                return AfterPage.AllFound;
            }

            isTooMuch = ++pages == MaxPages && keys.Count > 1 && records.Length > 1;
            return isTooMuch ? AfterPage.Stop : AfterPage.ProveAbsence;
        });
        await foreach (var _ in reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            // The rows were taken as each page came.
        }

        if (matches.HidesRows && !isTooMuch && !Array.TrueForAll(records, record => matches.For(record) is not null))
        {
            throw new GainsightProtocolException(
                $"The rows of {definition.Name} that have the keys ({keys}) came without their keys or GSIDs, so whether a key is missing is not known. Check that the user of the credential may read these fields.");
        }

        return !isTooMuch;
    }

    /// <summary>Reads each record by all its keys.</summary>
    private async Task ReadEachAsync(
        Asked asked, GainsightRecord[] records, Matches matches, CallCounter calls, CancellationToken cancellationToken)
    {
        foreach (var record in records)
        {
            var filter = keys
                .Select(key => (Filter)FilterCondition.OfTexts(key, Operator.EqualTo, [IdentifierKeys.ValueOf(record, key, context.Format)!]))
                .Aggregate((left, right) => left & right);
            await ReadAsync(asked with { Filter = filter }, [record], matches, calls, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The records that have all keys, and one of the values in a field.</summary>
    private GainsightRecord[] RecordsWith(Field field, List<string> values, IReadOnlyList<GainsightRecord> records)
    {
        var some = values.ToHashSet(StringComparer.Ordinal);
        return [.. records.Where(record =>
            keys.ValuesOf(record, context.Format) is not null && some.Contains(IdentifierKeys.ValueOf(record, field, context.Format)!))];
    }

    /// <summary>The key with the most different values fetches the fewest rows that do not match. The other keys are compared here.</summary>
    private (Field Field, List<string> Values) MostSelective(IReadOnlyList<GainsightRecord> records)
    {
        (Field Field, List<string> Values) best = (keys[0], []);
        foreach (var key in keys)
        {
            List<string> values =
                [.. records.Select(record => IdentifierKeys.ValueOf(record, key, context.Format)).OfType<string>().Distinct(StringComparer.Ordinal)];
            if (values.Count > best.Values.Count)
            {
                best = (key, values);
            }
        }

        return best;
    }

    /// <summary>A read.</summary>
    /// <param name="Filter">The rows to read.</param>
    /// <param name="Select">The fields to read.</param>
    /// <param name="IsComplete">Whether these are all fields asked for, not only the keys.</param>
    private sealed record Asked(Filter Filter, Field[] Select, bool IsComplete);

    /// <summary>A row of the tenant that has the keys asked for.</summary>
    /// <param name="Gsid">Its GSID.</param>
    /// <param name="Values">The fields that were read. An absent field has no value.</param>
    /// <param name="IsComplete">Whether all fields asked for were read, not only the keys.</param>
    public readonly record struct Row(string Gsid, GainsightRecord Values, bool IsComplete);
}
