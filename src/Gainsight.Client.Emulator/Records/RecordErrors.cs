using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Writes the <c>data</c> of a write that failed in whole or in part.</summary>
internal static class RecordErrors
{
    public static EmulatorResponse Refuse(RequestContext context, IReadOnlyList<PlannedRecord> records)
    {
        var first = records.First(record => record.Errors.Count > 0).Errors[0];
        return Reply.Failure(context, first.Code, first.Description, writer =>
        {
            writer.WriteStartObject();
            if (context.Switches.RefusalsHaveCount)
            {
                writer.WriteNumber("count", 0);
            }

            writer.WritePropertyName("errors");
            WriteAll(writer, context.Switches, records);
            writer.WriteNull("records");
            writer.WriteEndObject();
        });
    }

    /// <summary>Writes one entry per invalid record, with one error per invalid field (inferred). No key identifies the record.</summary>
    public static void WriteAll(Utf8JsonWriter writer, EmulatorSwitches switches, IEnumerable<PlannedRecord> records)
    {
        if (!switches.RefusalsListErrors)
        {
            writer.WriteNullValue();
            return;
        }

        var all = switches.ErrorScope == ErrorScope.AllErrors;
        var failed = records.Where(record => record.Errors.Count > 0);
        writer.WriteStartArray();
        foreach (var record in all ? failed : failed.Take(1))
        {
            var errors = all ? record.Errors : record.Errors[..1];
            if (switches.ErrorList == ErrorListForm.Nested)
            {
                writer.WriteStartArray();
                foreach (var error in errors)
                {
                    WriteEntry(writer, [error], withValue: true);
                }

                writer.WriteEndArray();
            }
            else
            {
                WriteEntry(writer, errors, withValue: false);
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteEntry(Utf8JsonWriter writer, List<FieldError> errors, bool withValue)
    {
        writer.WriteStartObject();
        if (withValue)
        {
            writer.WriteBoolean("success", false);
            writer.WritePropertyName("parsedValue");
            WriteValue(writer, errors[0].Value);
        }

        writer.WriteStartArray("errors");
        foreach (var error in errors)
        {
            WriteLeaf(writer, error);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void WriteLeaf(Utf8JsonWriter writer, FieldError error)
    {
        writer.WriteStartObject();
        writer.WriteString("errorMessage", error.Message);
        writer.WriteString("errorCode", error.Code);
        writer.WriteString("fieldName", error.Field);
        writer.WritePropertyName("invalidValue");
        if (error.ValueAsList && error.Value is not { ValueKind: JsonValueKind.Array })
        {
            writer.WriteStartArray();
            WriteValue(writer, error.Value);
            writer.WriteEndArray();
        }
        else
        {
            WriteValue(writer, error.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, JsonElement? value)
    {
        if (value is { } json)
        {
            json.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
