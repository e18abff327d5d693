namespace Gainsight.Client.Emulator;

/// <summary>The names of the operations, as faults choose them and the request log shows them.</summary>
public static partial class EmulatorOperations
{
    /// <summary><c>POST /v1/data/objects/{Object}</c>.</summary>
    public const string Insert = "record.insert";

    /// <summary><c>PUT /v1/data/objects/{Object}?keys=…</c>.</summary>
    public const string Update = "record.update";

    /// <summary><c>DELETE /v1/data/objects/{Object}/{Gsid}</c>.</summary>
    public const string Delete = "record.delete";

    /// <summary><c>GET /v1/data/objects/{Object}/{Gsid}</c>, which is not documented.</summary>
    public const string Get = "record.get";

    /// <summary><c>POST /v1/data/objects/query/{Object}</c>.</summary>
    public const string Query = "record.query";

    /// <summary><c>POST /v1/users/m2m/oauth/token</c>.</summary>
    public const string Token = "oauth.token";

    /// <summary>The list of objects, by either of its paths.</summary>
    public const string ObjectList = "metadata.list";

    /// <summary>The description of objects, by either of its paths.</summary>
    public const string Describe = "metadata.describe";

    /// <summary><c>GET /v1/meta/services/dropdowns/{categoryId}</c>.</summary>
    public const string Dropdown = "metadata.dropdown";

    /// <summary><c>PUT /v1/peoplemgmt/v1.0/people</c>, or the legacy <c>PUT /v1.0/api/people</c>.</summary>
    public const string PersonUpsert = "person.upsert";

    /// <summary>A person by <c>?email=</c> or by GSID, on either path; both are inferred.</summary>
    public const string PersonGet = "person.get";

    /// <summary><c>PUT /v1/peoplemgmt/v1.0/people/async</c>.</summary>
    public const string PersonUpsertAsync = "person.upsertAsync";

    /// <summary><c>GET /v1/peoplemgmt/v1.0/people/async/{statusId}</c>, which is inferred.</summary>
    public const string PersonAsyncStatus = "person.asyncStatus";

    /// <summary><c>POST /v2/cockpit/cta</c>.</summary>
    public const string CtaCreate = "cta.create";

    /// <summary><c>PUT /v2/cockpit/cta</c>.</summary>
    public const string CtaUpdate = "cta.update";

    /// <summary><c>POST /v2/cockpit/cta/list</c>.</summary>
    public const string CtaList = "cta.list";

    /// <summary><c>POST /v2/cockpit/cta/deleted/list</c>.</summary>
    public const string CtaDeleted = "cta.deleted";

    /// <summary><c>GET /v2/cockpit/admin/picklist/lite</c>.</summary>
    public const string CockpitConfiguration = "cockpit.configuration";

    /// <summary><c>POST /v2/cockpit/task</c>, which is inferred.</summary>
    public const string TaskCreate = "task.create";

    /// <summary><c>PUT /v2/cockpit/task</c>, which is inferred.</summary>
    public const string TaskUpdate = "task.update";

    /// <summary><c>POST</c> or <c>GET /v2/cockpit/task/list</c>, with or without <c>/{CtaId}</c>.</summary>
    public const string TaskList = "task.list";

    /// <summary><c>POST /v2/cockpit/task/deleted/list</c>, which is inferred.</summary>
    public const string TaskDeleted = "task.deleted";

    /// <summary><c>POST /v2/successPlan</c>, with or without objectives.</summary>
    public const string PlanCreate = "plan.create";

    /// <summary><c>PUT /v2/successPlan</c>.</summary>
    public const string PlanUpdate = "plan.update";

    /// <summary><c>POST /v2/successPlan/list</c>.</summary>
    public const string PlanList = "plan.list";

    /// <summary><c>POST /v2/successPlan/deleted/list</c>.</summary>
    public const string PlanDeleted = "plan.deleted";

    /// <summary><c>GET /v2/successPlan/admin/picklist/lite</c>.</summary>
    public const string PlanConfiguration = "plan.configuration";

    /// <summary><c>POST /v1/csgoal/external/create</c>.</summary>
    public const string GoalCreate = "goal.create";

    /// <summary><c>POST</c> or <c>PUT /v1/csgoal/external/update</c>, which is inferred.</summary>
    public const string GoalUpdate = "goal.update";

    /// <summary><c>POST /v1/csgoal/external/list</c>, which is inferred.</summary>
    public const string GoalList = "goal.list";
}
