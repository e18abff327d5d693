using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Writes a field as the describe call shows it (official sample, live fixture).</summary>
internal static class FieldDescription
{
    public static void Write(Utf8JsonWriter writer, TenantData tenant, EmulatedField field, bool withOptions)
    {
        writer.WriteStartObject();
        writer.WriteString("fieldName", field.Name);
        writer.WriteString("label", field.Label);
        writer.WriteString("dataType", field.DataType.WireName());
        writer.WriteString("objectName", field.Owner.ListName);
        if (field.Picklist is { } picklist)
        {
            writer.WriteStartArray("options");
            foreach (var item in withOptions ? picklist.Items : [])
            {
                WriteOption(writer, picklist, item);
            }

            writer.WriteEndArray();
        }

        writer.WriteStartObject("meta");
        WriteMeta(writer, tenant, field);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteOption(Utf8JsonWriter writer, PicklistCategory picklist, PicklistItem item)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("active", item.Active);
        writer.WriteBoolean("defaultValue", item.IsDefault);
        writer.WriteString("label", item.Label);
        writer.WriteNull("validFor");
        writer.WriteString("value", item.Gsid);
        writer.WriteNumber("displayOrder", item.DisplayOrder);
        writer.WriteNull("group");
        writer.WriteString("groupId", picklist.Gsid);
        writer.WriteNull("color");
        writer.WriteNull("controllerValues");
        writer.WriteString("description", "");
        writer.WriteString("systemName", item.Label);
        writer.WriteEndObject();
    }

    private static void WriteMeta(Utf8JsonWriter writer, TenantData tenant, EmulatedField field)
    {
        var multiple = field.DataType == EmulatedDataType.MultiSelect;
        writer.WriteStartObject("properties");
        if (field.Picklist is { } picklist)
        {
            writer.WriteString("PICKLIST_CATEGORY", picklist.Name);
            writer.WriteString("PICKLIST_CATEGORY_ID", picklist.Gsid);
        }

        writer.WriteString("sourceType", field.DataType.WireName());
        writer.WriteEndObject();
        writer.WriteBoolean("filterable", true);
        writer.WriteBoolean("sortable", !multiple);
        writer.WriteBoolean("groupable", !multiple);
        writer.WriteBoolean("createable", !field.ReadOnly);
        writer.WriteBoolean("updateable", !field.ReadOnly);
        writer.WriteBoolean("formulaField", false);
        writer.WriteBoolean("hasLookup", field.LookupObject is not null);
        writer.WriteBoolean("required", field.Required);
        writer.WriteBoolean("richText", field.DataType == EmulatedDataType.RichText);
        writer.WriteBoolean("nillable", field.Nillable);
        writer.WriteBoolean("readOnly", field.ReadOnly);
        writer.WriteBoolean("dependentPicklist", false);
        writer.WriteString("fieldGroupType", FieldGroup(field));
        writer.WriteBoolean("selfLookup", IsSelfLookup(field));
        writer.WriteBoolean("indexed", field == field.Owner.GsidField);
        writer.WriteNumber("decimalPlaces", field.DataType.IsNumeric() ? 2 : 0);
        if (field.DataType != EmulatedDataType.DateTime)
        {
            writer.WriteNumber("length", field.Length);
        }

        writer.WriteBoolean("hidden", false);
        writer.WriteBoolean("nameField", field.Name == FieldNames.Name);
        writer.WriteBoolean("aggregatable", true);
        WriteLookup(writer, tenant, field);
    }

    private static string FieldGroup(EmulatedField field) => field.IsSystem
        ? "SYSTEM"
        : field.Name.EndsWith("__gc", StringComparison.Ordinal) ? "CUSTOM" : "STANDARD";

    private static bool IsSelfLookup(EmulatedField field) =>
        string.Equals(field.LookupObject, field.Owner.Name, StringComparison.OrdinalIgnoreCase);

    private static void WriteLookup(Utf8JsonWriter writer, TenantData tenant, EmulatedField field)
    {
        if (field.LookupObject is not { } name || tenant.Find(name) is not { } target)
        {
            return;
        }

        var id = Id(field.Owner.ListName + "." + field.Name);
        writer.WriteStartObject("lookupDetail");
        writer.WriteString("lookupName", field.LookupName);
        writer.WriteString("fieldName", FieldNames.Gsid);
        writer.WriteString("fieldDBName", "gsid");
        writer.WriteString("fieldLabel", "GSID");
        writer.WriteString("lookupId", id);
        writer.WriteStartArray("lookupObjects");
        writer.WriteStartObject();
        writer.WriteString("id", Id(target.ListName));
        writer.WriteString("objectName", target.ListName);
        writer.WriteString("dbName", target.ListName);
        writer.WriteString("label", target.Label);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteString("onDeleteOperation", "None");
    }

    /// <summary>A UUID that is the same in every run.</summary>
    private static string Id(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString();
}
