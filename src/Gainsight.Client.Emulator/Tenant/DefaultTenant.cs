namespace Gainsight.Client.Emulator;

/// <summary>Fills a new tenant with what every one has: users, Company, the deleted-record log, and one custom object; no companies.</summary>
internal static partial class DefaultTenant
{
    public const string Company = "Company";
    public const string User = "GsUser";
    public const string DeleteLog = "record_delete_log";
    public const string HighVolumeDeleteLog = "record_delete_log_high_volume";

    public static void Fill(TenantData tenant)
    {
        AddDeleteLog(tenant, DeleteLog, "Record Delete Log", "1S90");
        PicklistObject.AddTo(tenant);
        AddUsers(tenant);
        AddCompany(tenant);
        AddTimeline(tenant);
        AddOpportunities(tenant);
        AddEvents(tenant);
        AddSurveys(tenant);
        AddScorecards(tenant);
        AddAsset(tenant);
        AddRelationships(tenant);
        AddPeople(tenant);
        AddCockpit(tenant);
        AddPlanTemplates(tenant);
        AddGoals(tenant);
        AddUsage(tenant);
    }

    public static void AddSystemFields(
        EmulatedObject item, string createdBy = FieldNames.CreatedBy, string modifiedBy = FieldNames.ModifiedBy)
    {
        AddSystemField(item, FieldNames.Gsid, EmulatedDataType.Gsid).Nillable = false;
        _ = AddSystemField(item, FieldNames.CreatedDate, EmulatedDataType.DateTime);
        AddSystemField(item, createdBy, EmulatedDataType.Lookup).LookupObject = User;
        _ = AddSystemField(item, FieldNames.ModifiedDate, EmulatedDataType.DateTime);
        AddSystemField(item, modifiedBy, EmulatedDataType.Lookup).LookupObject = User;
    }

    private static EmulatedField AddSystemField(EmulatedObject item, string name, EmulatedDataType type)
    {
        var field = item.AddField(name, type);
        field.ReadOnly = true;
        field.System = true;
        return field;
    }

    private static void AddTimeOfChange(TenantData tenant, EmulatedObject item, string name)
    {
        var field = AddSystemField(item, name, EmulatedDataType.DateTime);
        field.IsTimeOfChange = true;
        field.Generate = () => tenant.Now;
    }

    public static bool IsDeleteLog(EmulatedObject item) => item.Name is DeleteLog or HighVolumeDeleteLog;

    public static void AddDeleteLog(TenantData tenant, string name, string label, string prefix)
    {
        var log = tenant.Add(new(tenant, name, label, EmulatedObjectKind.System, prefix) { Writable = false });
        _ = log.AddField("RecordId", EmulatedDataType.Gsid);
        _ = log.AddField("DeletedOn", EmulatedDataType.DateTime);
        _ = log.AddField("ObjectName", EmulatedDataType.String);
        log.BringUpToDate = () => tenant.ForgetOldDeletions(log);
    }

    private static EmulatedField With(this EmulatedField field, params string[] labels)
    {
        foreach (var label in labels)
        {
            _ = field.Picklist!.AddItem(label);
        }

        return field;
    }
}
