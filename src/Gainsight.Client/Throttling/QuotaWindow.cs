namespace Gainsight.Client;

/// <summary>A fixed window of a quota: so many calls in each minute, hour or day of the clock.</summary>
/// <remarks>
/// Gainsight's windows are aligned to the clock (10:00:00 to 10:01:00) and belong to the whole tenant (Company and User
/// Management API documentation). That a day begins at midnight UTC is inferred, unconfirmed. A window that stands in
/// several buckets by the same name is one window: the calls of all of them count in it.
/// </remarks>
/// <param name="Name">The name by which the window is shared and reported, such as <c>sync-day</c>.</param>
/// <param name="Length">How long the window is: whole seconds, counted from midnight UTC.</param>
/// <param name="Limit">The calls that the tenant may make in one window, at least 1.</param>
public sealed record QuotaWindow(string Name, TimeSpan Length, int Limit);
