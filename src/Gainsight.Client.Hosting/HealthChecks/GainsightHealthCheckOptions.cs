using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gainsight.Client;

/// <summary>When the health check of a client reports a problem. The options have the name of the client.</summary>
public sealed class GainsightHealthCheckOptions
{
    /// <summary>
    /// The number of failed calls in a row, at least 1, from which the check reports its failure status. Fewer are
    /// <see cref="HealthStatus.Degraded"/>. A refused credential is reported with the failure status at once. Retries are part of their call. Default: 3.
    /// </summary>
    public int FailuresUntilUnhealthy { get; set; } = 3;

    /// <summary>
    /// How long after the last failed call the check reports its failure status, above zero. After that, it reports
    /// <see cref="HealthStatus.Degraded"/> until a call is answered. Default: 5 minutes.
    /// </summary>
    /// <remarks>An instance that gets no traffic while it is unhealthy makes no calls. Without this limit, it would never find out that Gainsight answers again.</remarks>
    public TimeSpan FailuresExpireAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The used part of a daily limit, above 0 and at most 1, from which the check reports <see cref="HealthStatus.Degraded"/>. Default: 0.9.</summary>
    public double DayNearlySpent { get; set; } = 0.9;

    /// <summary>
    /// Makes a call if no call ended for this long, above zero: the check then waits for the answer. Each of these calls counts in the
    /// tenant's quota. Default: null, so the check never makes a call.
    /// </summary>
    public TimeSpan? ProbeAfter { get; set; }

    /// <summary>The problems of the options, each a sentence with its remedy.</summary>
    internal IEnumerable<string> Problems()
    {
        if (FailuresUntilUnhealthy < 1)
        {
            yield return $"{nameof(FailuresUntilUnhealthy)} is {FailuresUntilUnhealthy}. Give the number of failed calls in a row, at least 1.";
        }

        if (FailuresExpireAfter <= TimeSpan.Zero)
        {
            yield return $"{nameof(FailuresExpireAfter)} is {FailuresExpireAfter}. Give a time above zero, such as 5 minutes.";
        }

        if (!(DayNearlySpent > 0 && DayNearlySpent <= 1))
        {
            yield return $"{nameof(DayNearlySpent)} must be above 0 and at most 1: it is the used part of a daily limit.";
        }

        if (ProbeAfter <= TimeSpan.Zero)
        {
            yield return $"{nameof(ProbeAfter)} is {ProbeAfter}. Give a time above zero, such as 10 minutes, or null to make no calls.";
        }
    }
}
