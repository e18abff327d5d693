namespace Gainsight.Client;

/// <summary>The names of the quota buckets: families of calls that Gainsight counts together. They are the keys of <see cref="QuotaOptions.Buckets"/>.</summary>
/// <remarks>
/// Gainsight calls its limits recommended values that "can vary by package". Ask your administrator for the real limits, and
/// set them with <see cref="QuotaOptions.SetLimit"/>.
/// </remarks>
public static class QuotaBuckets
{
    /// <summary>
    /// Every synchronous call without its own bucket: <c>sync-minute</c>, 100 calls a minute, and <c>sync-day</c>,
    /// 50,000 calls a day.
    /// </summary>
    /// <remarks>
    /// Official (Company, Custom Object and User Management API documentation). The API overview, and the Events API page of November 2026, give
    /// 100,000 calls a day. The default is the lower number, because it is safe in both cases. If your tenant has the higher limit, set it with
    /// <see cref="QuotaOptions.SetLimit"/>.
    /// </remarks>
    public const string Sync = "sync";

    /// <summary>Single saves of Timeline activities: <c>timeline-minute</c>, 200 calls a minute, and <c>sync-day</c>. Other Timeline calls count as synchronous calls.</summary>
    /// <remarks>The limit per minute is official (Timeline API documentation). That the saves count in <c>sync-day</c> is inferred, unconfirmed.</remarks>
    public const string Timeline = "timeline";

    /// <summary>User Management and Company Team: <c>users-hour</c>, 100 calls an hour, <c>users-day</c>, 1,000 calls a day, and both synchronous windows.</summary>
    /// <remarks>The limits per hour and day are official (User Management and Company Team API documentation). That the calls also count as synchronous calls is inferred, unconfirmed.</remarks>
    public const string Users = "users";

    /// <summary>Success plans: <c>success-plans-minute</c>, 5,000 calls a minute, and <c>sync-day</c>.</summary>
    /// <remarks>From a third party, and unusually high among Gainsight's limits. Lower it when calls are refused.</remarks>
    public const string SuccessPlans = "success-plans";

    /// <summary>Asynchronous calls (people/async, bulk export, bulk import): <c>async-hour</c>, 10 calls an hour, and <c>async-day</c>, 100 calls a day.</summary>
    /// <remarks>Official (Bulk REST and User Management API documentation). Older pages recommend 4 bulk imports an hour.</remarks>
    public const string Async = "async";

    /// <summary>Status calls of bulk exports and imports, and downloads of the chunks of an export: both synchronous windows.</summary>
    /// <remarks>
    /// It is unknown whether and where Gainsight counts these calls. Counting them as synchronous calls is the careful guess. If your
    /// tenant counts them as asynchronous calls, use <c>Buckets[QuotaBuckets.BulkPolls] = Buckets[QuotaBuckets.Async]</c>.
    /// </remarks>
    public const string BulkPolls = "bulk-polls";

    /// <summary>Bulk saves of Timeline activities: <c>timeline-bulk-hour</c>, 12 calls an hour.</summary>
    /// <remarks>Official (newest Timeline API documentation; older versions give 4). A call may carry 80 MB.</remarks>
    public const string TimelineBulk = "timeline-bulk";
}
