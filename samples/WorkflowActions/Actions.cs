namespace WorkflowActions;

/// <summary>The thirty actions, and the trigger poll. The file actions.json says what they take.</summary>
internal static class Actions
{
    public static IReadOnlyDictionary<string, Run> All { get; } = new Dictionary<string, Run>
    {
        ["create-company"] = Area<Company>.Create(g => g.Companies),
        ["read-companies"] = Area<Company>.Read(g => g.Companies),
        ["update-company"] = Area<Company>.Update(g => g.Companies),
        ["delete-company"] = Area<Company>.Delete(g => g.Companies),
        ["create-relationship"] = Area<Relationship>.Create(g => g.Relationships),
        ["update-relationship"] = Area<Relationship>.Update(g => g.Relationships),
        ["upsert-relationship"] = Area<Relationship>.Write(
            g => g.Relationships, (i, rows, stop) => i.Gainsight.Relationships.UpsertAsync(rows, i.Keys, stop)),
        ["delete-relationship"] = Area<Relationship>.Delete(g => g.Relationships),
        ["create-goal"] = Area<CustomerGoal>.Create(g => g.CustomerGoals),
        ["update-goal"] = Area<CustomerGoal>.Change(g => g.CustomerGoals),
        ["fetch-goals"] = Area<CustomerGoal>.List(g => g.CustomerGoals),
        ["create-cta"] = Area<Cta>.Create(g => g.Ctas),
        ["update-cta"] = Area<Cta>.Change(g => g.Ctas),
        ["fetch-ctas"] = Area<Cta>.List(g => g.Ctas),
        ["create-task"] = Area<CsTask>.Create(g => g.Tasks),
        ["update-task"] = Area<CsTask>.Change(g => g.Tasks),
        ["list-tasks"] = async (i, stop) => await i.Gainsight.Tasks.GetByCtaAsync(i["cta"], stop),
        ["create-plan"] = Area<SuccessPlan>.Create(g => g.SuccessPlans),
        ["create-plan-with-objectives"] = Area<SuccessPlan>.Create(g => g.SuccessPlans),
        ["update-plan"] = Area<SuccessPlan>.Change(g => g.SuccessPlans),
        ["plan-configurations"] = async (i, stop) => (await i.Gainsight.SuccessPlans.GetConfigurationAsync(i["entityType"], stop)).Items,
        ["create-activity"] = Area<TimelineActivity>.Create(g => g.Timeline),
        ["update-activity"] = Area<TimelineActivity>.Write(
            g => g.Timeline, (i, rows, stop) => i.Gainsight.Timeline.UpdateAsync(rows, i.Keys, stop)),
        ["delete-activities"] = async (i, stop) => (await i.Gainsight.Timeline.DeleteAsync(i.Texts("ids"), stop)).Rows,
        ["create-user"] = Area<User>.Create(g => g.Users),
        ["update-user"] = Area<User>.Update(g => g.Users),
        ["fetch-users"] = Area<User>.Read(g => g.Users),
        ["create-opportunity"] = Area<Opportunity>.Create(g => g.Opportunities),
        ["update-opportunity"] = Area<Opportunity>.Update(g => g.Opportunities),
        ["upsert-person"] = Area<Person>.Write(g => g.People, (i, rows, stop) => i.Gainsight.People.UpsertAsync(rows, stop)),
        ["poll"] = async (i, stop) => await i.Gainsight.Changes
            .ReadAsync(i.Gainsight.Objects(i["object"]).Query(), i.Since, stop)
            .Select(change => new { change.Kind, change.Gsid, Checkpoint = $"{change.Checkpoint}", change.Record }).ToListAsync(stop),
    };
}
