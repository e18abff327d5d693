namespace Gainsight.Client;

/// <summary>An instance of a window, such as a certain minute, in a <see cref="QuotaRequest"/>.</summary>
/// <param name="Window">The name of the window, such as <c>sync-minute</c>.</param>
/// <param name="Length">The length of the window.</param>
/// <param name="Number">The number of the instance, in whole lengths since the year 1 (UTC, Gainsight's clock).</param>
/// <param name="Limit">The tenant's limit. When hosts disagree, the smallest one of this instance and the instance before holds.</param>
/// <param name="Share">The number of calls, at most <paramref name="Limit"/>, up to which all hosts together may have permits if this host is to get another one.</param>
/// <param name="Held">The permits that the host holds and has not used. Negative for calls that the store does not know of: they are counted whatever the limit.</param>
public readonly record struct QuotaClaim(string Window, TimeSpan Length, long Number, int Limit, int Share, int Held)
{
    /// <summary>Whether the host asks for permits for lists and streams in this instance for the first time. The store counts these hosts.</summary>
    public bool IsFirst { get; init; }

    /// <summary>In the first claim after the store lost its memory: the permits of all hosts that the lost memory had counted, as far as the host knows. In other claims 0.</summary>
    /// <remarks>
    /// Only hosts that still run report what they took. This number has the calls of hosts that have ended as well. The negative of <see cref="Held"/>, the host's own
    /// part of it, is at most as large. For each instance, the store counts the sum of the parts that hosts report, or the largest of these numbers if it is larger.
    /// Other permits are counted in addition.
    /// </remarks>
    public int Known { get; init; }
}
