namespace Gainsight.Client;

/// <summary>What the last calls of a client say about its connection to the tenant. All members are from the same moment.</summary>
/// <remarks>
/// A call that ended without a statement about the connection changes nothing: one that was cancelled or throttled, that waited too long for
/// quota, or that used another secret than the client's. Retries are part of their call.
/// </remarks>
public sealed class ConnectionStatus
{
    /// <summary>The time (UTC) of the last answer of the tenant that accepted the credential, even if it refused the data. Null before the first one.</summary>
    public DateTimeOffset? LastAnswerAt { get; init; }

    /// <summary>
    /// The time (UTC) of the last call that failed: without an answer, with a failure of the server, with an answer that is not from Gainsight,
    /// or with a refused credential. Null before the first one.
    /// </summary>
    public DateTimeOffset? LastFailureAt { get; init; }

    /// <summary>The number of failed calls since the last answer.</summary>
    public int FailuresInARow { get; init; }

    /// <summary>Whether the last of these failures was a refused credential: a wrong, replaced or revoked key, or a machine that is not on the allow-list.</summary>
    public bool IsCredentialRefused { get; init; }
}
