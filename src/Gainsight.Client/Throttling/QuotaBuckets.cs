namespace Gainsight.Client;

/// <summary>The names of the quota buckets: families of calls that Gainsight counts together. The keys of <see cref="QuotaOptions.Buckets"/>.</summary>
/// <remarks>
/// Gainsight calls its limits recommended values that "can vary by package": ask your administrator, and correct them with
/// <see cref="QuotaOptions.SetLimit"/>.
/// </remarks>
public static class QuotaBuckets
{
    /// <summary>
    /// Every synchronous call that has no bucket of its own: <c>sync-minute</c>, 100 calls a minute, and <c>sync-day</c>,
    /// 50,000 calls a day.
    /// </summary>
    /// <remarks>
    /// Official (Company, Custom Object and User Management API documentation). The API overview page names 100,000 a day
    /// instead (seen at second hand): the lower number is the default, since it holds in either case.
    /// </remarks>
    public const string Sync = "sync";

    /// <summary>Single saves of Timeline activities: <c>timeline-minute</c>, 200 calls a minute, and the <c>sync-day</c>. Other Timeline calls are synchronous ones.</summary>
    /// <remarks>The minute is official (Timeline API documentation); that the saves count in the day of the synchronous calls is inferred, unconfirmed.</remarks>
    public const string Timeline = "timeline";

    /// <summary>User Management and Company Team: <c>users-hour</c>, 100 calls an hour, <c>users-day</c>, 1,000 calls a day, and both synchronous windows.</summary>
    /// <remarks>Hour and day are official (User Management and Company Team API documentation); that the calls count as synchronous ones too is inferred, unconfirmed.</remarks>
    public const string Users = "users";

    /// <summary>Success plans: <c>success-plans-minute</c>, 5,000 calls a minute, and the <c>sync-day</c>.</summary>
    /// <remarks>Told at second hand, and an outlier among Gainsight's limits: lower it when calls are refused.</remarks>
    public const string SuccessPlans = "success-plans";

    /// <summary>Asynchronous calls (people/async, bulk export, bulk import): <c>async-hour</c>, 10 calls an hour, and <c>async-day</c>, 100 calls a day.</summary>
    /// <remarks>Official (Bulk REST and User Management API documentation). Older pages recommend 4 bulk imports an hour.</remarks>
    public const string Async = "async";

    /// <summary>Asking after bulk exports and imports, and fetching the parts of an export: both synchronous windows.</summary>
    /// <remarks>
    /// Whether they count, and where, is unknown; that they count as synchronous calls is the more careful guess. Should your tenant count them as
    /// asynchronous ones, give it their windows: <c>Buckets[QuotaBuckets.BulkPolls] = Buckets[QuotaBuckets.Async]</c>.
    /// </remarks>
    public const string BulkPolls = "bulk-polls";

    /// <summary>Bulk saves of Timeline activities: <c>timeline-bulk-hour</c>, 12 calls an hour.</summary>
    /// <remarks>Official (newest Timeline API documentation; older versions say 4). A call may carry 80 MB.</remarks>
    public const string TimelineBulk = "timeline-bulk";

    internal static Dictionary<string, IReadOnlyList<QuotaWindow>> Defaults()
    {
        TimeSpan minute = TimeSpan.FromMinutes(1), hour = TimeSpan.FromHours(1), day = TimeSpan.FromDays(1);
        QuotaWindow syncMinute = new("sync-minute", minute, 100), syncDay = new("sync-day", day, 50_000);
        return new(StringComparer.Ordinal)
        {
            [Sync] = [syncMinute, syncDay],
            [Timeline] = [new("timeline-minute", minute, 200), syncDay],
            [Users] = [new("users-hour", hour, 100), new("users-day", day, 1_000), syncMinute, syncDay],
            [SuccessPlans] = [new("success-plans-minute", minute, 5_000), syncDay],
            [Async] = [new("async-hour", hour, 10), new("async-day", day, 100)],
            [BulkPolls] = [syncMinute, syncDay],
            [TimelineBulk] = [new("timeline-bulk-hour", hour, 12)],
        };
    }
}
