namespace Gainsight.Client;

/// <summary>The operations table: every endpoint the SDK calls, in one place.</summary>
internal static class Operations
{
    public static Operation RecordsInsert { get; } = new(
        "Records.Insert", HttpMethod.Post, "/v1/data/objects/{object}", QuotaBuckets.Sync, RetrySafety.Unsafe,
        Confidence.Official, "Company API documentation");

    public static Operation RecordsUpdate { get; } = new(
        "Records.Update", HttpMethod.Put, "/v1/data/objects/{object}", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Live, "Connectors that run against tenants; the official page at second hand");

    public static Operation RecordsQuery { get; } = new(
        "Records.Query", HttpMethod.Post, "/v1/data/objects/query/{object}", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Official, "Company and Custom Object API documentation, samples");

    public static Operation RecordsDelete { get; } = new(
        "Records.Delete", HttpMethod.Delete, "/v1/data/objects/{object}/{id}", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Live, "Connectors that run against tenants; the official page at second hand");

    public static Operation CtasInsert { get; } = new(
        "Ctas.Insert", HttpMethod.Post, "/v2/cockpit/cta/", QuotaBuckets.Sync, RetrySafety.Unsafe,
        Confidence.ThirdParty, "CTA API documentation, read at second hand");

    public static Operation CtasUpdate { get; } = new(
        "Ctas.Update", HttpMethod.Put, "/v2/cockpit/cta/", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.ThirdParty, "CTA API documentation, read at second hand");

    public static Operation CtasList { get; } = new(
        "Ctas.List", HttpMethod.Post, "/v2/cockpit/cta/list", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Official, "CTA and deleted data API documentation, samples");

    public static Operation CtasListDeleted { get; } = new(
        "Ctas.ListDeleted", HttpMethod.Post, "/v2/cockpit/cta/deleted/list", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Official, "Deleted data API documentation, samples");

    public static Operation CtasConfiguration { get; } = new(
        "Ctas.Configuration", HttpMethod.Get, "/v2/cockpit/admin/picklist/lite", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.ThirdParty, "CTA API documentation, read at second hand");

    public static Operation TasksInsert { get; } = new(
        "Tasks.Insert", HttpMethod.Post, "/v2/cockpit/task/", QuotaBuckets.Sync, RetrySafety.Unsafe,
        Confidence.Inferred, "The list of tasks, and the routes of CTAs");

    public static Operation TasksUpdate { get; } = new(
        "Tasks.Update", HttpMethod.Put, "/v2/cockpit/task/", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Inferred, "The list of tasks, and the routes of CTAs");

    public static Operation TasksList { get; } = new(
        "Tasks.List", HttpMethod.Post, "/v2/cockpit/task/list/", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Live, "A connector that runs against tenants");

    public static Operation TasksListByCta { get; } = new(
        "Tasks.ListByCta", HttpMethod.Post, "/v2/cockpit/task/list/{id}", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Inferred, "The two forms that are told of, put together");

    public static Operation TasksGetByCta { get; } = new(
        "Tasks.GetByCta", HttpMethod.Get, "/v2/cockpit/task/list/{id}", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.ThirdParty, "A vendor's documentation of its connector");

    public static Operation SuccessPlansInsert { get; } = new(
        "SuccessPlans.Insert", HttpMethod.Post, "/v2/successPlan/", QuotaBuckets.SuccessPlans, RetrySafety.Unsafe,
        Confidence.ThirdParty, "Success Plan API documentation, read at second hand");

    public static Operation SuccessPlansInsertWithObjectives { get; } = new(
        "SuccessPlans.InsertWithObjectives", HttpMethod.Post, "/v2/successPlan?withObjectives=true", QuotaBuckets.SuccessPlans, RetrySafety.Unsafe,
        Confidence.ThirdParty, "Success Plan API documentation, read at second hand");

    public static Operation SuccessPlansUpdate { get; } = new(
        "SuccessPlans.Update", HttpMethod.Put, "/v2/successPlan/", QuotaBuckets.SuccessPlans, RetrySafety.Idempotent,
        Confidence.ThirdParty, "Success Plan API documentation, read at second hand");

    public static Operation SuccessPlansList { get; } = new(
        "SuccessPlans.List", HttpMethod.Post, "/v2/successPlan/list/", QuotaBuckets.SuccessPlans, RetrySafety.Safe,
        Confidence.Live, "A connector that runs against tenants; the official page at second hand");

    public static Operation SuccessPlansListDeleted { get; } = new(
        "SuccessPlans.ListDeleted", HttpMethod.Post, "/v2/successPlan/deleted/list", QuotaBuckets.SuccessPlans, RetrySafety.Safe,
        Confidence.ThirdParty, "Success Plan API documentation, read at second hand");

    public static Operation SuccessPlansConfiguration { get; } = new(
        "SuccessPlans.Configuration", HttpMethod.Get, "/v2/successPlan/admin/picklist/lite", QuotaBuckets.SuccessPlans, RetrySafety.Safe,
        Confidence.ThirdParty, "Success Plan API documentation, read at second hand");

    public static Operation CustomerGoalsInsert { get; } = new(
        "CustomerGoals.Insert", HttpMethod.Post, "/v1/csgoal/external/create", QuotaBuckets.Sync, RetrySafety.Unsafe,
        Confidence.Official, "Customer Goals API documentation");

    public static Operation CustomerGoalsUpdate { get; } = new(
        "CustomerGoals.Update", HttpMethod.Put, "/v1/csgoal/external/update", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Inferred, "That there is such a call: two partners. Its path and verb: by the route of the insert");

    public static Operation CustomerGoalsList { get; } = new(
        "CustomerGoals.List", HttpMethod.Post, "/v1/csgoal/external/list", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Inferred, "That there is such a call: two partners. Its path and verb: by the routes of the others");

    public static Operation MetadataListObjects { get; } = new(
        "Metadata.ListObjects", HttpMethod.Get, "/v1/meta/services/objects/list?po=company&em=false", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Official, "Data Management API documentation, samples");

    public static Operation MetadataDescribe { get; } = new(
        "Metadata.Describe", HttpMethod.Get, "/v1/meta/services/objects/{object}/describe?idd=true", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Live, "Connectors that run against tenants");

    public static Operation TokenRequest { get; } = new(
        "Authentication.Token", HttpMethod.Post, "/v1/users/m2m/oauth/token", null, RetrySafety.Safe,
        Confidence.Official, "REST API key documentation, read at second hand");

    /// <summary>Every row, in the order of the areas.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        RecordsInsert, RecordsUpdate, RecordsQuery, RecordsDelete,
        CtasInsert, CtasUpdate, CtasList, CtasListDeleted, CtasConfiguration,
        TasksInsert, TasksUpdate, TasksList, TasksListByCta, TasksGetByCta,
        SuccessPlansInsert, SuccessPlansInsertWithObjectives, SuccessPlansUpdate, SuccessPlansList, SuccessPlansListDeleted, SuccessPlansConfiguration,
        CustomerGoalsInsert, CustomerGoalsUpdate, CustomerGoalsList,
        MetadataListObjects, MetadataDescribe, TokenRequest,
    ];
}
