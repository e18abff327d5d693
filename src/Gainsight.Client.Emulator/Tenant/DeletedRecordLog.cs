namespace Gainsight.Client.Emulator;

/// <summary>The objects <c>record_delete_log</c> and <c>record_delete_log_high_volume</c>, which name the rows that were deleted.</summary>
internal static class DeletedRecordLog
{
    /// <summary>How long a deleted row stays visible in the log and in lists of deleted rows: 15 days (official).</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(15);

    private const string RecordId = "RecordId";
    private const string DeletedOn = "DeletedOn";
    private const string ObjectName = "ObjectName";

    public static bool IsLog(EmulatedObject item) => item.Name is ObjectNames.DeletedRecordLog or ObjectNames.HighVolumeDeletedRecordLog;

    /// <summary>Makes the log forget rows that are older than <see cref="Retention"/>.</summary>
    public static void Attach(TenantData tenant)
    {
        foreach (var log in tenant.Objects.Where(IsLog))
        {
            Attach(tenant, log);
        }
    }

    /// <summary>Adds the second log, which a tenant has once it has a high-volume object.</summary>
    public static void AddHighVolumeLog(TenantData tenant)
    {
        if (tenant.Find(ObjectNames.HighVolumeDeletedRecordLog) is not null)
        {
            return;
        }

        var log = tenant.Add(new EmulatedObject(
            tenant, ObjectNames.HighVolumeDeletedRecordLog, "Record Delete Log High Volume", EmulatedObjectKind.System, "1S91")
        {
            Writable = false,
        });
        foreach (var field in tenant.Find(ObjectNames.DeletedRecordLog)!.Fields)
        {
            _ = log.AddField(field.Name, field.DataType);
        }

        Attach(tenant, log);
    }

    /// <summary>Logs the deletion of a row. Deletions from a log itself are not logged.</summary>
    public static void Add(TenantData tenant, EmulatedObject item, string gsid)
    {
        if (IsLog(item))
        {
            return;
        }

        var log = tenant.Find(item.IsHighVolume ? ObjectNames.HighVolumeDeletedRecordLog : ObjectNames.DeletedRecordLog)!;
        _ = log.Add(
        [
            new(log.Field(RecordId), gsid),
            new(log.Field(DeletedOn), tenant.Now),
            new(log.Field(ObjectName), item.Name),
        ]);
    }

    private static void Attach(TenantData tenant, EmulatedObject log) => log.Refresh = () => RemoveOld(log, tenant.Now - Retention);

    private static void RemoveOld(EmulatedObject log, DateTimeOffset oldest)
    {
        var deletedOn = log.Field(DeletedOn);
        foreach (var row in log.Store.All.Where(row => row[deletedOn] is DateTimeOffset at && at < oldest).ToList())
        {
            _ = log.Store.Remove(row.Gsid);
        }
    }
}
