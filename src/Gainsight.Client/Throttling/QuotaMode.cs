namespace Gainsight.Client;

/// <summary>How the calls of a client are counted at the moment: see <see cref="QuotaSnapshot.Mode"/>.</summary>
public enum QuotaMode
{
    /// <summary>There is no <see cref="QuotaOptions.Store"/>: this process counts its own calls.</summary>
    Alone,

    /// <summary>All hosts of the store count together.</summary>
    Shared,

    /// <summary>The store was empty or lost its memory. For 2 seconds it grants nothing, while hosts report what they took.</summary>
    Reporting,

    /// <summary>The store cannot be used. Calls wait until it is back, once the permits of this host are used.</summary>
    Waiting,

    /// <summary>The store cannot be used. Calls go on with <see cref="QuotaOptions.ShareWithoutStore"/>.</summary>
    OwnShare,
}
