using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>
/// Plans the objectives of a new plan, from its record or from templates. Objectives are CTAs of the type Objective in the plan. All are
/// checked before the plan is written, and an invalid objective fails the plan (inferred).
/// </summary>
internal sealed class ObjectivePlanner(RequestContext context, PlannedCockpitRecord plan)
{
    private static readonly CockpitWriteRules WriteRules = CtaEndpoints.WriteRules with
    {
        Label = "Objective",
        Names = [.. CtaEndpoints.WriteRules.Names.Select(name => name.Key == "type" ? name with { Fixed = CockpitConfiguration.Objective } : name)],
        Mandatory = [FieldNames.Name],
        NeedsReference = false,
    };

    private static readonly string[] FromPlan = ["CompanyId", "EntityType", "RelationshipId", "RelationshipTypeId"];

    private readonly TenantData _tenant = context.Tenant;

    public void AddObjectives(JsonElement objectives, JsonElement? lookupBlock)
    {
        if (objectives.ValueKind != JsonValueKind.Array || objectives.EnumerateArray().Any(each => each.ValueKind != JsonValueKind.Object))
        {
            plan.Fail(ErrorCodes.InvalidField, "The objectives must be a list of objects.");
            return;
        }

        var cta = _tenant.Find(ObjectNames.Cta)!;
        var lookups = lookupBlock is { } block
            ? Lookup.ParseAll(_tenant, cta, block.EnumerateObject().Where(entry => cta.FindField(entry.Name) is not null))
            : [];
        var planner = new CockpitRecordPlanner(context, WriteRules);
        var position = 0;
        foreach (var json in objectives.EnumerateArray())
        {
            var objective = planner.Plan(json, position++, lookups, update: false, id: null);
            if (objective.Error is { } error)
            {
                plan.Fail(error.Code, error.Text);
            }

            AddAfterwards(objective, tasks: []);
        }
    }

    public void AddTemplates(JsonElement names)
    {
        if (names.ValueKind != JsonValueKind.Array)
        {
            plan.Fail(ErrorCodes.InvalidField, "The templates must be a list of names.");
            return;
        }

        foreach (var name in names.EnumerateArray())
        {
            if (FindTemplate(name.ToString()) is { } template)
            {
                AddTemplate(template);
            }
            else
            {
                plan.Fail(ErrorCodes.InvalidPicklist, $"Invalid/Inactive value provided for template. (Templates = {name}).");
            }
        }
    }

    /// <summary>A template belongs to one type of plan.</summary>
    private EmulatedRow? FindTemplate(string name)
    {
        var templates = _tenant.Find(ObjectNames.PlanTemplate)!;
        var type = CockpitConfiguration.NameOf(_tenant, plan["SuccessPlanTypeId"]);
        return templates.Store.Matching(templates.Field(FieldNames.Name), name).FirstOrDefault(row => Equals(row["PlanType"], type));
    }

    private void AddTemplate(EmulatedRow template)
    {
        var objectives = _tenant.Find(ObjectNames.PlanTemplateObjective)!;
        var cta = _tenant.Find(ObjectNames.Cta)!;
        foreach (var row in objectives.Store.Matching(objectives.Field("TemplateId"), template.Gsid).OrderBy(row => row["DisplayOrder"] as decimal?))
        {
            var objective = new PlannedCockpitRecord(cta, "")
            {
                [FieldNames.Name] = row[FieldNames.Name],
                ["TypeId"] = Named(CockpitConfiguration.CtaType, CockpitConfiguration.Objective),
                ["StatusId"] = CockpitConfiguration.Default(_tenant, CockpitConfiguration.CtaStatus, CockpitConfiguration.Objective)?.Gsid,
                ["PriorityId"] = CockpitConfiguration.Default(_tenant, CockpitConfiguration.Priority, CockpitConfiguration.Objective)?.Gsid,
                ["ObjectiveCategoryId"] = row["Category"] is string category ? Named(CockpitConfiguration.ObjectiveCategory, category) : null,
                ["DueDate"] = DueDate(row),
            };
            AddAfterwards(objective, ((string?)row["Tasks"])?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []);
        }
    }

    private string? Named(string category, string name) => CockpitConfiguration.Find(_tenant, category, name, type: null)?.Gsid;

    private DateOnly? DueDate(EmulatedRow row) =>
        row["DueInDays"] is decimal days ? DateOnly.FromDateTime(_tenant.Now.UtcDateTime).AddDays((int)days) : null;

    private void AddAfterwards(PlannedCockpitRecord objective, IReadOnlyList<string> tasks) => plan.AfterWrite.Add(row =>
    {
        foreach (var field in FromPlan)
        {
            objective[field] = row[field];
        }

        objective["CtaGroupId"] = row.Gsid;
        objective["OwnerId"] ??= row["OwnerId"];
        var cta = objective.Write();
        var target = _tenant.Find(ObjectNames.Task)!;
        foreach (var name in tasks)
        {
            var task = new PlannedCockpitRecord(target, "")
            {
                [FieldNames.Name] = name,
                ["CtaId"] = cta.Gsid,
                ["CompanyId"] = cta["CompanyId"],
                ["OwnerId"] = cta["OwnerId"],
                ["DueDate"] = cta["DueDate"],
                ["StatusId"] = CockpitConfiguration.Default(_tenant, CockpitConfiguration.TaskStatus, null)?.Gsid,
                ["PriorityId"] = CockpitConfiguration.Default(_tenant, CockpitConfiguration.Priority, null)?.Gsid,
            };
            _ = task.Write();
        }
    });
}
