namespace Gainsight.Client.Emulator;

/// <summary>The settings of a new tenant.</summary>
public sealed class GainsightEmulatorOptions
{
    /// <summary>The clock of quota windows, dates and delays. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The seed of GSIDs, request ids and the chances of faults. The same seed gives the same run. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The first access key. Default: <c>emulator-access-key</c>.</summary>
    public string AccessKey { get; init; } = "emulator-access-key";

    /// <summary>The tenant id, which events carry. Default: <c>7d0e4b6a-2f51-4c3e-9a58-0e0a1b2c3d4f</c>.</summary>
    public string TenantId { get; init; } = "7d0e4b6a-2f51-4c3e-9a58-0e0a1b2c3d4f";

    /// <summary>
    /// The host of <see cref="GainsightEmulator.BaseAddress"/>, or <see langword="null"/> for a host that no other emulator of the process has.
    /// Clients count calls by host, so two tenants with one host would use each other's quota. The tenant responds whatever the host of a
    /// request is. Default: <see langword="null"/>.
    /// </summary>
    public string? Host { get; init; }

    /// <summary>How far the tenant's clock is ahead of the time provider. Negative values are behind. Default: zero.</summary>
    public TimeSpan ClockOffset { get; init; }
}
