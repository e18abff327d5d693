namespace Gainsight.Client;

/// <summary>Whether a call may be sent again. This depends on the operation and not on its HTTP method: a query is a POST, and safe.</summary>
internal enum RetrySafety
{
    /// <summary>The call changes nothing.</summary>
    Safe,

    /// <summary>The call changes something, and sending it twice has the same result as sending it once.</summary>
    Idempotent,

    /// <summary>Sending the call twice could create two records. It is sent again only when Gainsight provably did not process it.</summary>
    Unsafe,
}
