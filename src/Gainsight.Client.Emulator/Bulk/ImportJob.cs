using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>An import. Each row of the file stands alone, and the result only counts rows (official).</summary>
internal sealed class ImportJob(RequestContext context, ConfiguredImport plan, IReadOnlyList<List<string>> rows) : BulkJob(context)
{
    private readonly EmulatorSwitches _switches = context.Switches;
    private IReadOnlyList<List<string>> _rows = rows;
    private int _succeeded;
    private int _failed;

    public int Succeeded => Fault?.JobSuccessCount ?? _succeeded;

    public int Failed => Fault?.JobFailureCount ?? _failed;

    protected override IReadOnlyList<string> Stages { get; } = ["INIT", "IN_PROGRESS"];

    public override void Run()
    {
        EmulatedField?[] fields = [.. _rows[0].Select(column => plan.FieldOf(column.Trim()))];
        foreach (var row in _rows.Skip(1).Take(Share(_rows.Count - 1)))
        {
            using var record = ToJson(fields, row);
            if (TryWrite(record.RootElement))
            {
                _succeeded++;
            }
            else
            {
                _failed++;
            }
        }

        _rows = [];
    }

    private bool TryWrite(JsonElement record)
    {
        if (plan.Operation != ImportOperation.Insert)
        {
            var update = new RecordValidator(plan.Target, _switches, plan.Keys).Plan(record, [], insert: false);
            if (update.Errors.Count > 0)
            {
                return false;
            }

            List<EmulatedRow> targets = [.. RecordEndpoints.Match(plan.Target, update)];
            targets.ForEach(row => plan.Target.Change(row, update.Values));
            if (targets.Count > 0 || plan.Operation == ImportOperation.Update)
            {
                return targets.Count > 0;
            }
        }

        var insert = new RecordValidator(plan.Target, _switches, []).Plan(record, [], insert: true);
        if (insert.Errors.Count == 0)
        {
            _ = plan.Target.Add(insert.Values);
        }

        return insert.Errors.Count == 0;
    }

    /// <summary>A row in the form of the record API. Empty values are left out (inferred).</summary>
    private static JsonDocument ToJson(EmulatedField?[] fields, List<string> row)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach ((var field, var text) in fields.Zip(row))
            {
                if (field is not null && text.Length > 0)
                {
                    writer.WritePropertyName(field.Name);
                    Write(writer, field, text);
                }
            }

            writer.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    private static void Write(Utf8JsonWriter writer, EmulatedField field, string text)
    {
        if (field.DataType.IsNumeric() && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            writer.WriteNumberValue(number);
        }
        else if (field.DataType.IsBoolean() && bool.TryParse(text, out var flag))
        {
            writer.WriteBooleanValue(flag);
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }
}
