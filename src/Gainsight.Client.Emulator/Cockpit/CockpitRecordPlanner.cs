using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>
/// Checks one record of a Cockpit write. Only the codes of missing fields and unknown ids are known; the other codes are those of the record
/// API.
/// </summary>
internal sealed class CockpitRecordPlanner(RequestContext context, CockpitWriteRules rules)
{
    private const string ReferenceKey = "referenceId";
    private const string EntityType = "EntityType";
    private const string Relationship = "RelationshipId";

    private readonly TenantData _tenant = context.Tenant;
    private readonly EmulatedObject _target = context.Tenant.Find(rules.ObjectName)!;
    private readonly HashSet<string> _notFields =
        [ReferenceKey, FieldNames.Gsid, .. rules.Names.Select(name => name.Key), .. rules.OtherKeys];

    /// <summary>Plans a create, or an update of the row <paramref name="id"/>.</summary>
    public PlannedCockpitRecord Plan(JsonElement record, int position, IReadOnlyList<Lookup> lookups, bool update, string? id)
    {
        var reference = Text(record, ReferenceKey);
        var plan = new PlannedCockpitRecord(_target, reference ?? (position + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (update && (plan.Existing = id is null ? null : _target.Store.Find(id)) is null)
        {
            plan.Fail(CockpitReply.InvalidId, $"Invalid GSID of {rules.Label}");
            return plan;
        }

        if (!update && context.Switches.CreatesRefuseGsid && record.TryGetProperty(FieldNames.Gsid, out var given))
        {
            Fail(plan, new FieldError(ErrorCodes.InvalidField, FieldNames.Gsid, "Invalid field, please re-check the mapping.", given));
        }

        CheckFields(plan, record, lookups);
        CheckNames(plan, record);
        CheckScope(plan);
        RequireMandatory(plan, reference);
        if (plan.Error is null)
        {
            SetDates(plan);
        }

        return plan;
    }

    public static string? Text(JsonElement record, string key) =>
        record.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static void Fail(PlannedCockpitRecord plan, FieldError error) => plan.Fail(error.Code, error.Description);

    private void CheckFields(PlannedCockpitRecord plan, JsonElement record, IReadOnlyList<Lookup> lookups)
    {
        var validator = new RecordValidator(_target, context.Switches, []) { NotFields = _notFields };
        var planned = validator.Plan(record, lookups, insert: false);
        plan.Values = planned.Values;
        planned.Errors.ForEach(error => Fail(plan, error));
        foreach ((var field, var sent) in planned.Sent)
        {
            if (field.DataType == EmulatedDataType.Date && planned.Values[field] is not null && !CockpitDates.IsDay(sent))
            {
                Fail(plan, new FieldError(ErrorCodes.InvalidDate, field.Name, "Invalid dateTime format.", sent));
            }

            if (plan.Existing is not null && rules.NotEditable.Contains(field.Name) && !Equals(planned.Values[field], plan.Existing[field]))
            {
                Fail(plan, new FieldError(ErrorCodes.InvalidField, field.Name, "The field is not editable.", sent));
            }
        }

        foreach ((var field, var value) in planned.Values)
        {
            if (value is string gsid && field.LookupObject is { } name && _tenant.Find(name)?.Store.Find(gsid) is null)
            {
                plan.Fail(ErrorCodes.NoMatch, $"{ErrorCodes.NoMatchText} ({field.Name} = {gsid}).");
            }
        }
    }

    private void CheckNames(PlannedCockpitRecord plan, JsonElement record)
    {
        foreach (var name in rules.Names)
        {
            var isType = name.Field == rules.TypeField;
            var type = rules.TypeField is { } field && !isType ? CockpitConfiguration.NameOf(_tenant, plan[field]) : null;
            if (name.Fixed is { } only)
            {
                plan[name.Field] = CockpitConfiguration.Find(_tenant, name.Category, only, type)?.Gsid;
            }

            if (!record.TryGetProperty(name.Key, out var sent) || sent.ValueKind == JsonValueKind.Null)
            {
                if (plan.Existing is null && name.HasDefault)
                {
                    plan[name.Field] = CockpitConfiguration.Default(_tenant, name.Category, type)?.Gsid;
                }
            }
            else if (sent.ValueKind == JsonValueKind.String
                && CockpitConfiguration.Find(_tenant, name.Category, sent.GetString()!, type) is { } item
                && (name.Fixed ?? sent.GetString()) == sent.GetString())
            {
                SetName(plan, name, item, sent);
            }
            else
            {
                Fail(plan, new FieldError(ErrorCodes.InvalidPicklist, name.Key, "Invalid/Inactive value provided for picklist.", sent));
            }
        }
    }

    private void SetName(PlannedCockpitRecord plan, ConfiguredName name, EmulatedRow item, JsonElement sent)
    {
        if (plan.Existing is not null && rules.NotEditable.Contains(name.Field) && !item.Gsid.Equals(plan[name.Field]))
        {
            Fail(plan, new FieldError(ErrorCodes.InvalidField, name.Key, "The field is not editable.", sent));
        }

        plan[name.Field] = item.Gsid;
    }

    private void RequireMandatory(PlannedCockpitRecord plan, string? reference)
    {
        if (plan.Error is not null)
        {
            return;
        }

        List<string> missing = rules.NeedsReference && reference is null ? [ReferenceKey] : [];
        if (plan.Existing is null)
        {
            missing.AddRange(rules.Mandatory.Where(key => plan[FieldOf(key)] is null or ""));
        }

        if (missing.Count > 0)
        {
            var kind = plan.Existing is null ? "create" : "update";
            plan.Fail(CockpitReply.MissingFields, $"Missing mandatory fields for {kind} - {string.Join(", ", missing)}");
        }
    }

    private string FieldOf(string key) => rules.Names.FirstOrDefault(name => name.Key == key)?.Field ?? key;

    private void CheckScope(PlannedCockpitRecord plan)
    {
        if (plan[EntityType] is not string scope || !rules.EntityTypes.Contains(scope))
        {
            plan.Fail(ErrorCodes.InvalidValue, $"Invalid value. ({EntityType} = {plan[EntityType]}).");
        }
        else if (scope == "RELATIONSHIP" && _target.FindField(Relationship) is not null)
        {
            SetRelationship(plan);
        }
    }

    private void SetRelationship(PlannedCockpitRecord plan)
    {
        if (plan[Relationship] is not string id || _tenant.Find(ObjectNames.Relationship)!.Store.Find(id) is not { } relationship)
        {
            plan.Fail(CockpitReply.MissingFields, $"Missing mandatory fields for create - {Relationship}");
            return;
        }

        plan["CompanyId"] ??= relationship["CompanyId"];
        if (!Equals(relationship["CompanyId"], plan["CompanyId"]))
        {
            plan.Fail(ErrorCodes.InvalidValue, $"The relationship belongs to another company. ({Relationship} = {id}).");
        }

        if (_target.FindField("RelationshipTypeId") is not null)
        {
            plan["RelationshipTypeId"] ??= relationship["TypeId"];
        }
    }

    private void SetDates(PlannedCockpitRecord plan)
    {
        if (plan.Existing is null)
        {
            plan["Source"] = "API";
            plan["OriginalDueDate"] = plan["DueDate"];
        }

        var closed = true.Equals(CockpitConfiguration.Get(_tenant, plan["StatusId"])?["IsClosed"]);
        if (closed != true.Equals(plan["IsClosed"]))
        {
            plan["IsClosed"] = closed;
            plan["ClosedDate"] = closed ? _tenant.Now : null;
        }
    }
}
