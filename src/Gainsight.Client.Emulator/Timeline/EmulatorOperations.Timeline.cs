namespace Gainsight.Client.Emulator;

public static partial class EmulatorOperations
{
    /// <summary><c>POST /v1/ant/es/activity</c>.</summary>
    public const string TimelineSave = "timeline.save";

    /// <summary><c>POST /v1/ant/es/activity/bulk</c>.</summary>
    public const string TimelineBulkSave = "timeline.bulkSave";

    /// <summary><c>PUT /v1/ant/es/activity?identifier=…</c>.</summary>
    public const string TimelineUpdate = "timeline.update";

    /// <summary><c>PUT /v1/ant/es/activity/bulk?identifier=…</c>.</summary>
    public const string TimelineBulkUpdate = "timeline.bulkUpdate";

    /// <summary><c>GET /v1/ant/es/job/status/{jobId}</c>.</summary>
    public const string TimelineJobStatus = "timeline.jobStatus";

    /// <summary><c>DELETE /v1/ant/es/activity</c>, with a body.</summary>
    public const string TimelineDelete = "timeline.delete";

    /// <summary><c>POST /v1/ant/es/activity/deleted</c>.</summary>
    public const string TimelineDeleted = "timeline.deleted";
}
