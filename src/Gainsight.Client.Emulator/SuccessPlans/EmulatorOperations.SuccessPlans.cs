namespace Gainsight.Client.Emulator;

public static partial class EmulatorOperations
{
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
}
