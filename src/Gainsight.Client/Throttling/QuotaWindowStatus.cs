namespace Gainsight.Client;

/// <summary>What is used of a quota window.</summary>
/// <param name="Name">The window's name, such as <c>sync-minute</c>.</param>
/// <param name="Limit">The number of calls that this client may make in the window: the tenant's limit times <see cref="QuotaOptions.Share"/>.</param>
/// <param name="Used">
/// The number of calls of all clients of this process in the window, including running calls, and with <see cref="QuotaOptions.Store"/> the permits that other hosts had when this process asked last; at most
/// <paramref name="Limit"/>. Equal to it for the rest of a window in which Gainsight refused a call.
/// </param>
/// <param name="ResetsAt">The time at which the window has certainly ended, in UTC by this machine's clock: up to a second after Gainsight opens the next one.</param>
public sealed record QuotaWindowStatus(string Name, int Limit, int Used, DateTimeOffset ResetsAt)
{
    /// <summary>The length of the window, such as a minute or a day.</summary>
    public TimeSpan Length { get; init; }

    /// <summary>The number of remaining calls in the window.</summary>
    public int Remaining => Limit - Used;
}
