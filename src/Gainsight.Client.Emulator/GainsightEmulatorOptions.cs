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

    /// <summary>The host of <see cref="GainsightEmulator.BaseAddress"/>. The tenant answers whatever host it is asked by.</summary>
    public string Host { get; init; } = "demo.gainsightcloud.com";

    /// <summary>The tenant's clock against the time provider: more than zero is fast.</summary>
    public TimeSpan ClockOffset { get; init; }
}
