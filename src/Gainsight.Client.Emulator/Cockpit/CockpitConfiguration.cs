namespace Gainsight.Client.Emulator;

/// <summary>Finds configured names. The categories <c>CTA_…</c> and <c>SUCCESS_PLAN_TYPE</c> are documented; the others are inferred.</summary>
internal static class CockpitConfiguration
{
    public const string CtaType = "CTA_TYPE";
    public const string CtaReason = "CTA_REASON";
    public const string CtaStatus = "CTA_STATUS";
    public const string Priority = "CTA_PRIORITY";
    public const string TaskStatus = "TASK_STATUS";
    public const string TaskType = "TASK_TYPE";
    public const string PlanType = "SUCCESS_PLAN_TYPE";
    public const string PlanStatus = "SUCCESS_PLAN_STATUS";
    public const string ObjectiveCategory = "OBJECTIVE_CATEGORY";
    public const string GoalStatus = "GOAL_STATUS";

    /// <summary>The type of CTA that is an objective of a success plan.</summary>
    public const string Objective = "Objective";

    /// <summary>The <c>typeName</c> of a name that applies to every type of CTA (third-party sample).</summary>
    public const string AllTypes = "ALL_CTA_TYPE";

    /// <summary>The names of a category in display order.</summary>
    public static IEnumerable<EmulatedRow> Items(TenantData tenant, string category)
    {
        var configuration = tenant.Find(ObjectNames.CockpitConfiguration)!;
        return configuration.Store.Matching(configuration.Field("Category"), category)
            .OrderBy(row => row["DisplayOrder"] as decimal? ?? decimal.MaxValue)
            .ThenBy(row => row.Gsid, StringComparer.Ordinal);
    }

    /// <summary>
    /// Finds an active name of a category that applies to <paramref name="type"/>. If the type is null, any name of the category matches.
    /// </summary>
    public static EmulatedRow? Find(TenantData tenant, string category, string name, string? type) =>
        Items(tenant, category).FirstOrDefault(row => name.Equals(row[FieldNames.Name]) && true.Equals(row["Active"]) && IsFor(row, type));

    public static EmulatedRow? Default(TenantData tenant, string category, string? type) =>
        Items(tenant, category).FirstOrDefault(row => true.Equals(row["IsDefault"]) && true.Equals(row["Active"]) && IsFor(row, type));

    public static EmulatedRow? Get(TenantData tenant, object? gsid) =>
        gsid is string id ? tenant.Find(ObjectNames.CockpitConfiguration)!.Store.Find(id) : null;

    public static string? NameOf(TenantData tenant, object? gsid) => (string?)Get(tenant, gsid)?[FieldNames.Name];

    private static bool IsFor(EmulatedRow row, string? type) =>
        type is null || row["TypeName"] is not string name || name == AllTypes || name == type;
}
