using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Writes records in the form of write calls: the items of <c>records</c> and the shared <c>lookups</c> block.</summary>
internal static class RecordWriter
{
    /// <summary>Writes every writable field that is present, and the values of the record's lookups.</summary>
    /// <exception cref="GainsightProtocolException">A date field holds another kind of value. The caller must discard what was written so far.</exception>
    public static void WriteInsert(Utf8JsonWriter writer, GainsightRecord record, ObjectDefinition definition, WireFormat format)
    {
        writer.WriteStartObject();
        var fields = record.PresentFields();
        while (fields.MoveNext())
        {
            if (definition.IsWritable(fields.Field, out var shape))
            {
                fields.Write(writer, shape, format);
            }
        }

        WriteLookupValues(writer, record);
        writer.WriteEndObject();
    }

    /// <summary>Writes the key fields and the changed fields. If <paramref name="gsid"/> is given, it is the key, and the fields of <paramref name="keys"/> are left out.</summary>
    /// <exception cref="GainsightProtocolException">A date field holds another kind of value. The caller must discard what was written so far.</exception>
    public static void WriteUpdate(
        Utf8JsonWriter writer, GainsightRecord record, IReadOnlyList<Field> keys, string? gsid, ObjectDefinition definition, WireFormat format)
    {
        writer.WriteStartObject();
        if (gsid is not null)
        {
            writer.WriteString(SystemFields.Gsid.EncodedName, gsid);
        }
        else
        {
            WriteKeys(writer, record, keys, definition, format);
        }

        foreach (ref readonly var change in record.Changes)
        {
            if (IsSent(change, keys, definition, out var shape))
            {
                change.Value.Write(writer, change.Field, shape, format);
            }
        }

        WriteLookupValues(writer, record);
        foreach (var links in record.Links)
        {
            WriteLinks(writer, links, format);
        }

        writer.WriteEndObject();
    }

    /// <summary>Whether an update would send anything besides the key.</summary>
    public static bool HasChanges(GainsightRecord record, IReadOnlyList<Field> keys, ObjectDefinition definition)
    {
        foreach (ref readonly var change in record.Changes)
        {
            if (IsSent(change, keys, definition, out _))
            {
                return true;
            }
        }

        return record.Lookups.Count > 0;
    }

    /// <summary>The fields that an insert would send, without lookups.</summary>
    public static List<RecordChanges.Change> SentByInsert(GainsightRecord record, ObjectDefinition definition)
    {
        var sent = new List<RecordChanges.Change>();
        var fields = record.PresentFields();
        while (fields.MoveNext())
        {
            if (definition.IsWritable(fields.Field, out _))
            {
                sent.Add(new(fields.Field, fields.ToValue()));
            }
        }

        return sent;
    }

    /// <summary>The fields that an update would send besides the key, without lookups.</summary>
    public static List<RecordChanges.Change> SentByUpdate(GainsightRecord record, IReadOnlyList<Field> keys, ObjectDefinition definition)
    {
        var sent = new List<RecordChanges.Change>();
        foreach (ref readonly var change in record.Changes)
        {
            if (IsSent(change, keys, definition, out _))
            {
                sent.Add(change);
            }
        }

        return sent;
    }

    /// <summary>Adds the names of the fields whose type decides what is sent and is not known: their values are moments, or texts that can be read as such.</summary>
    public static void AddUntypedDates(GainsightRecord record, ObjectDefinition definition, bool isInsert, HashSet<string> names)
    {
        if (isInsert)
        {
            var fields = record.PresentFields();
            while (fields.MoveNext())
            {
                if (definition.IsUntyped(fields.Field) && fields.MayBeDate)
                {
                    names.Add(fields.Field.Name);
                }
            }

            return;
        }

        foreach (ref readonly var change in record.Changes)
        {
            if (definition.IsUntyped(change.Field) && change.Value.MayBeDate)
            {
                names.Add(change.Field.Name);
            }
        }
    }

    /// <summary>Writes the object in <c>lookups</c>, which all records of a call share.</summary>
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

    /// <summary>A text that is equal for records whose lookups can be sent in one call. Empty for a record without lookups.</summary>
    public static string LookupShape(GainsightRecord record) => LookupShape(record.Lookups);

    /// <summary>A text that is equal for lookups that can be sent in one call. Empty for none.</summary>
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

    /// <summary>Writes into a record the values to which the <c>lookups</c> block refers.</summary>
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

    private static void WriteKeys(
        Utf8JsonWriter writer, GainsightRecord record, IReadOnlyList<Field> keys, ObjectDefinition definition, WireFormat format)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            record.WriteField(writer, keys[i], definition.ShapeOf(keys[i]), format);
        }
    }

    private static bool IsSent(in RecordChanges.Change change, IReadOnlyList<Field> keys, ObjectDefinition definition, out FieldShape shape)
    {
        if (!definition.IsWritable(change.Field, out shape) || change.Value.Kind == RecordValueKind.Removed)
        {
            return false;
        }

        for (var i = 0; i < keys.Count; i++)
        {
            if (ReferenceEquals(keys[i], change.Field) || keys[i].IsNamed(change.Field.Name))
            {
                return false;
            }
        }

        return true;
    }

    private static void WriteLinks(Utf8JsonWriter writer, RecordLinks links, WireFormat format)
    {
        if (links.Count == 0)
        {
            return;
        }

        // What the tenant says of the object is not true of the rows inside.
        format = format.Described is null ? format : format with { Described = null };
        writer.WriteStartArray(links.Name);
        foreach (var row in links.Rows.OfType<GainsightRecord>())
        {
            WriteInsert(writer, row, links.Definition, format);
        }

        writer.WriteEndArray();
    }
}
