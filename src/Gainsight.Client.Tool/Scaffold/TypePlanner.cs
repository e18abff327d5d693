namespace Gainsight.Client.Tool;

/// <summary>Chooses the names of types, properties and constants. The order in which the tenant lists things does not matter for them.</summary>
internal sealed class TypePlanner(string space)
{
    /// <summary>Names that the written files use themselves.</summary>
    private static readonly string[] UsedTypes =
    [
        "System", "Gainsight", "DateOnly", "DateTimeOffset", "IReadOnlyList", "JsonElement", "Field", "LookupField", "GainsightRecord",
        "GainsightObject", "GainsightObjectAttribute", "GainsightField", "GainsightFieldAttribute", "GainsightFieldsOf", "GainsightFieldsOfAttribute",
    ];

    /// <summary>Members of the classes that the generator writes, and of every object.</summary>
    private static readonly string[] Reserved =
    [
        "All", "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize", "Item", "Fields", "ObjectName", "GeneratedTokens",
    ];

    private readonly NameScope _types = new([.. UsedTypes, .. KnownRecord.LibraryTypes, .. space.Split('.')]);

    /// <summary>Plans the type of an object.</summary>
    /// <param name="requested">The name of the object as the user wrote it. Its capitals become those of the type.</param>
    /// <param name="description">The object.</param>
    public ScaffoldedType Plan(string requested, ObjectDescription description)
    {
        var record = KnownRecord.Find(description.Name);
        var notes = new List<string>();
        var wanted = record is null ? Identifiers.OfApiName(requested, "Object") : record.TypeName + "CustomFields";
        var name = record is null ? _types.Take([wanted, wanted + "Record"], "Fields") : _types.Take([wanted], "Properties");
        if (name != wanted)
        {
            notes.Add($"The type is {name}, because {wanted} is the name of another type.");
        }

        var scope = new NameScope(record is null
            ? [.. Reserved, .. KnownRecord.BaseMembers, name, name + "Fields"]
            : [.. Reserved, .. record.MemberNames, name, name + "Properties"]);
        return new(name, description, record, Fields(description, record, scope, notes), notes);
    }

    private static List<ScaffoldedField> Fields(ObjectDescription description, KnownRecord? record, NameScope scope, List<string> notes)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            SystemFields.Gsid.Name, SystemFields.CreatedDate.Name, SystemFields.ModifiedDate.Name, SystemFields.CreatedBy.Name, SystemFields.ModifiedBy.Name,
        };
        known.UnionWith(record?.Fields.Select(field => field.Name) ?? []);
        var fields = description.Fields.Where(field => known.Add(field.Name)).ToList();
        var names = new Dictionary<FieldDescription, string>();

        // A field whose API name can be used as it is has the first choice.
        foreach (var field in fields.OrderBy(field => Identifiers.OfApiName(field.Name, "Value") != field.Name).ThenBy(field => field.Name, StringComparer.Ordinal))
        {
            var wanted = Identifiers.OfApiName(field.Name, "Value");
            var full = Identifiers.OfText(field.Name, "Value");
            names[field] = scope.Take(full == wanted ? [wanted, wanted + "Value"] : [wanted, full]);
            if (names[field] != wanted)
            {
                notes.Add($"{field.Name} is the property {names[field]}, because the name {wanted} is taken.");
            }
        }

        return [.. fields.Select(field => new ScaffoldedField(names[field], field, Items(field, names[field], scope, notes)))];
    }

    private static ScaffoldedItems? Items(FieldDescription field, string property, NameScope scope, List<string> notes)
    {
        if (field.PicklistItems.Count == 0)
        {
            return null;
        }

        var name = scope.Take([property + "Items"]);
        var constants = new NameScope([.. Reserved, name]);
        var items = new List<(string Name, PicklistItem Item)>();
        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in field.PicklistItems.Where(item => labels.Add(item.Label)).OrderBy(item => item.Label, StringComparer.Ordinal))
        {
            var wanted = Identifiers.OfText(item.Label, "Unnamed");
            var constant = constants.Take([wanted]);
            if (constant != wanted)
            {
                notes.Add($"The item '{item.Label}' of {field.Name} is the constant {name}.{constant}, because the name {wanted} is taken.");
            }

            items.Add((constant, item));
        }

        return new(name, [.. items.OrderBy(each => each.Item.DisplayOrder)]);
    }
}
