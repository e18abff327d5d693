namespace Gainsight.Client;

/// <summary>A fixed window of a quota: a number of calls in each minute, hour or day of the clock.</summary>
/// <remarks>
/// Gainsight's windows are aligned to the clock (10:00:00 to 10:01:00) and belong to the whole tenant (Company and User
/// Management API documentation). That a day begins at midnight UTC is inferred, unconfirmed. A window with the same name in
/// several buckets is one window: the calls of all these buckets count in it.
/// </remarks>
/// <param name="Name">The name under which the window is shared and reported, such as <c>sync-day</c>.</param>
/// <param name="Length">The length of the window, in whole seconds. Windows are counted from midnight UTC.</param>
/// <param name="Limit">The number of calls that the tenant may make in one window, at least 1.</param>
public sealed record QuotaWindow(string Name, TimeSpan Length, int Limit);
