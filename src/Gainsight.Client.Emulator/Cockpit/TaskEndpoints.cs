namespace Gainsight.Client.Emulator;

/// <summary>The Task API. Its paths are inferred from those of the CTA API, except for the path of the list.</summary>
internal static class TaskEndpoints
{
    private const string Path = "/v2/cockpit/task";

    private static readonly CockpitWriteRules WriteRules = new(
        ObjectNames.Task,
        "Task",
        [
            new("type", "TypeId", CockpitConfiguration.TaskType, HasDefault: true),
            new("status", "StatusId", CockpitConfiguration.TaskStatus, HasDefault: true),
            new("priority", "PriorityId", CockpitConfiguration.Priority, HasDefault: true),
        ],
        ["CtaId", FieldNames.Name])
    {
        NotEditable = ["CtaId"],
        OtherKeys = ["CsTaskId"],
    };

    private static readonly CockpitListView ListView = new(
        ObjectNames.Task,
        [
            "Gsid", "Name", "CtaId", "OwnerId", "OwnerId__gr.Name", "DueDate", "StatusId", "StatusId__gr.Name", "PriorityId",
            "PriorityId__gr.Name", "IsClosed",
        ])
    {
        SelectRequired = false,
    };

    public static IReadOnlyList<Route> Routes { get; } =
    [
        .. CockpitReply.Routes(EmulatorOperations.TaskCreate, "POST", Path, context => Write(context, update: false)),
        .. CockpitReply.Routes(EmulatorOperations.TaskUpdate, "PUT", Path, context => Write(context, update: true)),
        .. CockpitReply.Routes(EmulatorOperations.TaskList, "POST", Path + "/list", context => CockpitList.Read(context, ListView)),
        .. CockpitReply.Routes(EmulatorOperations.TaskList, "GET", Path + "/list", context => CockpitList.Read(context, ListView)),
        .. CockpitReply.Routes(EmulatorOperations.TaskList, "POST", Path + "/list/{cta}", OfCta),
        .. CockpitReply.Routes(EmulatorOperations.TaskList, "GET", Path + "/list/{cta}", OfCta),
        .. CockpitReply.Routes(EmulatorOperations.TaskDeleted, "POST", Path + "/deleted/list", context => CockpitList.ReadDeleted(context, ListView)),
    ];

    private static EmulatorResponse OfCta(RequestContext context)
    {
        var cta = context.RouteValues["cta"];
        return context.Tenant.Find(ObjectNames.Cta)!.Store.Find(cta) is null
            ? throw new RefusedException(CockpitReply.InvalidId, "Invalid GSID of CTA")
            : CockpitList.Read(context, ListView, deleted: false, row => cta.Equals(row["CtaId"]));
    }

    private static EmulatorResponse Write(RequestContext context, bool update) => CockpitWriter.Run(
        context, WriteRules, update, (plan, _, _) => Complete(context.Tenant, plan), FieldNames.Gsid, "CsTaskId");

    /// <summary>A task belongs to its CTA's company and, by default, to its CTA's owner (inferred).</summary>
    private static void Complete(TenantData tenant, PlannedCockpitRecord plan)
    {
        if (plan.Existing is null)
        {
            var cta = tenant.Find(ObjectNames.Cta)!.Store.Find((string)plan["CtaId"]!)!;
            plan["CompanyId"] = cta["CompanyId"];
            plan["EntityType"] = cta["EntityType"];
            plan["OwnerId"] ??= cta["OwnerId"];
        }
    }
}
