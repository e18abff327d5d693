namespace Gainsight.Client;

/// <summary>What a name of a source becomes: a field, or a lookup by a field of the row that it points to.</summary>
internal sealed class MapTarget
{
    private MapTarget(FieldDescription field, LookupField? lookup = null, Field<string>? match = null) =>
        (Field, Lookup, Match) = (field, lookup, match);

    /// <summary>The field, under its API name or its path.</summary>
    public FieldDescription Field { get; }

    /// <summary>The lookup that the value is found by, or null when the value is the field's own.</summary>
    public LookupField? Lookup { get; }

    /// <summary>The field of the record that is set. It is the lookup, for a path.</summary>
    public string Written => Lookup?.Name ?? Field.Name;

    /// <summary>The field by which the lookup finds its row, or null when the value is the field's own.</summary>
    public Field<string>? Match { get; }

    /// <summary>Finds the target of a name.</summary>
    /// <param name="description">The object.</param>
    /// <param name="known">What the library knows about the object, or null.</param>
    /// <param name="name">An API name, or a path such as <c>Csm__gr.Email</c>.</param>
    /// <returns>The target, or null when the object has no such field.</returns>
    public static MapTarget? Find(ObjectDescription description, ObjectDefinition? known, string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return FieldOf(description, known, name) is { } field ? new(field) : null;
        }

        var match = name[(dot + 1)..];
        return match.Length > 0 && !match.Contains('.', StringComparison.Ordinal) && LookupOf(description, known, name[..dot]) is { } lookup
            ? new(Text($"{lookup.RelationName}.{match}"), lookup, new Field<string>(match, default))
            : null;
    }

    /// <summary>The fields that can be written: the tenant's, and those that only the library knows, such as labels.</summary>
    public static IEnumerable<FieldDescription> All(ObjectDescription description, ObjectDefinition? known) =>
        description.Fields
            .Select(field => field.Name)
            .Concat(known?.Fields.Select(field => field.Name) ?? [])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => FieldOf(description, known, name)!)
            .Where(field => !field.IsReadOnly);

    /// <summary>Sets what was converted.</summary>
    /// <returns>Whether it could be set. A lookup has a value of its own, or is found by paths, but not both: one would replace the other.</returns>
    public bool TrySet(GainsightRecord record, object value)
    {
        var earlier = record.Lookups.FirstOrDefault(each => each.Field.IsNamed(Written))?.Lookup;
        if (Lookup is null ? earlier is not null : record.IsSet(Lookup))
        {
            return false;
        }

        if (Lookup is null)
        {
            record[Field.Name] = value;
        }
        else
        {
            record.SetLookup(Lookup, earlier is null ? Gainsight.Client.Lookup.By(Match!, (string)value) : earlier.And(Match!, (string)value));
        }

        return true;
    }

    /// <summary>
    /// A field as the tenant describes it. Where the library knows the field, the library says whether it is written: tenants describe fields as
    /// read-only that calls of their own write. A GSID can be set, because updates need it as their key.
    /// </summary>
    private static FieldDescription? FieldOf(ObjectDescription description, ObjectDefinition? known, string name)
    {
        if (SystemFields.Gsid.IsNamed(name))
        {
            return Text(SystemFields.Gsid.Name);
        }

        var field = description.Find(name);
        var own = known?.Find(name);
        var isReadOnly = own?.IsReadOnly ?? (field is { IsReadOnly: true } or { IsFormula: true });
        return field is null && own is null ? null
            : field is not null && field.IsReadOnly == isReadOnly ? field
            : new()
            {
                Name = field?.Name ?? own!.Name,
                Label = field?.Label ?? own!.Name,
                DataType = field?.DataType ?? own!.DataType,
                Length = field?.Length,
                PicklistItems = field?.PicklistItems ?? [],
                IsRequired = field?.IsRequired ?? known!.Required.Contains(own!),
                IsReadOnly = isReadOnly,
            };
    }

    private static LookupField? LookupOf(ObjectDescription description, ObjectDefinition? known, string relation) =>
        (known?.Fields.OfType<LookupField>() ?? [])
            .Concat(description.Fields.Select(field => field.Token).OfType<LookupField>())
            .FirstOrDefault(lookup => !lookup.IsReadOnly
                && (lookup.IsNamed(relation) || string.Equals(lookup.RelationName, relation, StringComparison.OrdinalIgnoreCase)));

    private static FieldDescription Text(string name) => new() { Name = name, Label = name, DataType = DataType.String };
}
