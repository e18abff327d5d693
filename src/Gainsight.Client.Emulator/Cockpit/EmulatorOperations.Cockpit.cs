namespace Gainsight.Client.Emulator;

public static partial class EmulatorOperations
{
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

    /// <summary><c>POST /v2/cockpit/task</c> (inferred).</summary>
    public const string TaskCreate = "task.create";

    /// <summary><c>PUT /v2/cockpit/task</c> (inferred).</summary>
    public const string TaskUpdate = "task.update";

    /// <summary><c>POST</c> or <c>GET /v2/cockpit/task/list</c>, with or without <c>/{CtaId}</c>.</summary>
    public const string TaskList = "task.list";

    /// <summary><c>POST /v2/cockpit/task/deleted/list</c> (inferred).</summary>
    public const string TaskDeleted = "task.deleted";
}
