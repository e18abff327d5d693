namespace Gainsight.Client;

/// <summary>Compares what a write would send of a row with what the tenant holds, field by field.</summary>
/// <remarks>What the client knows of the object at compile time decides most fields; the tenant is asked to describe it, once, for the first that needs it.</remarks>
internal sealed class RowComparer(ClientContext context, ObjectDefinition definition, IReadOnlyList<Field> keys)
{
    private Dictionary<string, Field>? _described;

    /// <summary>Whether a comparison was left unclear that a description of the object could decide.</summary>
    public bool NeedsDescription { get; private set; }

    /// <summary>The fields to read of the tenant's rows so that they can be compared with these, merged or not.</summary>
    public IReadOnlyList<Field> FieldsOf<T>(IEnumerable<WriteRow<T>> rows)
        where T : GainsightRecord
    {
        var fields = new Dictionary<string, Field>(StringComparer.OrdinalIgnoreCase);
        foreach (GainsightRecord record in rows.SelectMany(row => (row.Followers ?? []).Prepend(row)).Select(row => row.Record))
        {
            foreach (RecordChange change in RecordWriter.SentByUpdate(record, keys, definition))
            {
                fields.TryAdd(change.Field.Name, definition.Find(change.Field.Name) ?? change.Field);
            }

            foreach ((LookupField target, Lookup lookup) in record.Lookups)
            {
                foreach ((Field match, _) in lookup.Match)
                {
                    Field path = PathOf(target, match);
                    fields.TryAdd(path.Name, path);
                }
            }
        }

        return [.. fields.Values];
    }

    /// <summary>Asks the tenant what the object's fields are. Where it does not say, what is unclear stays so.</summary>
    public async Task LearnAsync(CancellationToken cancellationToken)
    {
        NeedsDescription = false;
        if (_described is not null)
        {
            return;
        }

        _described = new(StringComparer.OrdinalIgnoreCase);
        try
        {
            foreach (Field field in await context.Describe.FieldsOfAsync(definition.Name, cancellationToken).ConfigureAwait(false))
            {
                _described[field.Name] = field;
            }
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

        foreach (RecordChange change in RecordWriter.SentByUpdate(row, keys, definition))
        {
            if (Compare(change.Field, change.Value, found) != Sameness.Same)
            {
                return false;
            }
        }

        return row.Lookups.All(lookup => lookup.Value.Match.All(pair => Compare(lookup.Key, pair, found) == Sameness.Same));
    }

    /// <summary>Adds what an update of the tenant's row would change, or what an insert would set when there is none.</summary>
    public void AddChanges(GainsightRecord row, FoundRow? found, List<FieldChange> changes)
    {
        List<RecordChange> sent = found is null ? RecordWriter.SentByInsert(row, definition) : RecordWriter.SentByUpdate(row, keys, definition);
        foreach (RecordChange change in sent)
        {
            Sameness sameness = Compare(change.Field, change.Value, found);
            if (sameness != Sameness.Same)
            {
                Field field = definition.Find(change.Field.Name) ?? change.Field;
                changes.Add(new(field, FieldReader.Read(found?.Values, field), FieldReader.Read(row, field), sameness == Sameness.Different));
            }
        }

        foreach ((LookupField target, Lookup lookup) in row.Lookups)
        {
            foreach (KeyValuePair<Field, string> pair in lookup.Match)
            {
                Sameness sameness = Compare(target, pair, found);
                if (sameness != Sameness.Same)
                {
                    Field path = PathOf(target, pair.Key);
                    changes.Add(new(path, FieldReader.Read(found?.Values, path), pair.Value, sameness == Sameness.Different));
                }
            }
        }
    }

    private static Field PathOf(LookupField target, Field match) => FieldTokens.Of($"{target.Name}__gr.{match.Name}");

    /// <summary>A lookup that finds a row leaves the field as it is when the row pointed to already is one such.</summary>
    private Sameness Compare(LookupField target, KeyValuePair<Field, string> pair, FoundRow? found) =>
        Compare(PathOf(target, pair.Key), RecordValue.Of(pair.Value), found, DataType.String);

    private Sameness Compare(Field field, in RecordValue sent, FoundRow? found) => Compare(field, sent, found, TypeOf(field));

    private Sameness Compare(Field field, in RecordValue sent, FoundRow? found, DataType type)
    {
        if (found is { IsComplete: false })
        {
            return Sameness.Unclear;
        }

        RecordValue held = default;
        found?.Values.TryGetValue(field, out held);
        Sameness sameness = ValueComparer.Compare(sent, held, type);
        NeedsDescription |= sameness == Sameness.Unclear && _described is null;
        return sameness;
    }

    /// <summary>What the field is. The type of a token made for a name says only how the caller holds it, so a text may be anything.</summary>
    private DataType TypeOf(Field field)
    {
        DataType known = definition.Find(field.Name)?.DataType ?? default;
        if (known == default && field.DataType != DataType.String)
        {
            known = field.DataType;
        }

        return known == default && _described?.GetValueOrDefault(field.Name) is { } described ? described.DataType : known;
    }
}
