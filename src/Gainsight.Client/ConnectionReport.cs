namespace Gainsight.Client;

/// <summary>The result of <see cref="GainsightClient.CheckConnectionAsync"/>: the host answered and accepted the credential.</summary>
public sealed record ConnectionReport
{
    /// <summary>The tenant's address.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>The number of objects that the credential can see.</summary>
    public required int ObjectCount { get; init; }

    /// <summary>The duration of the check, including the wait for quota.</summary>
    public required TimeSpan Elapsed { get; init; }
}
