using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <content>The <c>lookups</c> block, and the values that its request keys point to.</content>
internal static partial class RecordWriter
{
    /// <summary>Writes the value of <c>lookups</c>, an object, that the records of one call share.</summary>
    public static void WriteLookups(Utf8JsonWriter writer, IReadOnlyList<FieldLookup> lookups)
    {
        writer.WriteStartObject();
        foreach (var (field, lookup) in lookups)
        {
            writer.WriteStartObject(field.EncodedName);
            writer.WriteStartObject("fields"u8);
            foreach (var (match, _) in lookup.Match)
            {
                writer.WriteString(LookupKeys.Of(field, match), match.EncodedName);
            }

            writer.WriteEndObject();
            writer.WriteString("lookupField"u8, SystemFields.Gsid.EncodedName);
            writer.WriteString("objectName"u8, field.TargetObject);
            writer.WriteString("multiMatchOption"u8, lookup.MultiMatch == LookupMultiMatch.First ? "FIRSTMATCH"u8 : "MARKASERROR"u8);
            writer.WriteString("onNoMatch"u8, lookup.NoMatch == LookupNoMatch.Null ? "NULLABLE"u8 : "ERROR"u8);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>Equal for records whose lookups can go out in one call; empty for a record without lookups.</summary>
    public static string LookupShape(GainsightRecord record) => LookupShape(record.Lookups);

    /// <summary>Equal for lookups that can go out in one call; empty for none.</summary>
    public static string LookupShape(IReadOnlyList<FieldLookup> lookups)
    {
        if (lookups.Count == 0)
        {
            return string.Empty;
        }

        var shape = new StringBuilder();
        foreach (var (field, lookup) in lookups)
        {
            shape.Append(field.Name).Append('>').Append(field.TargetObject).Append((char)('0' + (int)lookup.NoMatch)).Append((char)('0' + (int)lookup.MultiMatch));
            foreach (var (match, _) in lookup.Match)
            {
                shape.Append(':').Append(match.Name);
            }

            shape.Append(';');
        }

        return shape.ToString();
    }

    /// <summary>Writes the values that the <c>lookups</c> block refers to, into the record.</summary>
    public static void WriteLookupValues(Utf8JsonWriter writer, GainsightRecord record)
    {
        var lookups = record.Lookups;
        for (var i = 0; i < lookups.Count; i++)
        {
            var (field, lookup) = lookups[i];
            foreach (var (match, value) in lookup.Match)
            {
                writer.WriteString(LookupKeys.Of(field, match), value);
            }
        }
    }
}
