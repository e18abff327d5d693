namespace Gainsight.Client.Emulator;

/// <summary>The Call To Action API. No call to delete a CTA is documented, so only the back door deletes one.</summary>
internal static class CtaEndpoints
{
    private const string Path = "/v2/cockpit/cta";

    public static readonly CockpitWriteRules WriteRules = new(
        ObjectNames.Cta,
        "CTA",
        [
            new("type", "TypeId", CockpitConfiguration.CtaType),
            new("reason", "ReasonId", CockpitConfiguration.CtaReason),
            new("status", "StatusId", CockpitConfiguration.CtaStatus, HasDefault: true),
            new("priority", "PriorityId", CockpitConfiguration.Priority, HasDefault: true),
            new("objectiveCategory", "ObjectiveCategoryId", CockpitConfiguration.ObjectiveCategory),
        ],
        [FieldNames.Name, "CompanyId", "OwnerId", "type"])
    {
        TypeField = "TypeId",
    };

    private static readonly CockpitListView ListView = new(
        ObjectNames.Cta,
        [
            "Gsid", "CompanyId", "DueDate", "EntityType", "IsClosed", "OwnerId", "OwnerId__gr.Name", "OwnerId__gr.Email", "PriorityId",
            "PriorityId__gr.Name", "ReasonId", "ReasonId__gr.Name", "StatusId", "StatusId__gr.Name", "TypeId", "TypeId__gr.Name",
        ]);

    public static IReadOnlyList<Route> Routes { get; } =
    [
        .. CockpitReply.Routes(EmulatorOperations.CtaCreate, "POST", Path, context => Write(context, update: false)),
        .. CockpitReply.Routes(EmulatorOperations.CtaUpdate, "PUT", Path, context => Write(context, update: true)),
        .. CockpitReply.Routes(EmulatorOperations.CtaList, "POST", Path + "/list", context => CockpitList.Read(context, ListView)),
        .. CockpitReply.Routes(EmulatorOperations.CtaDeleted, "POST", Path + "/deleted/list", context => CockpitList.ReadDeleted(context, ListView)),
        .. CockpitReply.Routes(EmulatorOperations.CockpitConfiguration, "GET", "/v2/cockpit/admin/picklist/lite", ConfigurationEndpoint.Read),
    ];

    /// <summary>Every CTA needs a reason, which depends on its type. An objective has a category instead (inferred).</summary>
    public static void Complete(TenantData tenant, PlannedCockpitRecord plan)
    {
        var objective = CockpitConfiguration.NameOf(tenant, plan["TypeId"]) == CockpitConfiguration.Objective;
        if (plan.Existing is null && !objective && plan["ReasonId"] is null)
        {
            plan.Fail(CockpitReply.MissingFields, "Missing mandatory fields for create - reason");
        }
    }

    private static EmulatorResponse Write(RequestContext context, bool update) =>
        CockpitWriter.Run(context, WriteRules, update, (plan, _, _) => Complete(context.Tenant, plan), FieldNames.Gsid);
}
