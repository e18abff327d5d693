using System.Text.Json;

namespace Gainsight.Client;

/// <content>Fields and lookups.</content>
internal sealed partial class MetadataReader
{
    private FieldDescription? ReadField(ref Utf8JsonReader reader)
    {
        var field = new FieldParts();
        ReadFieldMembers(ref reader, field);
        return string.IsNullOrWhiteSpace(field.Name)
            ? null
            : new FieldDescription
            {
                Name = field.Name,
                Label = field.Label ?? field.Name,
                DataType = field.DataType is null ? default : new DataType(field.DataType),
                FieldGroup = field.Group,
                IsRequired = field.Required ?? false,
                IsNillable = field.Nillable ?? true,
                IsCreateable = field.Createable ?? true,
                IsUpdateable = field.Updateable ?? true,
                IsReadOnly = field.ReadOnly ?? false,
                IsFilterable = field.Filterable ?? true,
                IsSortable = field.Sortable ?? true,
                IsFormula = field.Formula ?? false,
                IsHidden = field.Hidden ?? false,
                Length = field.Length,
                DecimalPlaces = field.DecimalPlaces,
                LookupName = field.LookupName,
                LookupObjects = field.LookupObjects,
                PicklistCategoryId = field.CategoryId ?? field.GroupId,
                PicklistItems = Share(field.CategoryId ?? field.GroupId, field.Items),
            };
    }

    /// <summary>Reads the members of a field, or of its <c>meta</c> object. A member may be in either.</summary>
    private void ReadFieldMembers(ref Utf8JsonReader reader, FieldParts field)
    {
        while (NextMember(ref reader))
        {
            switch (reader.ValueSpan)
            {
                case var member when Is(member, "fieldName"u8): field.Name = Text(ref reader); break;
                case var member when Is(member, "label"u8): field.Label = Text(ref reader); break;
                case var member when Is(member, "dataType"u8): field.DataType = Text(ref reader); break;
                case var member when Is(member, "fieldGroupType"u8): field.Group = Text(ref reader); break;
                case var member when Is(member, "required"u8): field.Required = Flag(ref reader); break;
                case var member when Is(member, "nillable"u8): field.Nillable = Flag(ref reader); break;
                case var member when Is(member, "createable"u8): field.Createable = Flag(ref reader); break;
                case var member when Is(member, "updateable"u8): field.Updateable = Flag(ref reader); break;
                case var member when Is(member, "readOnly"u8): field.ReadOnly = Flag(ref reader); break;
                case var member when Is(member, "filterable"u8): field.Filterable = Flag(ref reader); break;
                case var member when Is(member, "sortable"u8): field.Sortable = Flag(ref reader); break;
                case var member when Is(member, "formulaField"u8): field.Formula = Flag(ref reader); break;
                case var member when Is(member, "hidden"u8): field.Hidden = Flag(ref reader); break;
                case var member when Is(member, "length"u8): field.Length = Number(ref reader); break;
                case var member when Is(member, "decimalPlaces"u8): field.DecimalPlaces = Number(ref reader); break;
                case var member when Is(member, "options"u8): (field.Items, field.GroupId) = ReadItems(ref reader); break;
                case var member when Is(member, "meta"u8) && Opens(ref reader): ReadFieldMembers(ref reader, field); break;
                case var member when Is(member, "properties"u8) && Opens(ref reader): ReadProperties(ref reader, field); break;
                case var member when Is(member, "lookupDetail"u8) && Opens(ref reader): ReadLookup(ref reader, field); break;
                default: Ignore(ref reader); break;
            }
        }
    }

    private void ReadProperties(ref Utf8JsonReader reader, FieldParts field)
    {
        while (NextMember(ref reader))
        {
            if (Is(reader.ValueSpan, "PICKLIST_CATEGORY_ID"u8))
            {
                field.CategoryId = Text(ref reader);
            }
            else
            {
                Ignore(ref reader);
            }
        }
    }

    private void ReadLookup(ref Utf8JsonReader reader, FieldParts field)
    {
        while (NextMember(ref reader))
        {
            if (Is(reader.ValueSpan, "lookupName"u8))
            {
                field.LookupName = Text(ref reader);
            }
            else if (Is(reader.ValueSpan, "lookupObjects"u8))
            {
                ReadTargets(ref reader, field);
            }
            else
            {
                Ignore(ref reader);
            }
        }
    }

    private void ReadTargets(ref Utf8JsonReader reader, FieldParts field)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        var targets = new List<string>(1);
        while (NextObject(ref reader))
        {
            while (NextMember(ref reader))
            {
                if (!Is(reader.ValueSpan, "objectName"u8))
                {
                    Ignore(ref reader);
                }
                else if (Text(ref reader) is { } target)
                {
                    targets.Add(target);
                }
            }
        }

        field.LookupObjects = [.. targets];
    }

    /// <summary>Moves into the value of the current member if it is an object; otherwise the reader stays where it is.</summary>
    private static bool Opens(ref Utf8JsonReader reader)
    {
        var ahead = reader;
        if (!ahead.Read() || ahead.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        reader = ahead;
        return true;
    }

    /// <summary>The parts of a field that were read so far.</summary>
    private sealed class FieldParts
    {
        public string? Name, Label, DataType, Group, LookupName, CategoryId, GroupId;
        public bool? Required, Nillable, Createable, Updateable, ReadOnly, Filterable, Sortable, Formula, Hidden;
        public int? Length, DecimalPlaces;
        public IReadOnlyList<string> LookupObjects = [];
        public IReadOnlyList<PicklistItem> Items = [];
    }
}
