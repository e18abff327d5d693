using System.Buffers;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Runs the lookups of a write for one record.</summary>
internal static class LookupResolver
{
    /// <summary>Finds the row and plans the value, or adds an error. A record with none of the keys is not changed.</summary>
    public static void Resolve(Lookup lookup, JsonElement record, EmulatorSwitches switches, PlannedRecord plan)
    {
        List<JsonElement?> sent = [.. lookup.Pairs.Select(pair => record.TryGetProperty(pair.Key, out var value) ? value : (JsonElement?)null)];
        var first = sent.Find(value => value is not null);
        if (first is null)
        {
            return;
        }

        if (lookup.Target.HoldsList && first is { ValueKind: JsonValueKind.Array } list)
        {
            ResolveMany(lookup, list, switches, plan);
            return;
        }

        var matches = Find(lookup, sent, switches);
        if (matches.Count > 1 && lookup.FailsOnSeveral)
        {
            plan.Errors.Add(new FieldError(ErrorCodes.InvalidValue, lookup.Target.Name, "More than one entity matches the lookup.", first));
        }
        else if (matches.Count > 0)
        {
            Copy(lookup, matches[0][lookup.Copied], first, switches, plan);
        }
        else if (lookup.OnNoMatch == Lookup.Error)
        {
            plan.Errors.Add(new FieldError(ErrorCodes.NoMatch, lookup.Target.Name, ErrorCodes.NoMatchText, first));
        }
        else
        {
            Set(lookup, lookup.OnNoMatch == Lookup.DefaultValue ? lookup.Target.DefaultValue : null, first, plan);
        }
    }

    /// <summary>Looks up each element of a list (inferred). Elements that are not found are left out, unless that is an error.</summary>
    private static void ResolveMany(Lookup lookup, JsonElement list, EmulatorSwitches switches, PlannedRecord plan)
    {
        var found = new List<string?>();
        foreach (var element in list.EnumerateArray())
        {
            var matches = Find(lookup, [element], switches);
            if (matches.Count > 1 && lookup.FailsOnSeveral)
            {
                plan.Errors.Add(new FieldError(ErrorCodes.InvalidValue, lookup.Target.Name, "More than one entity matches the lookup.", element));
            }
            else if (matches.Count > 0)
            {
                found.Add((string?)matches[0][lookup.Copied]);
            }
            else if (lookup.OnNoMatch == Lookup.Error)
            {
                plan.Errors.Add(new FieldError(ErrorCodes.NoMatch, lookup.Target.Name, ErrorCodes.NoMatchText, element));
            }
        }

        Copy(lookup, found.Count == 0 ? null : string.Join(';', found), list, switches, plan);
    }

    /// <summary>A copied text is checked as if it had been sent. Numbers, flags and dates need no check if the types agree.</summary>
    private static void Copy(Lookup lookup, object? copied, JsonElement? sent, EmulatorSwitches switches, PlannedRecord plan)
    {
        FieldError? error = null;
        if (copied is string text)
        {
            using var json = ToJson(lookup.Target, text, switches);
            error = ValueReader.Read(lookup.Target, lookup.Target.Name, json.RootElement, switches, out copied);
        }

        if (error is null)
        {
            Set(lookup, copied, sent, plan);
        }
        else
        {
            plan.Errors.Add(error with { Value = sent });
        }
    }

    private static JsonDocument ToJson(EmulatedField target, string text, EmulatorSwitches switches)
    {
        var isList = target.HoldsList || (target.DataType == EmulatedDataType.MultiSelect && switches.MultiSelectInput != MultiSelectInput.JoinedTextOnly);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            if (isList)
            {
                writer.WriteStartArray();
            }

            foreach (var item in isList ? text.Split(';') : [text])
            {
                writer.WriteStringValue(item);
            }

            if (isList)
            {
                writer.WriteEndArray();
            }
        }

        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    private static void Set(Lookup lookup, object? value, JsonElement? sent, PlannedRecord plan)
    {
        if (value is null && !lookup.Target.TakesNull)
        {
            plan.Errors.Add(new FieldError(ErrorCodes.NullValue, lookup.Target.Name, "Invalid field value.", sent));
            return;
        }

        plan.Values[lookup.Target] = value;
    }

    private static List<EmulatedRow> Find(Lookup lookup, List<JsonElement?> sent, EmulatorSwitches switches)
    {
        lookup.Source.Refresh?.Invoke();
        IEnumerable<EmulatedRow>? matches = null;
        for (var i = 0; i < sent.Count; i++)
        {
            var field = lookup.Pairs[i].Field;
            if (sent[i] is not { } json
                || ValueReader.Read(field, lookup.Pairs[i].Key, json, switches, out var value) is not null
                || value is null)
            {
                return [];
            }

            matches = matches?.Where(row => lookup.Source.IsSame(field, value, row[field])) ?? lookup.Source.Find(field, value);
        }

        return [.. matches ?? []];
    }
}
