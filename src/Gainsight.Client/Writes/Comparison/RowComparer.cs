namespace Gainsight.Client;

/// <summary>Compares what a write would send of a row with what the tenant holds, field by field.</summary>
/// <remarks>What the client knows of the object at compile time decides most fields; what it leaves unclear, the tenant's metadata decides.</remarks>
/// <param name="context">The client.</param>
/// <param name="definition">The object.</param>
/// <param name="keys">The keys of the write, which an update does not change.</param>
/// <param name="isThorough">Whether every field matters, not just whether there is one that differs.</param>
internal sealed class RowComparer(ClientContext context, ObjectDefinition definition, IReadOnlyList<Field> keys, bool isThorough)
{
    private readonly HashSet<string> _unclear = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _learnt = new(StringComparer.OrdinalIgnoreCase);
    private ObjectDescription? _description;

    /// <summary>Whether a comparison was left unclear that the metadata could decide.</summary>
    public bool IsUnclear => _unclear.Count > 0;

    /// <summary>The fields to read of the tenant's rows so that they can be compared with these, merged or not.</summary>
    public IReadOnlyList<Field> FieldsOf<T>(IEnumerable<WriteRow<T>> rows)
        where T : GainsightRecord =>
        FieldsOf(rows.SelectMany(row => (row.Followers ?? []).Prepend(row)).Select(row => row.Record));

    /// <summary>The fields to read of the tenant's rows so that they can be compared with these records.</summary>
    public IReadOnlyList<Field> FieldsOf(IEnumerable<GainsightRecord> records)
    {
        var fields = new Dictionary<string, Field>(StringComparer.OrdinalIgnoreCase);
        foreach (var record in records)
        {
            foreach (var change in RecordWriter.SentByUpdate(record, keys, definition))
            {
                fields.TryAdd(change.Field.Name, definition.Find(change.Field.Name) ?? change.Field);
            }

            foreach ((var target, var lookup) in record.Lookups)
            {
                foreach ((var match, _) in lookup.Match)
                {
                    var path = PathOf(target, match);
                    fields.TryAdd(path.Name, path);
                }
            }
        }

        return [.. fields.Values];
    }

    /// <summary>Asks the metadata about the fields that were unclear. Where they do not say, a field stays unclear.</summary>
    public async Task LearnAsync(CancellationToken cancellationToken)
    {
        string[] names = [.. _unclear];
        _learnt.UnionWith(names);
        _unclear.Clear();
        try
        {
            _description ??= await context.Metadata.DescribeAsync(definition.Name, cancellationToken).ConfigureAwait(false);
            await context.Metadata.FillAsync(names.Select(_description.Find).OfType<FieldDescription>(), cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightException)
        {
            // The write itself does not need it: it then sends what it cannot compare.
        }
    }

    /// <summary>Whether the tenant's row already has every value that an update would send.</summary>
    public bool HasAll(GainsightRecord row, FoundRow found)
    {
        if (!found.IsComplete)
        {
            return false;
        }

        var hasAll = true;
        foreach (var change in RecordWriter.SentByUpdate(row, keys, definition))
        {
            hasAll &= Compare(change.Field, change.Value, found) == Sameness.Same;
            if (!hasAll && !isThorough)
            {
                return false;
            }
        }

        return hasAll && row.Lookups.All(set => set.Lookup.Match.All(match => Compare(set.Field, match, found) == Sameness.Same));
    }

    /// <summary>Adds what an update of the tenant's row would change, or what an insert would set when there is none.</summary>
    public void AddChanges(GainsightRecord row, FoundRow? found, List<FieldChange> changes, GainsightRecord? link = null)
    {
        var sent = found is null ? RecordWriter.SentByInsert(row, definition) : RecordWriter.SentByUpdate(row, keys, definition);
        foreach (var change in sent)
        {
            var sameness = Compare(change.Field, change.Value, found);
            if (sameness != Sameness.Same)
            {
                var field = definition.Find(change.Field.Name) ?? change.Field;
                changes.Add(new(field, Before(found?.Values, field), FieldReader.Read(row, field), sameness == Sameness.Different) { Link = link });
            }
        }

        foreach ((var target, var lookup) in row.Lookups)
        {
            foreach (var match in lookup.Match)
            {
                var sameness = Compare(target, match, found);
                if (sameness != Sameness.Same)
                {
                    var path = PathOf(target, match.Field);
                    changes.Add(new(path, FieldReader.Read(found?.Values, path), match.Value, sameness == Sameness.Different) { Link = link });
                }
            }
        }
    }

    /// <summary>The items of the field's picklist, where they are known.</summary>
    private Picklist? PicklistOf(Field field) =>
        _description?.Find(field.Name) is { PicklistItems.Count: > 0 } described ? described.Picklist : null;

    /// <summary>What the tenant's row holds, items of picklists by their labels.</summary>
    private object? Before(GainsightRecord? found, Field field)
    {
        var value = FieldReader.Read(found, field);
        return PicklistOf(field)?.LabelsByGsid is not { } labels ? value : value switch
        {
            string item => labels.GetValueOrDefault(item, item),
            IReadOnlyList<string> items => items.Select(item => labels.GetValueOrDefault(item, item)).ToArray(),
            _ => value,
        };
    }

    private static Field PathOf(LookupField target, Field match) => FieldTokens.Of($"{target.RelationName}.{match.Name}");

    /// <summary>A lookup that finds a row leaves the field as it is when the row pointed to already is one such.</summary>
    private Sameness Compare(LookupField target, LookupMatch match, FoundRow? found) =>
        Compare(PathOf(target, match.Field), RecordValue.Of(match.Value), found, DataType.String);

    private Sameness Compare(Field field, in RecordValue sent, FoundRow? found) => Compare(field, sent, found, TypeOf(field));

    private Sameness Compare(Field field, in RecordValue sent, FoundRow? found, DataType type)
    {
        if (found is { IsComplete: false })
        {
            return Sameness.Unclear;
        }

        RecordValue held = default;
        try
        {
            found?.Values.TryGetValue(field, out held);
        }
        catch (GainsightProtocolException)
        {
            // A text of the tenant that is none: no text equals it.
            return Sameness.Different;
        }

        var picklist = PicklistOf(field);
        var sameness = ValueComparer.Compare(sent, held, type, picklist is null ? null : text => picklist.Resolve(text).Item?.Gsid);
        if (sameness == Sameness.Unclear && !_learnt.Contains(field.Name))
        {
            _unclear.Add(field.Name);
        }

        return sameness;
    }

    /// <summary>What the field is. The type of a token made for a name says only how the caller holds it, so a text may be anything.</summary>
    private DataType TypeOf(Field field)
    {
        var known = definition.Find(field.Name)?.DataType ?? default;
        if (known == default && field.DataType != DataType.String)
        {
            known = field.DataType;
        }

        return known == default && _description?.Find(field.Name) is { } described ? described.DataType : known;
    }
}
