namespace Gainsight.Client.Emulator;

/// <summary>What a seed fills and a dump reads. The random numbers are those of the tenant, the credentials, the faults and the requests.</summary>
internal sealed record EmulatorParts(TenantData Tenant, RequestPipeline Pipeline, CredentialStore Credentials, IReadOnlyList<SeededRandom> Random);
