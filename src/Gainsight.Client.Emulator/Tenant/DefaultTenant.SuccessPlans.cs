namespace Gainsight.Client.Emulator;

internal static partial class DefaultTenant
{
    public const string PlanTemplate = "success_plan_template";
    public const string PlanTemplateObjective = "success_plan_template_objective";

    /// <summary>
    /// Templates of success plans, as rows, as no call lists them: a test adds them through the back door. The objects' names and
    /// fields are the emulator's own.
    /// </summary>
    private static void AddPlanTemplates(TenantData tenant)
    {
        var template = tenant.Add(new(tenant, PlanTemplate, "Success Plan Template", EmulatedObjectKind.System, "1S92") { Writable = false, IsOwn = true });
        AddSystemFields(template);
        template.AddFields(EmulatedDataType.String, FieldNames.Name, "PlanType");

        var objective = tenant.Add(new(tenant, PlanTemplateObjective, "Success Plan Template Objective", EmulatedObjectKind.System, "1S93")
        {
            Writable = false,
            IsOwn = true,
        });
        AddSystemFields(objective);
        _ = objective.AddLookup("TemplateId", PlanTemplate);
        objective.AddFields(EmulatedDataType.String, FieldNames.Name, "Category", "Tasks");
        objective.AddFields(EmulatedDataType.Number, "DisplayOrder", "DueInDays");
        objective.Field("Tasks").Length = 4000;

        var onboarding = template.Insert((FieldNames.Name, "Standard Onboarding"), ("PlanType", "Onboarding"));
        _ = objective.Insert(
            ("TemplateId", onboarding), (FieldNames.Name, "Kick-off held"), ("Category", "Onboarding"), ("DisplayOrder", 1), ("DueInDays", 7),
            ("Tasks", "Agree on a date;Hold the meeting"));
        _ = objective.Insert(
            ("TemplateId", onboarding), (FieldNames.Name, "First report live"), ("Category", "Adoption"), ("DisplayOrder", 2), ("DueInDays", 30),
            ("Tasks", "Connect the data"));
    }
}
