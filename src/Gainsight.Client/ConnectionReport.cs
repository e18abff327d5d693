namespace Gainsight.Client;

/// <summary>What <see cref="GainsightClient.CheckConnectionAsync"/> found: the host answered, and it accepted the credential.</summary>
public sealed record ConnectionReport
{
    /// <summary>The tenant's address.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>The number of objects that the credential sees.</summary>
    public required int ObjectCount { get; init; }

    /// <summary>How long the check took, waiting for quota included.</summary>
    public required TimeSpan Elapsed { get; init; }
}
