namespace Gainsight.Client;

/// <summary>What happens when Gainsight refuses a call because of some of its rows. It then writes none of them.</summary>
public enum RefusedCall
{
    /// <summary>Find the bad rows, report them, and write the others. The default. It costs up to 63 further calls per refused call, usually one, and for users up to 7. Background jobs of people and activities always report.</summary>
    /// <remarks>
    /// New rows that can be looked up (those of an upsert, and of an insert with <see cref="WriteOptions.VerifyBy"/>) are read before they are sent again,
    /// because a tenant might have written the good rows of the refused call. This costs <see cref="WriteOptions.SettleDelay"/> and one read for each object
    /// and client, until the tenant has shown that it writes nothing, as documented. Where it has shown that it does write them, rows that cannot be looked
    /// up are <see cref="RowStatus.Unknown"/>.
    /// </remarks>
    Isolate,

    /// <summary>Report every row of the refused call as failed, without a further call.</summary>
    Report,
}
