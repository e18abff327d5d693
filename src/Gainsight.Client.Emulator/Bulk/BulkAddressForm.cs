namespace Gainsight.Client.Emulator;

/// <summary>The form of the addresses of an export's status and chunks.</summary>
public enum BulkAddressForm
{
    /// <summary><c>v3/exports/…</c> (quoted).</summary>
    Relative,

    /// <summary><c>/v3/exports/…</c> (inferred).</summary>
    FromRoot,

    /// <summary><c>https://…/v3/exports/…</c> on the tenant's own host (inferred).</summary>
    Absolute,

    /// <summary>As <see cref="Absolute"/>, but chunks are on a host that is not the tenant's, to which the key must not be sent (inferred).</summary>
    ChunksOnOtherHost,
}
