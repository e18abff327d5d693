namespace Gainsight.Client;

/// <summary>What a host asks of an <see cref="IQuotaStore"/>.</summary>
/// <param name="Tenant">The tenant's host and port, such as <c>acme.gainsightcloud.com</c>. Tenants do not share counts.</param>
/// <param name="Bucket">The bucket for which <see cref="QuotaGrant.ClosedUntil"/> is asked, or empty.</param>
/// <param name="Epoch">The <see cref="QuotaGrant.Epoch"/> in which the permits of <paramref name="Claims"/> were granted, or in which they are reported after a loss of memory. 0 if the host has had no answer.</param>
/// <param name="Wanted">The number of permits that the host wants to hold in every claim, or 0 to give back everything that it holds.</param>
/// <param name="Claims">The instances of windows. All of them have room for a permit, or none is granted.</param>
public sealed record QuotaRequest(string Tenant, string Bucket, long Epoch, int Wanted, IReadOnlyList<QuotaClaim> Claims);
