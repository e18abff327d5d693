namespace Gainsight.Client;

/// <summary>An endpoint: everything that the pipeline knows about it. The operations below are all that the SDK calls; a new endpoint is one more property here.</summary>
/// <param name="Name">The stable name, used in spans, logs and route overrides.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The route, with <c>{object}</c> and <c>{id}</c> as placeholders.</param>
/// <param name="Bucket">The name of the quota bucket that is charged, or null when the call is not counted.</param>
/// <param name="Safety">Whether a call may be sent again.</param>
/// <param name="Confidence">How well the route is known.</param>
/// <param name="Source">Where the route comes from, in words.</param>
internal sealed record Operation(
    string Name, HttpMethod Method, string Template, string? Bucket, RetrySafety Safety, Confidence Confidence, string Source)
{
    private static readonly List<Operation> Table = [];

    /// <summary>Every operation, in the order of this file.</summary>
    public static IReadOnlyList<Operation> All => Table;

    /// <summary>Whether <see cref="GainsightClientOptions.RouteOverrides"/> can replace the route. The route of the token is fixed, because the credential's secret goes there.</summary>
    public bool IsOverridable => !IsRaw && Bucket is not null;

    /// <summary>Whether the call changes something. A read-only client refuses it. Of a call that the library does not know, only GET and HEAD prove that it does not.</summary>
    public bool IsWrite => IsRaw ? Method != HttpMethod.Get && Method != HttpMethod.Head : Safety != RetrySafety.Safe;

    /// <summary>Whether the caller describes the call, and not the operations table.</summary>
    public bool IsRaw { get; private init; }

    /// <summary>The form of a successful answer.</summary>
    public AnswerForm Answer { get; init; }

    /// <summary>The message for a refused secret, when the call carries one instead of the client's credential. Null for calls with the credential.</summary>
    public string? SecretRefused { get; init; }

    /// <summary>The message for refused data, when the answer has no code that says more.</summary>
    public string? DataRefused { get; init; }

    /// <summary>A call that the table does not have. Its address comes with the request.</summary>
    public static Operation Raw(HttpMethod method, string bucket, bool canRepeat) =>
        new("Raw", method, "/{path}", bucket, canRepeat ? RetrySafety.Idempotent : RetrySafety.Unsafe, Confidence.Unknown, "The caller")
        {
            Answer = AnswerForm.Open,
            IsRaw = true,
        };

    // Records.
    public static Operation RecordsInsert { get; } = Add(new(
        "Records.Insert", HttpMethod.Post, "/v1/data/objects/{object}", QuotaBuckets.Sync, RetrySafety.Unsafe,
        Confidence.Official, "Company API documentation"));

    public static Operation RecordsUpdate { get; } = Add(new(
        "Records.Update", HttpMethod.Put, "/v1/data/objects/{object}", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Live, "Connectors that run against tenants; a third party's copy of the official page"));

    public static Operation RecordsQuery { get; } = Add(new(
        "Records.Query", HttpMethod.Post, "/v1/data/objects/query/{object}", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Official, "Company and Custom Object API documentation, samples"));

    public static Operation RecordsDelete { get; } = Add(new(
        "Records.Delete", HttpMethod.Delete, "/v1/data/objects/{object}/{id}", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Live, "Connectors that run against tenants; a third party's copy of the official page"));

    // Relationships and people.
    public static Operation RelationshipsInsert { get; } = Add(new(
        "Relationships.Insert", HttpMethod.Post, "/v1/data/objects/Relationship", QuotaBuckets.Sync, RetrySafety.Unsafe,
        Confidence.Inferred, "Relationship API documentation names the operation; the path is that of other objects"));

    public static Operation RelationshipsUpdate { get; } = Add(new(
        "Relationships.Update", HttpMethod.Put, "/v1/data/objects/Relationship", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Inferred, "Relationship API documentation names the operation; the path is that of other objects"));

    public static Operation RelationshipsQuery { get; } = Add(new(
        "Relationships.Query", HttpMethod.Post, "/v1/data/objects/query/Relationship", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Inferred, "Relationship API documentation names the operation; the path is that of other objects"));

    public static Operation RelationshipsDelete { get; } = Add(new(
        "Relationships.Delete", HttpMethod.Delete, "/v1/data/objects/Relationship/{id}", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Inferred, "A partner deletes relationships by GSID; the path is that of other objects"));

    public static Operation PeopleUpsert { get; } = Add(new(
        "People.Upsert", HttpMethod.Put, "/v1/peoplemgmt/v1.0/people", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Inferred, "A third party's copy of the People API documentation; two partners. A production integration uses `/v1.0/api/people`"));

    public static Operation PeopleUpsertBatch { get; } = Add(new(
        "People.UpsertBatch", HttpMethod.Put, "/v1/peoplemgmt/v1.0/people/async", QuotaBuckets.Async, RetrySafety.Idempotent,
        Confidence.Inferred, "A third party's copy of the People API documentation; the form of the body is unknown"));

    public static Operation PeopleBatchStatus { get; } = Add(new(
        "People.BatchStatus", HttpMethod.Get, "/v1/peoplemgmt/v1.0/people/async/{id}", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Unknown, "Third parties name the states; no source gives the path"));

    // CTAs, tasks, success plans and customer goals.
    public static Operation CtasInsert { get; } = Add(new(
        "Ctas.Insert", HttpMethod.Post, "/v2/cockpit/cta/", QuotaBuckets.Sync, RetrySafety.Unsafe,
        Confidence.ThirdParty, "A third party's copy of the CTA API documentation"));

    public static Operation CtasUpdate { get; } = Add(new(
        "Ctas.Update", HttpMethod.Put, "/v2/cockpit/cta/", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.ThirdParty, "A third party's copy of the CTA API documentation"));

    public static Operation CtasList { get; } = Add(new(
        "Ctas.List", HttpMethod.Post, "/v2/cockpit/cta/list", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Official, "CTA and deleted data API documentation, samples"));

    public static Operation CtasListDeleted { get; } = Add(new(
        "Ctas.ListDeleted", HttpMethod.Post, "/v2/cockpit/cta/deleted/list", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Official, "Deleted data API documentation, samples"));

    public static Operation CtasConfiguration { get; } = Add(new(
        "Ctas.Configuration", HttpMethod.Get, "/v2/cockpit/admin/picklist/lite", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.ThirdParty, "A third party's copy of the CTA API documentation"));

    public static Operation TasksInsert { get; } = Add(new(
        "Tasks.Insert", HttpMethod.Post, "/v2/cockpit/task/", QuotaBuckets.Sync, RetrySafety.Unsafe,
        Confidence.Inferred, "The list of tasks, and the routes of CTAs"));

    public static Operation TasksUpdate { get; } = Add(new(
        "Tasks.Update", HttpMethod.Put, "/v2/cockpit/task/", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Inferred, "The list of tasks, and the routes of CTAs"));

    public static Operation TasksList { get; } = Add(new(
        "Tasks.List", HttpMethod.Post, "/v2/cockpit/task/list/", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Live, "A connector that runs against tenants"));

    public static Operation TasksListByCta { get; } = Add(new(
        "Tasks.ListByCta", HttpMethod.Post, "/v2/cockpit/task/list/{id}", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Inferred, "A combination of the two known forms"));

    public static Operation TasksGetByCta { get; } = Add(new(
        "Tasks.GetByCta", HttpMethod.Get, "/v2/cockpit/task/list/{id}", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.ThirdParty, "A vendor's documentation of its connector"));

    public static Operation SuccessPlansInsert { get; } = Add(new(
        "SuccessPlans.Insert", HttpMethod.Post, "/v2/successPlan/", QuotaBuckets.SuccessPlans, RetrySafety.Unsafe,
        Confidence.ThirdParty, "A third party's copy of the Success Plan API documentation"));

    public static Operation SuccessPlansInsertWithObjectives { get; } = Add(new(
        "SuccessPlans.InsertWithObjectives", HttpMethod.Post, "/v2/successPlan?withObjectives=true", QuotaBuckets.SuccessPlans, RetrySafety.Unsafe,
        Confidence.ThirdParty, "A third party's copy of the Success Plan API documentation"));

    public static Operation SuccessPlansUpdate { get; } = Add(new(
        "SuccessPlans.Update", HttpMethod.Put, "/v2/successPlan/", QuotaBuckets.SuccessPlans, RetrySafety.Idempotent,
        Confidence.ThirdParty, "A third party's copy of the Success Plan API documentation"));

    public static Operation SuccessPlansList { get; } = Add(new(
        "SuccessPlans.List", HttpMethod.Post, "/v2/successPlan/list/", QuotaBuckets.SuccessPlans, RetrySafety.Safe,
        Confidence.Live, "A connector that runs against tenants; a third party's copy of the official page"));

    public static Operation SuccessPlansListDeleted { get; } = Add(new(
        "SuccessPlans.ListDeleted", HttpMethod.Post, "/v2/successPlan/deleted/list", QuotaBuckets.SuccessPlans, RetrySafety.Safe,
        Confidence.ThirdParty, "A third party's copy of the Success Plan API documentation"));

    public static Operation SuccessPlansConfiguration { get; } = Add(new(
        "SuccessPlans.Configuration", HttpMethod.Get, "/v2/successPlan/admin/picklist/lite", QuotaBuckets.SuccessPlans, RetrySafety.Safe,
        Confidence.ThirdParty, "A third party's copy of the Success Plan API documentation"));

    public static Operation CustomerGoalsInsert { get; } = Add(new(
        "CustomerGoals.Insert", HttpMethod.Post, "/v1/csgoal/external/create", QuotaBuckets.Sync, RetrySafety.Unsafe,
        Confidence.Official, "Customer Goals API documentation"));

    public static Operation CustomerGoalsUpdate { get; } = Add(new(
        "CustomerGoals.Update", HttpMethod.Put, "/v1/csgoal/external/update", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Inferred, "Two partners say that the call exists; path and verb follow the route of the insert"));

    public static Operation CustomerGoalsList { get; } = Add(new(
        "CustomerGoals.List", HttpMethod.Post, "/v1/csgoal/external/list", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Inferred, "Two partners say that the call exists; path and verb follow the routes of the other calls"));

    // Timeline.
    public static Operation TimelineSave { get; } = Add(new(
        "Timeline.Save", HttpMethod.Post, "/v1/ant/es/activity", QuotaBuckets.Timeline, RetrySafety.Idempotent,
        Confidence.Official, "Timeline API documentation; `ExternalId` makes it safe to repeat"));

    public static Operation TimelineUpdate { get; } = Add(new(
        "Timeline.Update", HttpMethod.Put, "/v1/ant/es/activity", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.ThirdParty, "A third party's copy of most of the Timeline API documentation; a partner"));

    public static Operation TimelineDelete { get; } = Add(new(
        "Timeline.Delete", HttpMethod.Delete, "/v1/ant/es/activity", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.ThirdParty, "A third party's copy of the Timeline API documentation; a partner; the form of the body is unknown"));

    public static Operation TimelineBulkSave { get; } = Add(new(
        "Timeline.BulkSave", HttpMethod.Post, "/v1/ant/es/activity/bulk", QuotaBuckets.TimelineBulk, RetrySafety.Idempotent,
        Confidence.ThirdParty, "Timeline API documentation for the limit, a third party's copy of it for the path"));

    public static Operation TimelineBulkUpdate { get; } = Add(new(
        "Timeline.BulkUpdate", HttpMethod.Put, "/v1/ant/es/activity/bulk", QuotaBuckets.TimelineBulk, RetrySafety.Idempotent,
        Confidence.ThirdParty, "A third party's copy of the Timeline API documentation"));

    public static Operation TimelineJobStatus { get; } = Add(new(
        "Timeline.JobStatus", HttpMethod.Get, "/v1/ant/es/job/status/{id}", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.ThirdParty, "A third party's copy of the Timeline API documentation"));

    public static Operation TimelineListDeleted { get; } = Add(new(
        "Timeline.ListDeleted", HttpMethod.Post, "/v1/ant/es/activity/deleted", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.ThirdParty, "A third party's copy of the Timeline API documentation; the form of the body is unknown"));

    // User management.
    public static Operation UsersInsert { get; } = Add(new(
        "Users.Insert", HttpMethod.Post, "/v1/users/services", QuotaBuckets.Users, RetrySafety.Unsafe,
        Confidence.ThirdParty, "A third party's copy of the User Management API documentation"));

    public static Operation UsersUpdate { get; } = Add(new(
        "Users.Update", HttpMethod.Put, "/v1/users/services", QuotaBuckets.Users, RetrySafety.Idempotent,
        Confidence.ThirdParty, "A third party's copy of the User Management API documentation; a partner"));

    public static Operation UsersSetStatus { get; } = Add(new(
        "Users.SetStatus", HttpMethod.Put, "/v1/users/services/status", QuotaBuckets.Users, RetrySafety.Idempotent,
        Confidence.ThirdParty, "A third party's copy of the User Management API documentation"));

    public static Operation UsersList { get; } = Add(new(
        "Users.List", HttpMethod.Post, "/v1/users/services/list", QuotaBuckets.Users, RetrySafety.Safe,
        Confidence.Live, "A connector that runs against tenants; a third party's copy of the official page"));

    // Opportunities.
    public static Operation OpportunitiesInsert { get; } = Add(new(
        "Opportunities.Insert", HttpMethod.Post, "/v1/data/objects/gs_opportunity", QuotaBuckets.Sync, RetrySafety.Unsafe,
        Confidence.Unknown, "Renewal Center API documentation names the operation; the path is that of other objects"));

    public static Operation OpportunitiesUpdate { get; } = Add(new(
        "Opportunities.Update", HttpMethod.Put, "/v1/data/objects/gs_opportunity", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Unknown, "Renewal Center API documentation names the operation; the path is that of other objects"));

    public static Operation OpportunitiesQuery { get; } = Add(new(
        "Opportunities.Query", HttpMethod.Post, "/v1/data/objects/query/gs_opportunity", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Inferred, "The query call of other objects; the object's name is inferred"));

    // Events, bulk export and bulk import.
    public static Operation EventsPublish { get; } = Add(new(
        "Events.Publish", HttpMethod.Post, "/v1.0/api/eventManager/event", QuotaBuckets.Sync, RetrySafety.Unsafe,
        Confidence.Live, "A production integration; Events API documentation, which does not give the version")
    {
        Answer = AnswerForm.Open,
        SecretRefused =
            "The publisher's shared secret was refused, or the tenant id does not match it; Gainsight does not say which. Compare both with Administration > Events, Register as Publisher. Events do not use the client's access key.",
        DataRefused =
            "The event was refused: compare topic, name, version and contract with Administration > Events, and the body with the event's schema. Names and versions must match exactly.",
    });

    public static Operation ExportSubmit { get; } = Add(new(
        "Bulk.Export", HttpMethod.Post, "/v3/exports/data/bulk/{object}", QuotaBuckets.Async, RetrySafety.Safe,
        Confidence.Official, "Bulk REST API documentation"));

    public static Operation ExportStatus { get; } = Add(new(
        "Bulk.ExportStatus", HttpMethod.Get, "/{statusURL}", QuotaBuckets.BulkPolls, RetrySafety.Safe,
        Confidence.ThirdParty, "A third party's copy of the Bulk REST API documentation; the answer to the export gives the address"));

    public static Operation ExportChunk { get; } = Add(new(
        "Bulk.ExportChunk", HttpMethod.Get, "/{chunkURL}", QuotaBuckets.BulkPolls, RetrySafety.Safe,
        Confidence.ThirdParty, "A third party's copy of the Bulk REST API documentation; the status of the export gives the addresses")
    {
        Answer = AnswerForm.File,
    });

    public static Operation ImportSubmit { get; } = Add(new(
        "Bulk.Import", HttpMethod.Post, "/v1.0/admin/connector/job/bulkimport", QuotaBuckets.Async, RetrySafety.Unsafe,
        Confidence.Live, "A script that ran against a tenant; Bulk Status API documentation"));

    public static Operation ImportStatus { get; } = Add(new(
        "Bulk.ImportStatus", HttpMethod.Get, "/v1.0/admin/connector/job/bulkimport/status/{id}", QuotaBuckets.BulkPolls, RetrySafety.Safe,
        Confidence.Official, "Bulk Status API documentation"));

    // Metadata.
    public static Operation MetadataListObjects { get; } = Add(new(
        "Metadata.ListObjects", HttpMethod.Get, "/v1/meta/services/objects/list?po=company&em=false", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Official, "Data Management API documentation, samples"));

    public static Operation MetadataDescribe { get; } = Add(new(
        "Metadata.Describe", HttpMethod.Get, "/v1/meta/services/objects/{object}/describe?idd=true", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Live, "Connectors that run against tenants"));

    public static Operation MetadataListObjectsByPost { get; } = Add(new(
        "Metadata.ListObjectsByPost", HttpMethod.Post, "/v1/meta/services/objects", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Live, "Connectors that run against tenants"));

    public static Operation MetadataDescribeMany { get; } = Add(new(
        "Metadata.DescribeMany", HttpMethod.Post, "/v1/meta/services/objects/describe", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Official, "Data Management API documentation, samples"));

    public static Operation MetadataDropdown { get; } = Add(new(
        "Metadata.Dropdown", HttpMethod.Get, "/v1/meta/services/dropdowns/{id}", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Official, "Data Management API documentation, samples"));

    // Authentication.
    public static Operation TokenRequest { get; } = Add(new(
        "Authentication.Token", HttpMethod.Post, "/v1/users/m2m/oauth/token", null, RetrySafety.Safe,
        Confidence.Official, "A third party's copy of the REST API key documentation"));

    private static Operation Add(Operation operation)
    {
        Table.Add(operation);
        return operation;
    }
}
