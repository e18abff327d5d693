namespace Gainsight.Client;

/// <content>The calls of CTAs, tasks, success plans and customer goals.</content>
internal static partial class Operations
{
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

    private static Operation[] Cockpit =>
    [
        CtasInsert, CtasUpdate, CtasList, CtasListDeleted, CtasConfiguration,
        TasksInsert, TasksUpdate, TasksList, TasksListByCta, TasksGetByCta,
        SuccessPlansInsert, SuccessPlansInsertWithObjectives, SuccessPlansUpdate, SuccessPlansList, SuccessPlansListDeleted, SuccessPlansConfiguration,
        CustomerGoalsInsert, CustomerGoalsUpdate, CustomerGoalsList,
    ];
}
