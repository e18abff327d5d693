using System.Text.Json;

namespace Gainsight.Client.Tool;

/// <summary>Writes the section <c>objects</c>: everything about objects and fields that the describe call tells and the emulator knows.</summary>
internal sealed class ObjectSeedWriter(Utf8JsonWriter json, IReadOnlyList<ObjectDescription> objects, List<string> notes)
{
    private static readonly HashSet<string> SystemFieldNames = new(StringComparer.Ordinal)
    {
        "Gsid", "CreatedDate", "CreatedBy", "CreatedById", "ModifiedDate", "ModifiedBy", "ModifiedById",
    };

    private static readonly HashSet<string> DataTypes = new(StringComparer.Ordinal)
    {
        "STRING", "GSID", "SFDCID", "EMAIL", "URL", "RICHTEXTAREA", "NUMBER", "PERCENTAGE", "CURRENCY", "BOOLEAN", "DATE", "DATETIME", "LOOKUP",
        "PICKLIST", "MULTISELECTDROPDOWNLIST", "JSON", "JSONSTRING", "JSONNUMBER", "JSONBOOLEAN",
    };

    private readonly HashSet<string> _names = new(objects.Select(each => each.Name), StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _prefixes = new(StringComparer.Ordinal);

    public void Write()
    {
        json.WriteStartArray("objects");
        foreach (var description in objects)
        {
            Write(description);
        }

        json.WriteEndArray();
    }

    private void Write(ObjectDescription description)
    {
        var summary = description.Summary;
        json.WriteStartObject();
        json.WriteString("name", description.Name);
        json.WriteString("label", description.Label);
        var kind = summary.IsCustom && description.Name.EndsWith("__gc", StringComparison.Ordinal) ? "CUSTOM"
            : summary.ObjectType.Equals("SYSTEM", StringComparison.OrdinalIgnoreCase) ? "SYSTEM" : "STANDARD";
        json.WriteString("kind", kind);
        var systemFields = description.Fields.Where(field => SystemFieldNames.Contains(field.Name) && field.FieldGroup is "SYSTEM" or null && SystemFieldNames.Contains(field.Name)).ToList();
        WritePrefix(summary.KeyPrefix);
        json.WriteBoolean("writable", summary.IsCreateable);
        if (summary.IsHighVolume)
        {
            json.WriteBoolean("highVolume", true);
        }

        json.WriteStartArray("systemFields");
        foreach (var field in systemFields)
        {
            json.WriteStringValue(field.Name);
        }

        json.WriteEndArray();
        json.WriteStartArray("fields");
        foreach (var field in description.Fields.DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (!systemFields.Contains(field))
            {
                Write(description, field);
            }
            else if (field.Label != field.Name)
            {
                json.WriteStartObject();
                json.WriteString("name", field.Name);
                json.WriteString("label", field.Label);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The first characters of the GSIDs. The emulator needs some, even if the tenant does not tell them.</summary>
    private void WritePrefix(string? given)
    {
        var prefix = given is { Length: >= 4 } && given.AsSpan(0, 4).IndexOfAnyExcept(Prefixes) < 0 ? given[..4] : null;
        for (var number = 0; prefix is null; number++)
        {
            var free = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"1X{number:00}");
            prefix = _prefixes.Contains(free) ? null : free;
        }

        _ = _prefixes.Add(prefix);
        json.WriteString("keyPrefix", prefix);
    }

    private static readonly System.Buffers.SearchValues<char> Prefixes = System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private void Write(ObjectDescription description, FieldDescription field)
    {
        json.WriteStartObject();
        json.WriteString("name", field.Name);
        json.WriteString("type", TypeOf(description, field));
        json.WriteString("label", field.Label);
        if (field.LookupObjects is [var target, ..])
        {
            WriteLookup(description, field, target);
        }

        json.WriteBoolean("required", field.IsRequired);
        json.WriteBoolean("nillable", field.IsNillable);
        json.WriteBoolean("readOnly", field.IsReadOnly || field.IsFormula || (!field.IsCreateable && !field.IsUpdateable));
        if (field.Length is > 0)
        {
            json.WriteNumber("length", field.Length.Value);
        }

        if (field.IsPicklist)
        {
            WriteItems(field.PicklistItems);
        }

        json.WriteEndObject();
    }

    private string TypeOf(ObjectDescription description, FieldDescription field)
    {
        var type = field.DataType.Name?.ToUpperInvariant() ?? "";
        if (DataTypes.Contains(type))
        {
            return type;
        }

        notes.Add($"{description.Name}.{field.Name} has the type {field.DataType.Name}, which the emulator does not know: the seed says STRING.");
        return "STRING";
    }

    private void WriteLookup(ObjectDescription description, FieldDescription field, string target)
    {
        if (!_names.Contains(target))
        {
            notes.Add($"{description.Name}.{field.Name} points to {target}, which the tenant does not list: in the seed, it points to nothing.");
            return;
        }

        if (field.LookupObjects.Count > 1)
        {
            notes.Add($"{description.Name}.{field.Name} points to {string.Join(", ", field.LookupObjects)}: in the seed, to the first one.");
        }

        json.WriteString("lookup", target);
        if (!string.IsNullOrEmpty(field.LookupName))
        {
            json.WriteString("lookupName", field.LookupName);
        }
    }

    private void WriteItems(IReadOnlyList<PicklistItem> items)
    {
        json.WriteStartArray("items");
        var last = 0;
        foreach (var item in items.DistinctBy(item => item.Label, StringComparer.Ordinal).Where(item => !string.IsNullOrWhiteSpace(item.Label)).OrderBy(item => item.DisplayOrder))
        {
            json.WriteStartObject();
            json.WriteString("label", item.Label);
            if (IsGsid(item.Gsid))
            {
                json.WriteString("gsid", item.Gsid);
            }

            if (item.DisplayOrder > last && IsGsid(item.Gsid))
            {
                json.WriteNumber("order", item.DisplayOrder);
            }

            last = Math.Max(last + 1, item.DisplayOrder);

            json.WriteBoolean("active", item.IsActive);
            json.WriteBoolean("default", item.IsDefault);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static bool IsGsid(string text) => text.Length == 36 && text.AsSpan().IndexOfAnyExcept(Prefixes) < 0;
}
