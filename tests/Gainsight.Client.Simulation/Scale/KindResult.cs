namespace Gainsight.Client.Simulation;

/// <summary>What the tenants of a kind saw, in all complete windows after the first two, in which the hosts learn the tenants' clocks.</summary>
/// <param name="Kind">How the hosts use the tenants.</param>
/// <param name="Tenants">The number of tenants.</param>
/// <param name="Windows">The number of windows.</param>
/// <param name="Refused">The calls over a limit, in all windows.</param>
/// <param name="Used">The part of the limit that was used, over all windows.</param>
/// <param name="LeastUsed">The same of the window with the fewest calls, without those in which an answer of the store was lost.</param>
/// <param name="Lost">The permits of answers that were lost.</param>
/// <param name="RoundTripsPerCall">The requests to the store for each call.</param>
/// <param name="LongestInteractiveWait">The longest wait of an interactive call of a host that could reach the store.</param>
/// <param name="LongestHostWait">The longest time, in windows, in which a host with bulk work made no bulk call.</param>
/// <param name="UnfairWaits">The times above three windows, in which another host made more than twice its share of the calls.</param>
/// <param name="LongestCutWait">The longest wait of an interactive call of a host that could not reach the store.</param>
internal sealed record KindResult(
    TenantKind Kind, int Tenants, int Windows, int Refused, double Used, double LeastUsed, int Lost, double RoundTripsPerCall,
    TimeSpan LongestInteractiveWait, int LongestHostWait, int UnfairWaits, TimeSpan LongestCutWait);
