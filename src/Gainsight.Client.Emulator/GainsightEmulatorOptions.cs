namespace Gainsight.Client.Emulator;

/// <summary>How a tenant starts out.</summary>
public sealed class GainsightEmulatorOptions
{
    /// <summary>The time that quota windows, dates and delays go by.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What GSIDs, request ids and the chances of faults are drawn from; the same seed gives the same run.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The first access key.</summary>
    public string AccessKey { get; init; } = "emulator-access-key";

    /// <summary>
    /// The host of <see cref="GainsightEmulator.BaseAddress"/>, or null for one that no other emulator of the process has: clients
    /// count calls by host, so two tenants of one host would use up each other's quota. The tenant answers whatever host it is asked by.
    /// </summary>
    public string? Host { get; init; }

    /// <summary>The tenant's clock against the time provider: more than zero is fast.</summary>
    public TimeSpan ClockOffset { get; init; }
}
