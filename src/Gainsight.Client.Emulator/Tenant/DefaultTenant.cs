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
        AddAsset(tenant);
    }

    public static void AddSystemFields(EmulatedObject item)
    {
        AddSystemField(item, FieldNames.Gsid, EmulatedDataType.Gsid).Nillable = false;
        _ = AddSystemField(item, FieldNames.CreatedDate, EmulatedDataType.DateTime);
        AddSystemField(item, FieldNames.CreatedBy, EmulatedDataType.Lookup).LookupObject = User;
        _ = AddSystemField(item, FieldNames.ModifiedDate, EmulatedDataType.DateTime);
        AddSystemField(item, FieldNames.ModifiedBy, EmulatedDataType.Lookup).LookupObject = User;
    }

    private static EmulatedField AddSystemField(EmulatedObject item, string name, EmulatedDataType type)
    {
        EmulatedField field = item.AddField(name, type);
        field.ReadOnly = true;
        field.System = true;
        return field;
    }

    public static bool IsDeleteLog(EmulatedObject item) => item.Name is DeleteLog or HighVolumeDeleteLog;

    public static void AddDeleteLog(TenantData tenant, string name, string label, string prefix)
    {
        EmulatedObject log = tenant.Add(new(tenant, name, label, EmulatedObjectKind.System, prefix) { Writable = false });
        _ = log.AddField("RecordId", EmulatedDataType.Gsid);
        _ = log.AddField("DeletedOn", EmulatedDataType.DateTime);
        _ = log.AddField("ObjectName", EmulatedDataType.String);
    }

    private static EmulatedField With(this EmulatedField field, params string[] labels)
    {
        foreach (string label in labels)
        {
            _ = field.Picklist!.AddItem(label);
        }

        return field;
    }
}
