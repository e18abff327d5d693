namespace Gainsight.Client;

/// <summary>Compares what a write would send of a row with the row in the tenant, field by field.</summary>
/// <remarks>The types known at compile time decide most fields. The tenant's metadata decides the rest.</remarks>
/// <param name="context">The client.</param>
/// <param name="definition">The object.</param>
/// <param name="keys">The keys of the write, which an update does not change.</param>
/// <param name="isThorough">Whether every field is compared, or only until one differs.</param>
/// <param name="comparesInserts">Whether the rows are sent as new ones, with every field that is present and not only with what was changed.</param>
internal sealed class RowComparer(
    ClientContext context, ObjectDefinition definition, IReadOnlyList<Field> keys, bool isThorough, bool comparesInserts = false)
{
    private readonly HashSet<string> _unclear = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _learned = new(StringComparer.OrdinalIgnoreCase);
    private ObjectDescription? _description;

    /// <summary>Whether the metadata could decide a comparison that is unclear so far.</summary>
    public bool IsUnclear => _unclear.Count > 0;

    /// <summary>The fields of the tenant's rows to read for a comparison with these rows, merged or not.</summary>
    public IReadOnlyList<Field> FieldsOf<T>(IEnumerable<WriteRow<T>> rows)
        where T : GainsightRecord =>
        FieldsOf(rows.SelectMany(row => (row.Followers ?? []).Prepend(row)).Select(row => row.Record));

    /// <summary>The fields of the tenant's rows to read for a comparison with these records.</summary>
    public IReadOnlyList<Field> FieldsOf(IEnumerable<GainsightRecord> records)
    {
        var fields = new Dictionary<string, Field>(StringComparer.OrdinalIgnoreCase);
        foreach (var record in records)
        {
            foreach (var change in SentBy(record))
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

    /// <summary>Reads the metadata of the unclear fields. A field that the metadata does not decide stays unclear.</summary>
    public async Task LearnAsync(CancellationToken cancellationToken)
    {
        string[] names = [.. _unclear];
        _learned.UnionWith(names);
        _unclear.Clear();
        try
        {
            _description ??= await context.Metadata.DescribeAsync(definition.Name, cancellationToken).ConfigureAwait(false);
            await context.Metadata.FillAsync(names.Select(_description.Find).OfType<FieldDescription>(), cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightException)
        {
            // The write works without it: it sends what it cannot compare.
        }
    }

    /// <summary>Whether the tenant's row already has every value that the call would send.</summary>
    public bool HasAll(GainsightRecord row, KeyFinder.Row found)
    {
        if (!found.IsComplete)
        {
            return false;
        }

        var hasAll = true;
        foreach (var change in SentBy(row))
        {
            hasAll &= Compare(change.Field, change.Value, found) == Sameness.Same;
            if (!hasAll && !isThorough)
            {
                return false;
            }
        }

        return hasAll && row.Lookups.All(set => set.Lookup.Match.All(match => Compare(set.Field, match, found) == Sameness.Same));
    }

    /// <summary>Adds what an update of the tenant's row would change, or what an insert would set if there is no row.</summary>
    public void AddChanges(GainsightRecord row, KeyFinder.Row? found, List<FieldChange> changes, GainsightRecord? link = null)
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

    /// <summary>What is sent of a record besides its keys. A row that was found by its keys has these.</summary>
    private List<RecordChanges.Change> SentBy(GainsightRecord record)
    {
        if (!comparesInserts)
        {
            return RecordWriter.SentByUpdate(record, keys, definition);
        }

        var sent = RecordWriter.SentByInsert(record, definition);
        sent.RemoveAll(change => keys.Any(key => key.IsNamed(change.Field.Name)));
        return sent;
    }

    /// <summary>The field's picklist, or null if its items are not known.</summary>
    private Picklist? PicklistOf(Field field) =>
        _description?.Find(field.Name) is { PicklistItems.Count: > 0 } described ? described.Picklist : null;

    /// <summary>The value of the tenant's row, with picklist items by their labels.</summary>
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

    private static Field PathOf(LookupField target, Field match) => Field.ByName($"{target.RelationName}.{match.Name}");

    /// <summary>A lookup does not change the field if the row that the field points to already matches the lookup.</summary>
    private Sameness Compare(LookupField target, LookupMatch match, KeyFinder.Row? found) =>
        Compare(PathOf(target, match.Field), RecordValue.Of(match.Value), found, DataType.String);

    private Sameness Compare(Field field, in RecordValue sent, KeyFinder.Row? found) => Compare(field, sent, found, TypeOf(field));

    private Sameness Compare(Field field, in RecordValue sent, KeyFinder.Row? found, DataType type)
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
            // A value of the tenant that is not valid text. No text equals it.
            return Sameness.Different;
        }

        var picklist = PicklistOf(field);
        var sameness = ValueComparer.Compare(sent, held, type, picklist is null ? null : text => picklist.Resolve(text).Item?.Gsid);
        if (sameness == Sameness.Unclear && !_learned.Contains(field.Name))
        {
            _unclear.Add(field.Name);
        }

        return sameness;
    }

    /// <summary>The type of the field. A token made from a name only says how the caller stores the value, so a text may be anything.</summary>
    private DataType TypeOf(Field field)
    {
        var known = definition.Find(field.Name)?.DataType ?? default;
        if (known == default && field.DataType != DataType.String && field.DataType != DataType.DateTime)
        {
            known = field.DataType;
        }

        return known == default && _description?.Find(field.Name) is { } described ? described.DataType : known;
    }
}
