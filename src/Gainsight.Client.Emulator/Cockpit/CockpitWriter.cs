using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Runs a write of the Cockpit family. Each record stands alone.</summary>
internal static class CockpitWriter
{
    /// <summary>Creates or updates each record. <paramref name="complete"/> adds what only the area knows, or fails the record.</summary>
    public static EmulatorResponse Run(
        RequestContext context, CockpitWriteRules rules, bool update, Action<PlannedCockpitRecord, JsonElement, CockpitRequest> complete, params string[] idKeys)
    {
        using var body = context.Json();
        var target = context.Tenant.Find(rules.ObjectName)!;
        var request = CockpitRequest.Parse(context, target, body.RootElement, context.Limits.CockpitRecordsPerCall);
        return CockpitReply.Written(context, Write(context, rules, update, request, complete, idKeys));
    }

    public static List<CockpitOutcome> Write(
        RequestContext context,
        CockpitWriteRules rules,
        bool update,
        CockpitRequest request,
        Action<PlannedCockpitRecord, JsonElement, CockpitRequest> complete,
        params string[] idKeys)
    {
        var planner = new CockpitRecordPlanner(context, rules);
        var outcomes = new List<CockpitOutcome>();
        foreach (var each in request.Requests)
        {
            var record = each.GetProperty("record");
            var id = update ? idKeys.Select(key => CockpitRecordPlanner.Text(record, key)).FirstOrDefault(text => text is not null) : null;
            var plan = planner.Plan(record, outcomes.Count, request.Lookups, update, id);
            if (plan.Error is null)
            {
                complete(plan, each, request);
            }

            outcomes.Add(new CockpitOutcome(plan.Reference, plan.Error is null ? plan.Write().Gsid : null, plan.Error));
        }

        return outcomes;
    }
}
