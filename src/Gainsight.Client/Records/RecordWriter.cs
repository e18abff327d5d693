using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Writes a record as a member of the <c>records</c> array of a write call.</summary>
internal static partial class RecordWriter
{
    /// <summary>Writes every writable field that is present, and the request keys of the record's lookups.</summary>
    /// <exception cref="GainsightProtocolException">A date field holds something else; what was written so far is to be thrown away.</exception>
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

    /// <summary>Writes the key fields and what changed. With a <paramref name="gsid"/>, that is the key and the fields of <paramref name="keys"/> are left out.</summary>
    /// <exception cref="GainsightProtocolException">A date field holds something else; what was written so far is to be thrown away.</exception>
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
                ValueWriter.Write(writer, change.Field, change.Value, shape, format);
            }
        }

        WriteLookupValues(writer, record);
        foreach (var links in record.Links)
        {
            WriteLinks(writer, links, format);
        }

        writer.WriteEndObject();
    }

    /// <summary>Whether an update would carry anything besides the key.</summary>
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

    private static void WriteLinks(Utf8JsonWriter writer, RecordLinks links, WireFormat format)
    {
        if (links.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(links.Name);
        foreach (var row in links.Rows.OfType<GainsightRecord>())
        {
            WriteInsert(writer, row, links.Definition, format);
        }

        writer.WriteEndArray();
    }

    /// <summary>The fields that an insert would carry, without lookups.</summary>
    public static List<RecordChange> SentByInsert(GainsightRecord record, ObjectDefinition definition)
    {
        var sent = new List<RecordChange>();
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

    /// <summary>The fields that an update would carry besides the key, without lookups.</summary>
    public static List<RecordChange> SentByUpdate(GainsightRecord record, IReadOnlyList<Field> keys, ObjectDefinition definition)
    {
        var sent = new List<RecordChange>();
        foreach (ref readonly var change in record.Changes)
        {
            if (IsSent(change, keys, definition, out _))
            {
                sent.Add(change);
            }
        }

        return sent;
    }

    private static void WriteKeys(
        Utf8JsonWriter writer, GainsightRecord record, IReadOnlyList<Field> keys, ObjectDefinition definition, WireFormat format)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            record.WriteField(writer, keys[i], definition.ShapeOf(keys[i]), format);
        }
    }

    private static bool IsSent(in RecordChange change, IReadOnlyList<Field> keys, ObjectDefinition definition, out FieldShape shape)
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
}
