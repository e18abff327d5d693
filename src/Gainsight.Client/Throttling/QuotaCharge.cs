namespace Gainsight.Client;

/// <summary>What an <see cref="IQuotaStore"/> counted for a <see cref="QuotaClaim"/>.</summary>
/// <param name="Charged">The permits that were taken, negative when they were given back.</param>
/// <param name="Used">The permits of all hosts in the instance, including these.</param>
/// <param name="Limit">The smallest limit that hosts have for the window.</param>
public readonly record struct QuotaCharge(int Charged, int Used, int Limit)
{
    /// <summary>The number of hosts that asked for permits for lists and streams in the instance or in the one before, whichever is larger.</summary>
    public int Hosts { get; init; }
}
