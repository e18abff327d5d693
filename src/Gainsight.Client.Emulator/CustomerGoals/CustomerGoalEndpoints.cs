using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The Customer Goals API, with one goal per call. Only the create is documented; update and list are inferred.</summary>
internal static class CustomerGoalEndpoints
{
    private const string Path = "/v1/csgoal/external";

    private static readonly CockpitWriteRules WriteRules = new(
        ObjectNames.CustomerGoal,
        "Customer Goal",
        [new("StatusName", "StatusId", CockpitConfiguration.GoalStatus)],
        [FieldNames.Name, "StatusName"])
    {
        NeedsReference = false,
        EntityTypes = ["COMPANY", "RELATIONSHIP", "OPPORTUNITY"],
    };

    private static readonly CockpitListView ListView = new(
        ObjectNames.CustomerGoal, ["Gsid", "Name", "CompanyId", "DueDate", "EntityType", "StatusId", "StatusName", "IsClosed"])
    {
        SelectRequired = false,
        WriteMore = GoalLinks.WriteJson,
    };

    public static IReadOnlyList<Route> Routes { get; } =
    [
        .. CockpitReply.Routes(EmulatorOperations.GoalCreate, "POST", Path + "/create", context => Write(context, update: false)),
        .. CockpitReply.Routes(EmulatorOperations.GoalUpdate, "PUT", Path + "/update", context => Write(context, update: true)),
        .. CockpitReply.Routes(EmulatorOperations.GoalUpdate, "POST", Path + "/update", context => Write(context, update: true)),
        .. CockpitReply.Routes(EmulatorOperations.GoalList, "POST", Path + "/list", context => CockpitList.Read(context, ListView)),
        .. CockpitReply.Routes(EmulatorOperations.GoalList, "POST", Path + "/fetch", context => CockpitList.Read(context, ListView)),
    ];

    private static EmulatorResponse Write(RequestContext context, bool update)
    {
        using var body = context.Json();
        var target = context.Tenant.Find(ObjectNames.CustomerGoal)!;
        var request = CockpitRequest.Parse(context, target, body.RootElement, most: 1);
        var outcome = CockpitWriter.Write(
            context, WriteRules, update, request, (plan, each, _) => Complete(context.Tenant, plan, each), FieldNames.Gsid)[0];
        context.Committed = outcome.Error is null;
        var name = CockpitRecordPlanner.Text(request.Requests[0].GetProperty("record"), FieldNames.Name);
        return GoalReply.Written(context, outcome, name);
    }

    private static void Complete(TenantData tenant, PlannedCockpitRecord plan, JsonElement request)
    {
        var owner = plan["EntityType"] switch
        {
            "RELATIONSHIP" => "RelationshipId",
            "OPPORTUNITY" => "OpportunityId",
            _ => "CompanyId",
        };
        if (plan[owner] is null)
        {
            plan.Fail(CockpitReply.MissingFields, $"Missing mandatory fields for create - {owner}");
        }

        GoalLinks.Plan(tenant, plan, request);
    }
}
