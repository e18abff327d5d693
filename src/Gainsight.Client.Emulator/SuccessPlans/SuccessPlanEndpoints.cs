using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The Success Plan API, which has its own quota.</summary>
internal static class SuccessPlanEndpoints
{
    private const string Path = "/v2/successPlan";
    private const string Objectives = "Objectives";
    private const string Templates = "Templates";

    private static readonly QuotaWindow[] Windows =
        [new("successPlan/minute", TimeSpan.FromMinutes(1), limits => limits.SuccessPlanCallsPerMinute), QuotaWindow.SynchronousDay];

    private static readonly CockpitWriteRules WriteRules = new(
        ObjectNames.SuccessPlan,
        "Success Plan",
        [
            new("SuccessPlanType", "SuccessPlanTypeId", CockpitConfiguration.PlanType),
            new("status", "StatusId", CockpitConfiguration.PlanStatus, HasDefault: true),
        ],
        [FieldNames.Name, "CompanyId", "OwnerId", "SuccessPlanType"])
    {
        NotEditable = ["CompanyId", "SuccessPlanTypeId"],
    };

    private static readonly CockpitListView ListView = new(
        ObjectNames.SuccessPlan,
        [
            "Gsid", "CompanyId", "DueDate", "EntityType", "IsClosed", "OwnerId", "OwnerId__gr.Name", "OwnerId__gr.Email", "StatusId",
            "StatusId__gr.Name", "SuccessPlanTypeId", "SuccessPlanTypeId__gr.Name",
        ])
    {
        Aliases = new Dictionary<string, string> { ["StatusName"] = "StatusId__gr.Name", ["TypeName"] = "SuccessPlanTypeId__gr.Name" },
    };

    public static IReadOnlyList<Route> Routes { get; } =
    [
        .. For(EmulatorOperations.PlanCreate, "POST", "", Create),
        .. For(EmulatorOperations.PlanUpdate, "PUT", "", Update),
        .. For(EmulatorOperations.PlanList, "POST", "/list", context => CockpitList.Read(context, ListView)),
        .. For(EmulatorOperations.PlanDeleted, "POST", "/deleted/list", context => CockpitList.ReadDeleted(context, ListView)),
        .. For(EmulatorOperations.PlanConfiguration, "GET", "/admin/picklist/lite", ConfigurationEndpoint.Read),
    ];

    private static IEnumerable<Route> For(string operation, string method, string path, Func<RequestContext, EmulatorResponse> handle) =>
        CockpitReply.Routes(operation, method, Path + path, handle, Windows);

    private static EmulatorResponse Create(RequestContext context)
    {
        var withObjectives = context.Request.Query("withObjectives") == "true";
        var rules = WriteRules with { OtherKeys = withObjectives ? [Templates, Objectives] : [Templates] };
        return CockpitWriter.Run(context, rules, update: false, (plan, request, body) =>
        {
            var planner = new ObjectivePlanner(context, plan);
            var record = request.GetProperty("record");
            if (record.TryGetProperty(Templates, out var templates) && templates.ValueKind != JsonValueKind.Null)
            {
                planner.AddTemplates(templates);
            }

            // The documentation does not say whether objectives are inside the record or next to it.
            if (withObjectives
                && (record.TryGetProperty(Objectives, out var objectives) || request.TryGetProperty(Objectives, out objectives)))
            {
                planner.AddObjectives(objectives, body.LookupBlock);
            }

            SetActiveDate(context.Tenant, plan);
            PlanClosing.Apply(context.Tenant, plan);
        });
    }

    private static EmulatorResponse Update(RequestContext context) => CockpitWriter.Run(
        context,
        WriteRules,
        update: true,
        (plan, _, _) =>
        {
            SetActiveDate(context.Tenant, plan);
            PlanClosing.Apply(context.Tenant, plan);
        },
        FieldNames.Gsid);

    private static void SetActiveDate(TenantData tenant, PlannedCockpitRecord plan)
    {
        if (plan["ActiveDate"] is null && CockpitConfiguration.NameOf(tenant, plan["StatusId"]) == "Active")
        {
            plan["ActiveDate"] = DateOnly.FromDateTime(tenant.Now.UtcDateTime);
        }
    }
}
