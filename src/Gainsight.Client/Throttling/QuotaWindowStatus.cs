namespace Gainsight.Client;

/// <summary>What this process has used of a quota window.</summary>
/// <param name="Name">The window's name, such as <c>sync-minute</c>.</param>
/// <param name="Limit">The calls that this client may make in the window: the tenant's limit times <see cref="QuotaOptions.Share"/>.</param>
/// <param name="Used">
/// The calls of all clients of this process that count in the window, those under way included; at most
/// <paramref name="Limit"/>. Equal to it for the rest of a window in which Gainsight refused a call.
/// </param>
/// <param name="ResetsAt">When the window has surely ended, in UTC by this machine's clock: up to a second after Gainsight opens the next one.</param>
public sealed record QuotaWindowStatus(string Name, int Limit, int Used, DateTimeOffset ResetsAt)
{
    /// <summary>The calls that are left in the window.</summary>
    public int Remaining => Limit - Used;
}
