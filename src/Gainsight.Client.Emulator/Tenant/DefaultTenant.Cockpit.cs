namespace Gainsight.Client.Emulator;

internal static partial class DefaultTenant
{
    public const string Cta = "call_to_action";
    public const string CockpitTask = "cs_task";
    public const string SuccessPlan = "cta_group";
    public const string AssociatedRecord = "cta_associated_record";

    /// <summary>CTAs, tasks and success plans, with the fields that the API samples and a warehouse show.</summary>
    private static void AddCockpit(TenantData tenant)
    {
        AddConfiguration(tenant);
        AddSuccessPlans(tenant);
        AddCtas(tenant);
        AddTasks(tenant);
        CockpitMeasures.Attach(tenant);
    }

    private static void AddCtas(TenantData tenant)
    {
        var cta = AddCockpitObject(tenant, Cta, "Call To Action", "1S01");
        cta.Field("CompanyId").MakeRequired();
        cta.AddField("Comments", EmulatedDataType.RichText).Length = 131_072;
        cta.AddField("SuccessCriteria", EmulatedDataType.RichText).Length = 131_072;
        AddRelationshipFields(cta);
        _ = cta.AddLookup("CtaGroupId", SuccessPlan);
        cta.AddConfigured("TypeId", "ReasonId", "PriorityId", "ObjectiveCategoryId");
        cta.AddFields(EmulatedDataType.Gsid, "PlaybookId", "RuleActionId");
        cta.AddFields(EmulatedDataType.Boolean, "IsImportant", "IsSnoozed", "IsRecurring", "IsDraft");
        cta.Field("IsImportant").DefaultValue = false;
        cta.AddReadOnly(EmulatedDataType.String, "SharingType");
        cta.AddReadOnly(EmulatedDataType.Number, "TemplateDisplayOrder");

        var linked = tenant.Add(new(tenant, AssociatedRecord, "CTA Associated Record", EmulatedObjectKind.System, "1S91") { Writable = false, IsOwn = true });
        _ = linked.AddLookup("CtaId", Cta);
        linked.AddFields(EmulatedDataType.String, "RecordId", "ObjectName", "Source");
    }

    private static void AddTasks(TenantData tenant)
    {
        var task = AddCockpitObject(tenant, CockpitTask, "CS Task", "1S03");
        task.Field("CompanyId").ReadOnly = true;
        task.AddLookup("CtaId", Cta).MakeRequired();
        task.AddField("Description", EmulatedDataType.RichText).Length = 131_072;
        task.AddConfigured("TypeId", "PriorityId");
        task.AddReadOnly(EmulatedDataType.Gsid, "ParentId", "PlaybookId", "PlaybookTaskId", "GainsightTaskId", "TimelineActivityId");
        _ = task.AddField("IsImportant", EmulatedDataType.Boolean);
        task.AddReadOnly(EmulatedDataType.Boolean, "IsEmailSent");
        task.AddReadOnly(EmulatedDataType.Number, "DisplayOrder");
        task.AddReadOnly(EmulatedDataType.String, "DependencyMeta", "DynaMetadata", "SyncStatus", "LastUpdateSource");
    }

    private static void AddSuccessPlans(TenantData tenant)
    {
        var plan = AddCockpitObject(tenant, SuccessPlan, "Success Plan", "1S02");
        plan.Field("CompanyId").MakeRequired();
        plan.AddConfigured("SuccessPlanTypeId");
        AddRelationshipFields(plan);
        foreach (var text in (string[])["ActionPlan", "Highlights", "Description"])
        {
            plan.AddField(text, EmulatedDataType.RichText).Length = 131_072;
        }

        plan.AddReadOnly(EmulatedDataType.Date, "ActiveDate");
        plan.AddReadOnly(EmulatedDataType.String, "SharingType");
    }

    private static EmulatedObject AddCockpitObject(TenantData tenant, string name, string label, string prefix)
    {
        var item = tenant.Add(new(tenant, name, label, EmulatedObjectKind.Standard, prefix) { Writable = false, Deleted = [] });
        AddSystemFields(item, FieldNames.CreatedById, FieldNames.ModifiedById);
        item.AddField(FieldNames.Name, EmulatedDataType.String).MakeRequired();
        _ = item.AddLookup("CompanyId", Company);
        _ = item.AddLookup("OwnerId", User);
        _ = item.AddField("DueDate", EmulatedDataType.Date);
        _ = item.AddField("StartDate", EmulatedDataType.Date);
        _ = item.AddField("EntityType", EmulatedDataType.String);
        item.Field("EntityType").DefaultValue = "COMPANY";
        item.AddConfigured("StatusId");
        item.AddReadOnly(EmulatedDataType.Date, "OriginalDueDate");
        item.AddReadOnly(EmulatedDataType.DateTime, "ClosedDate");
        item.AddReadOnly(EmulatedDataType.String, "CloseSource", "Source", "OverDueType");
        item.AddReadOnly(EmulatedDataType.Boolean, "IsClosed");
        item.Field("IsClosed").DefaultValue = false;
        return item;
    }

    private static void AddRelationshipFields(EmulatedObject item)
    {
        _ = item.AddLookup("RelationshipId", Relationship);
        _ = item.AddLookup("RelationshipTypeId", RelationshipType);
    }
}
