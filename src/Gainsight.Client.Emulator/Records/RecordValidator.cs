using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>
/// Checks every field of every record before anything is written (official), and plans the writes. System and score fields, which connectors
/// leave out, are refused like unknown fields (inferred).
/// </summary>
internal sealed class RecordValidator(EmulatedObject target, EmulatorSwitches switches, IReadOnlyList<EmulatedField> keys)
{
    private readonly List<EmulatedField> _required = [.. target.Fields.Where(field => field.Required)];

    /// <summary>Members of a record that are not fields, such as nested rows.</summary>
    public IReadOnlySet<string> NotFields { get; init; } = new HashSet<string>();

    public PlannedRecord Plan(JsonElement record, IReadOnlyList<Lookup> lookups, bool insert)
    {
        var plan = new PlannedRecord();
        foreach (var property in record.EnumerateObject())
        {
            if (!NotFields.Contains(property.Name) && !lookups.Any(lookup => lookup.Uses(property.Name)))
            {
                Check(property, plan);
            }
        }

        foreach (var lookup in lookups)
        {
            LookupResolver.Resolve(lookup, record, switches, plan);
        }

        if (insert)
        {
            RequireFields(plan);
        }
        else
        {
            TakeKeys(plan);
        }

        return plan;
    }

    private void Check(JsonProperty property, PlannedRecord plan)
    {
        var field = target.FindField(property.Name);
        if (field is null || (field.ReadOnly && !keys.Contains(field)))
        {
            plan.Errors.Add(new FieldError(ErrorCodes.InvalidField, property.Name, "Invalid field, please re-check the mapping.", property.Value));
            return;
        }

        var error = field == target.GsidField
            ? ReadRowId(property, out var value)
            : ValueReader.Read(field, property.Name, property.Value, switches, out value);
        if (error is null && value is string gsid && switches.LookupsMustExist && !target.HasTarget(field, gsid))
        {
            error = new FieldError(ErrorCodes.NoMatch, property.Name, ErrorCodes.NoMatchText, property.Value);
        }

        if (error is null)
        {
            plan.Values[field] = value;
            plan.Sent[field] = property.Value;
        }
        else
        {
            plan.Errors.Add(error);
        }
    }

    /// <summary>For an update, a GSID that no row has is valid: it matches nothing.</summary>
    private static FieldError? ReadRowId(JsonProperty property, out object? value)
    {
        var gsid = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : null;
        value = gsid;
        return string.IsNullOrWhiteSpace(gsid)
            ? new FieldError(ErrorCodes.InvalidGsid, property.Name, "GSID is invalid or missing.", property.Value)
            : null;
    }

    private void RequireFields(PlannedRecord plan)
    {
        foreach (var field in _required)
        {
            var missing = !plan.Values.ContainsKey(field)
                && !plan.Errors.Exists(error => string.Equals(error.Field, field.Name, StringComparison.OrdinalIgnoreCase));
            if (missing)
            {
                plan.Errors.Add(new FieldError(ErrorCodes.NullValue, field.Name, "Invalid field value.", null));
            }
        }
    }

    private void TakeKeys(PlannedRecord plan)
    {
        foreach (var key in keys)
        {
            if (plan.Values.Remove(key, out var value) && value is not null)
            {
                plan.Keys.Add((key, value));
            }
            else if (!plan.Errors.Exists(error => string.Equals(error.Field, key.Name, StringComparison.OrdinalIgnoreCase)))
            {
                plan.Errors.Add(new FieldError(ErrorCodes.NullValue, key.Name, "Invalid field value.", null));
            }
        }
    }
}
