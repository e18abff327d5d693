using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>A write of the Cockpit family from body to answer: each record stands alone.</summary>
internal static class CockpitWrite
{
    /// <summary>Creates or updates each record; <paramref name="complete"/> adds what only the area knows, or fails the plan.</summary>
    public static EmulatorResponse Run(RequestContext context, CockpitArea area, bool update, Action<CockpitPlan> complete, params string[] idKeys)
    {
        using JsonDocument body = context.Json();
        EmulatedObject target = context.Tenant.Find(area.ObjectName)!;
        CockpitRequest request = CockpitRequest.Parse(context, target, body.RootElement, context.Limits.CockpitRecordsPerCall);
        var planner = new CockpitPlanner(context, area);
        var outcomes = new List<CockpitOutcome>();
        foreach (JsonElement record in request.Requests.Select(each => each.GetProperty("record")))
        {
            string? id = update ? idKeys.Select(key => CockpitPlanner.Text(record, key)).FirstOrDefault(each => each is not null) : null;
            CockpitPlan plan = planner.Plan(record, outcomes.Count, request.Lookups, update, id);
            if (plan.Error is null)
            {
                complete(plan);
            }

            outcomes.Add(new CockpitOutcome(plan.Reference, plan.Error is null ? plan.Write().Gsid : null, plan.Error));
        }

        return CockpitReply.Written(context, outcomes);
    }
}
