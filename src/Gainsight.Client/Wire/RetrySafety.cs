namespace Gainsight.Client;

/// <summary>Whether a call may be sent again. It belongs to the operation, never to the verb: queries are POST and safe.</summary>
internal enum RetrySafety
{
    /// <summary>The call changes nothing.</summary>
    Safe,

    /// <summary>The call changes something, and sending it twice ends in the same state.</summary>
    Idempotent,

    /// <summary>Sending it twice could create twice: only sent again when the first provably was not processed.</summary>
    Unsafe,
}
