namespace Gainsight.Client.Emulator;

/// <summary>One request as the tenant saw it. It contains no body, no key and no values of records.</summary>
public sealed record RequestLogEntry
{
    /// <summary>The position in the order of arrival, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>The time of arrival on the tenant's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path, without the query string.</summary>
    public required string Path { get; init; }

    /// <summary>The operation, one of <see cref="EmulatorOperations"/>, or <see langword="null"/> for an unknown route.</summary>
    public string? Operation { get; init; }

    /// <summary>The object that the path names, as it was sent, or <see langword="null"/>.</summary>
    public string? Object { get; init; }

    /// <summary>The number of records in a write as it was sent, or of rows in the response to a query.</summary>
    public int RecordCount { get; init; }

    /// <summary>The HTTP status, or 0 if no response was sent.</summary>
    public int Status { get; init; }

    /// <summary>The error code in the response, or <see langword="null"/>.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The duration on the tenant's time provider.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The fault that fired, or <see langword="null"/>.</summary>
    public FaultKind? Fault { get; init; }

    /// <summary>Whether the request changed the tenant, whatever the response said.</summary>
    public bool Committed { get; init; }

    /// <summary>
    /// When a late request (<see cref="FaultKind.LateCommit"/>, <see cref="FaultKind.LateCommitCut"/>) is carried out, on the tenant's clock, or
    /// <see langword="null"/> for every other request. <see cref="Committed"/> becomes true once it changed the tenant.
    /// </summary>
    public DateTimeOffset? CommitsAt { get; init; }

    /// <summary>Whether the caller gave up before the response.</summary>
    public bool Canceled { get; init; }

    /// <summary>
    /// The first half of the SHA-256 hash of the access key or token, in hexadecimal, which distinguishes keys without storing them.
    /// </summary>
    public string? CredentialHash { get; init; }

    /// <summary>The <c>requestId</c> of the response.</summary>
    public required string RequestId { get; init; }
}
