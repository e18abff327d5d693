namespace Gainsight.Client;

/// <summary>What <see cref="GainsightClient.CheckConnectionAsync"/> found: the host answered, and it accepted the credential.</summary>
/// <param name="BaseAddress">The tenant's address.</param>
/// <param name="ObjectCount">The number of objects that the credential sees.</param>
/// <param name="Elapsed">How long the call took, waiting for quota included.</param>
public sealed record ConnectionReport(Uri BaseAddress, int ObjectCount, TimeSpan Elapsed);
